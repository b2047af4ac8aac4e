package topicworkbench.ui.configure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Figures;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.ui.support.UserMessage;

/** A run as it goes: its stages, the last epoch, how it ended, and what to do next. */
final class RunProgressView extends VBox {
    private final LiveRun run;
    private final Consumer<String> explore;
    private final Map<Stage, StageRow> rows = new EnumMap<>(Stage.class);
    private final StateLabel state = new StateLabel();
    private final Label epoch = new Label();
    private final VBox notes = new VBox(4);
    private final VBox ending = new VBox(4);
    private final HBox ways = new HBox(8);

    RunProgressView(LiveRun run, Consumer<String> explore) {
        this.run = run;
        this.explore = explore;
        getStyleClass().add("run-progress");
        Label title = new Label(run.name());
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        VBox stages = new VBox();
        stages.getStyleClass().add("stages");
        for (Stage stage : run.stages()) {
            StageRow row = new StageRow(stage);
            rows.put(stage, row);
            stages.getChildren().add(row);
        }
        ending.getStyleClass().add("failure-story");
        epoch.getStyleClass().add("muted");
        epoch.setWrapText(true);
        epoch.managedProperty().bind(epoch.textProperty().isNotEmpty());
        ending.managedProperty().bind(ending.visibleProperty());
        HBox status = new HBox(16, state, ways);
        status.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, status, ending, stages, epoch, notes);
        run.stageProperty().subscribe(this::showStages);
        run.fractionProperty().subscribe(this::showStages);
        run.epochProperty().subscribe(this::showEpoch);
        run.stateProperty().subscribe(this::showState);
        run.notes().addListener((ListChangeListener<String>) change -> showNotes());
        showNotes();
    }

    private void showStages() {
        rows.forEach((stage, row) -> row.show(run));
    }

    private void showNotes() {
        notes.getChildren().setAll(run.notes().stream().map(RunProgressView::line).toList());
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        return line;
    }

    private void showEpoch(RunEvent.EpochFinished done) {
        if (done != null) {
            double loss = done.metrics().total();
            epoch.setText("Epoch " + done.metrics().epoch() + " of " + done.metrics().epochs()
                    + (Double.isNaN(loss) ? "" : " · loss " + Figures.score(loss)) + " · WETC "
                    + Figures.score(done.wetc()) + " · TU " + Figures.score(done.tu()) + " · NPMI "
                    + Figures.score(done.npmi()));
        }
    }

    private void showState(RunState now) {
        state.show(now);
        showStages();
        UserMessage why = run.failureProperty().get() == null ? null : UserMessage.of(run.failureProperty().get());
        ending.setVisible(why != null);
        ending.getChildren().setAll(why == null ? List.<Node>of()
                : List.of(wrapped(why.text()), wrapped(why.remedy())));
        ways.getChildren().setAll(way(now));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private Button cancel() {
        Button cancel = Buttons.plain("Cancel", Feather.X, run::cancel);
        cancel.setId("cancel-run");
        cancel.addEventHandler(ActionEvent.ACTION, event -> {
            cancel.setText("Cancelling…");
            cancel.setDisable(true);
        });
        return cancel;
    }

    private List<Node> way(RunState now) {
        if (!now.isTerminal()) {
            return List.of(cancel());
        }
        boolean topics = now == RunState.DONE || now == RunState.NOT_ACCEPTED;
        return topics ? List.of(
                Buttons.plain("Explore topics", Feather.COMPASS, () -> explore.accept(run.id()))) : List.of();
    }
}
