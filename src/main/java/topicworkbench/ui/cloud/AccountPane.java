package topicworkbench.ui.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.cloud.ConsoleLinks;
import topicworkbench.cloud.Platform.Image;
import topicworkbench.cloud.Platform.Stack;
import topicworkbench.cloud.Platform.Status;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.ui.support.Buttons;
import topicworkbench.wording.Figures;

/** What is deployed in the account, what is billed by the hour there, and how much it may use. */
final class AccountPane extends ScrollPane {
    private final CloudViewModel model;
    private final Runnable deploy;
    private final Consumer<String> browser;
    private final Button deployAgain;
    private final Button delete;

    /** @param browser opens an address */
    AccountPane(CloudViewModel model, Runnable deploy, Runnable remove, Consumer<String> browser) {
        this.model = model;
        this.deploy = deploy;
        this.browser = browser;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        deployAgain = Buttons.plain("Deploy…", Feather.UPLOAD_CLOUD, deploy);
        deployAgain.setId("cloud-deploy");
        delete = Buttons.plain("Delete…", Feather.TRASH_2, remove);
        delete.setId("cloud-delete");
        List.of(deployAgain, delete).forEach(button -> {
            button.managedProperty().bind(button.visibleProperty());
            button.setVisible(false);
        });
        Section<List<Running>> running = new Section<>("Billed by the hour now", model.running(), this::running, new Label());
        VBox all = new VBox(24, new Section<>("Deployment", model.platform(), this::deployment, new Label(), console(),
                deployAgain, delete),
                running, new Section<>("Quotas", model.quotas(), this::quotas, new Label()));
        all.getStyleClass().add("cloud-account");
        setContent(new VBox(all));
    }

    private MenuButton console() {
        MenuButton menu = new MenuButton("AWS console", new FontIcon(Feather.EXTERNAL_LINK));
        menu.setId("cloud-console");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getItems().setAll(page("Stacks", ConsoleLinks::stacks), page("Pipeline and its executions", ConsoleLinks::stateMachine),
                page("Log", ConsoleLinks::log));
        return menu;
    }

    private MenuItem page(String words, Function<ConsoleLinks, String> address) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> model.links().map(address).ifPresent(browser));
        return item;
    }

    private Node deployment(Status status) {
        deployAgain.setVisible(!status.isNowhere());
        delete.setVisible(!status.isNowhere());
        if (status.isNowhere()) {
            Label words = new Label("Nothing is deployed here. Deploying makes two buckets, a pipeline and the image that it runs: "
                    + "about ten "
                    + "minutes and a few cents. While no run goes on, only the files in the buckets are billed.");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            Button first = Buttons.primary("Deploy…", Feather.UPLOAD_CLOUD, deploy);
            first.setId("cloud-deploy-first");
            return new VBox(12, words, first);
        }
        RowGrid rows = new RowGrid(1, List.of("", "", ">"));
        for (Stack stack : status.stacks()) {
            rows.row(RowGrid.figure(stack.name()), CloudWords.mark(stack).label(CloudWords.words(stack)),
                    RowGrid.muted(stack.changed() == null ? "" : Figures.moment(stack.changed())));
            if (stack.reason() != null && CloudWords.mark(stack) != Mark.GOOD) {
                Label why = RowGrid.muted(stack.reason());
                why.setWrapText(true);
                rows.note(why);
            }
        }
        Image image = status.image();
        rows.row(RowGrid.figure("Image of the jobs"), image == null ? Mark.NONE.label("Not built") : Mark.GOOD.label("Built"),
                RowGrid.muted(image == null || image.built() == null ? "" : Figures.moment(image.built())));
        rows.row(RowGrid.figure("Release"), (status.isCurrent() && status.isReady() ? Mark.GOOD : Mark.DOUBT)
                .label(CloudWords.release(status)), null);
        rows.setId("cloud-stacks");
        return rows;
    }

    private Node running(List<Running> things) {
        if (things.isEmpty()) {
            Label nothing = new Label("Nothing runs, nothing is billed by the hour.");
            nothing.setId("cloud-total");
            return nothing;
        }
        RowGrid rows = new RowGrid(1, List.of("What", "Name", "State", "Since", ">An hour"));
        for (Running thing : things) {
            rows.row(RowGrid.figure(CloudWords.sentence(thing.kind())), RowGrid.text(thing.name()),
                    RowGrid.figure(CloudWords.sentence(thing.state())),
                    RowGrid.figure(thing.since() == null ? Figures.NONE : Figures.moment(thing.since())),
                    RowGrid.figure(CloudWords.hour(thing.priceHour())));
        }
        Label total = new Label("Together " + CloudWords.total(things) + " an hour");
        total.setId("cloud-total");
        total.getStyleClass().add("cloud-sum");
        HBox foot = new HBox(total);
        foot.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        return new VBox(8, rows, foot);
    }

    private Node quotas(List<Quota> quotas) {
        RowGrid rows = new RowGrid(0, List.of("Instances at a time", ">Needed", ">Allowed", ""));
        for (Quota quota : quotas) {
            List<Node> cells = new ArrayList<>(List.of(RowGrid.text(quota.name()), RowGrid.figure(Integer.toString(quota.needed())),
                    Double.isNaN(quota.allowed()) ? RowGrid.muted("not known")
                    : RowGrid.figure(Figures.count(Math.round(quota.allowed())))));
            if (!quota.isEnough()) {
                Button ask = Buttons.flat("Request increase", Feather.TRENDING_UP, () -> model.requestIncrease(quota));
                ask.setAccessibleText("Request increase of " + quota.name());
                cells.set(2, Mark.BAD.label(Figures.count(Math.round(quota.allowed()))));
                cells.add(ask);
            }
            rows.row(cells.toArray(Node[]::new));
        }
        Label help = new Label("For runs with the form's usual instances. A new account often may use no GPU; AWS answers a request by "
                + "e-mail, in "
                + "hours or days.");
        help.getStyleClass().add("caption");
        help.setWrapText(true);
        return new VBox(8, rows, help);
    }
}
