package topicworkbench.ui.cloud;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.CloudRuns.Found;
import topicworkbench.cloud.Spending.Entry;
import topicworkbench.cloud.Spending.Ledger;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.FactList;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** One run of the account: how it stands, the way to this computer, and everything billable that it made. */
final class RunSide extends VBox {
    private final CloudViewModel account;
    private final CloudRunsViewModel model;
    private final Consumer<String> lookAt;
    private final Consumer<String> browser;

    RunSide(CloudViewModel account, CloudRunsViewModel model, Consumer<String> lookAt, Consumer<String> browser) {
        this.account = account;
        this.model = model;
        this.lookAt = lookAt;
        this.browser = browser;
        getStyleClass().add("side-panel");
        model.selectedProperty().subscribe(this::draw);
        model.onItsWayProperty().subscribe(this::draw);
        model.problemProperty().subscribe(this::draw);
        model.namesProperty().subscribe(this::draw);
        model.ledger().foundProperty().subscribe(this::draw);
        model.ledger().busyProperty().subscribe(this::draw);
    }

    private void draw() {
        Found run = model.selectedProperty().get();
        getChildren().clear();
        if (run == null) {
            return;
        }
        Label title = new Label(model.namesProperty().get().getOrDefault(run.id(), run.id()));
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        Label id = new Label(run.id());
        id.getStyleClass().add("caption");
        id.setVisible(!title.getText().equals(run.id()));
        id.managedProperty().bind(id.visibleProperty());
        getChildren().addAll(title, id, CloudWords.markOfRun(run.status()).label(CloudWords.wordsOfRun(run.status())), actions(run));
        if (model.problemProperty().get() != null) {
            getChildren().add(new Trouble(model.problemProperty().get()));
        }
        getChildren().add(cost());
    }

    private FlowPane actions(Found run) {
        Button bring = Buttons.plain(model.onItsWayProperty().get() ? "Bringing…" : "Bring here", Feather.DOWNLOAD_CLOUD,
                () -> model.bring(run));
        bring.setId("bring-here");
        bring.setDisable(model.onItsWayProperty().get());
        Button open = Buttons.plain("Open", Feather.COMPASS, () -> lookAt.accept(run.here()));
        open.setId("open-cloud-run");
        Button cost = Buttons.plain("Show cost", Feather.DOLLAR_SIGN, model::readLedger);
        cost.setId("show-cost");
        Button console = Buttons.flat("AWS console", Feather.EXTERNAL_LINK, () -> account.links()
                .map(links -> links.execution(run.id(), run.attempt())).ifPresent(browser));
        console.setId("run-console");
        return new FlowPane(8, 8, run.isHere() ? open : bring, cost, console);
    }

    private Node cost() {
        if (model.ledger().busyProperty().get()) {
            return new Skeleton(4);
        }
        return switch (model.ledger().foundProperty().get()) {
            case Looking.Found.NotYet<Ledger> _ -> new VBox();
            case Looking.Found.Failed<Ledger>(var why) -> new Trouble(why);
            case Looking.Found.There<Ledger>(Ledger ledger) -> ledger(ledger);
        };
    }

    private static Node ledger(Ledger ledger) {
        FactList facts = new FactList().heading("Cost so far");
        facts.setId("ledger");
        for (Entry entry : ledger.entries()) {
            facts.add(CloudWords.sentence(entry.kind()) + ", " + Figures.duration(entry.seconds()), CloudWords.dollars(entry.cost(), 3));
            Label name = new Label(entry.name() + " · " + entry.instances() + " · " + CloudWords.sentence(entry.state()));
            name.getStyleClass().add("caption");
            name.setWrapText(true);
            facts.getChildren().add(name);
        }
        if (ledger.entries().isEmpty()) {
            facts.add("Nothing billable is in the account", "");
        } else {
            facts.add("Together", CloudWords.dollars(ledger.total(), 2));
        }
        facts.heading("Still there");
        if (ledger.left().isEmpty()) {
            facts.add("Nothing of it costs any more", "");
        }
        for (Running thing : ledger.left()) {
            facts.add(CloudWords.sentence(thing.kind()) + " " + thing.name(), CloudWords.hour(thing.priceHour()));
        }
        VBox all = new VBox(8, facts);
        ledger.notes().forEach(note -> {
            Label line = new Label(note);
            line.getStyleClass().add("caption");
            line.setWrapText(true);
            all.getChildren().add(line);
        });
        return all;
    }
}
