package topicworkbench.ui.monitor;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.CancelQuestion;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.FactList;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.wording.Figures;

/** The chosen run at the side of the list: how it went, what became of its reviews, and what can be done with it. */
final class RunPanel extends VBox {
    private final RunsViewModel model;
    private final Dialogs dialogs;
    private final RunsView.Ways ways;
    private final RunActions more;
    private Subscription watching = Subscription.EMPTY;

    RunPanel(RunsViewModel model, Dialogs dialogs, RunsView.Ways ways) {
        this.model = model;
        this.dialogs = dialogs;
        this.ways = ways;
        this.more = new RunActions(model.changes(), dialogs, ways.repeat());
        getStyleClass().add("side-panel");
        model.selectedProperty().subscribe(this::follow);
    }

    private void follow(RunRow row) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (row == null) {
            getChildren().clear();
        } else if (row.live() == null) {
            show(row);
        } else {
            watching = row.live().stateProperty().subscribe(state -> show(row));
        }
    }

    private void show(RunRow row) {
        Label name = new Label(row.name());
        name.getStyleClass().add("panel-title");
        name.setWrapText(true);
        StateLabel state = new StateLabel();
        state.show(row.state());
        getChildren().setAll(name, state, actions(row));
        RunFailure failure = row.live() == null ? row.summary().failure() : row.live().failureProperty().get();
        if (failure != null) {
            getChildren().add(failure(failure));
        }
        if (!row.summary().remarks().tags().isEmpty()) {
            FlowPane tags = new FlowPane(6, 6);
            row.summary().remarks().tags().forEach(tag -> {
                Label chip = new Label(tag);
                chip.getStyleClass().add("chip");
                tags.getChildren().add(chip);
            });
            getChildren().add(tags);
        }
        if (!row.summary().remarks().note().isEmpty()) {
            Label note = new Label(row.summary().remarks().note());
            note.setWrapText(true);
            note.getStyleClass().add(Styles.TEXT_MUTED);
            getChildren().add(note);
        }
        getChildren().add(facts(row));
    }

    private FlowPane actions(RunRow row) {
        FlowPane actions = new FlowPane(8, 8);
        if (row.hasTopics()) {
            actions.getChildren().add(Buttons.plain("Explore topics", Feather.COMPASS, () -> ways.explore().accept(row.id())));
        }
        if (row.hasTopics() && row.summary().spec() != null) {
            actions.getChildren().add(RunActions.other(row.summary(), ways.other()));
        }
        if (!row.study().isEmpty()) {
            Button study = Buttons.plain("Open study", Feather.GRID, () -> ways.study().accept(row.study()));
            study.setId("open-study");
            actions.getChildren().add(study);
        }
        if (!row.state().isTerminal()) {
            actions.getChildren().add(Buttons.plain("Cancel", Feather.X, () -> cancel(row)));
        }
        if (row.state().isResumable()) {
            actions.getChildren().add(Buttons.plain("Resume", Feather.PLAY, () -> model.changes().resume(row)));
        }
        Button watch = Buttons.flat("Watch", Feather.ACTIVITY, () -> ways.watch().accept(row.id()));
        watch.setId("watch-run");
        actions.getChildren().addAll(watch, Buttons.flat("Rename", Feather.EDIT_2, () -> more.rename(row)), more.menu(row));
        return actions;
    }

    private void cancel(RunRow row) {
        if (CancelQuestion.ask(dialogs, row.name(), row.isOnAws())) {
            model.changes().cancel(row);
        }
    }

    private static VBox failure(RunFailure failure) {
        Label stage = new Label("Failed: " + StageWords.purpose(failure.stage()).toLowerCase(Locale.ROOT));
        Label what = new Label(failure.whatHappened());
        Label remedy = new Label(failure.remedy());
        stage.getStyleClass().add("caption");
        remedy.getStyleClass().add(Styles.TEXT_MUTED);
        VBox box = new VBox(4, stage, what, remedy);
        box.getStyleClass().add("failure-story");
        box.getChildren().forEach(line -> ((Label) line).setWrapText(true));
        return box;
    }

    private static VBox facts(RunRow row) {
        RunSummary run = row.summary();
        FactList facts = new FactList();
        facts.add("Corpus", row.corpus()).add("Model", row.model())
                .add("Seed", run.spec() == null ? Figures.NONE : Long.toString(run.spec().seed()));
        if (run.quality() != null) {
            facts.heading("Quality").add("WETC", Figures.score(run.quality().wetc()))
                    .add("TU", Figures.score(run.quality().tu())).add("NPMI", Figures.score(run.quality().npmi()))
                    .add("Held-out perplexity", Figures.perplexity(run.quality().perplexity()))
                    .add("Word vectors", run.quality().vectors())
                    .add("Words with a vector", Figures.count(run.quality().vectorsFound()));
        }
        if (run.counts() != null) {
            facts.heading("Reviews").add("Read", Figures.count(run.counts().read()))
                    .add("Could not be read", Figures.count(run.counts().rejected()))
                    .add("Filtered out", Figures.count(run.counts().filtered()))
                    .add("Duplicates", Figures.count(run.counts().duplicates()))
                    .add("Too short", Figures.count(run.counts().tooShort()))
                    .add("Documents", Figures.count(run.counts().documents()))
                    .add("Terms", Figures.count(run.counts().terms()));
        }
        facts.heading("Run").add("Id", run.id()).add("Created", Figures.moment(run.created()));
        if (row.isOnAws()) {
            facts.add("Cost on AWS", row.costInWords());
        }
        if (row.state() == RunState.NOT_ACCEPTED && run.spec() != null) {
            facts.add("Gate", gate(run));
        }
        VBox.setMargin(facts, new Insets(8, 0, 0, 0));
        return facts;
    }

    private static String gate(RunSummary run) {
        var gate = run.spec().gate();
        String wetc = gate.minWetc() == null ? "" : "WETC ≥ " + Figures.score(gate.minWetc());
        String tu = gate.minTu() == null ? "" : "TU ≥ " + Figures.score(gate.minTu());
        return wetc + (wetc.isEmpty() || tu.isEmpty() ? "" : ", ") + tu;
    }
}
