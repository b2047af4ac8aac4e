package topicworkbench.ui.configure;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.ui.support.Figures;
import topicworkbench.ui.support.LiveRun;

/** One stage of a run: waiting, running with its progress, done with its time and figures, or where it stopped. */
final class StageRow extends VBox {
    private enum Standing { WAITING, RUNNING, DONE, CANCELLED, FAILED }

    /** Figures that explain another one, such as filtered_by_stars; the list of runs has room for them. */
    private static final String DETAIL = "_by_";

    private final Stage stage;
    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private final Label figures = new Label();
    private final Label right = new Label();
    private final ProgressBar bar = new ProgressBar();

    StageRow(Stage stage) {
        this.stage = stage;
        getStyleClass().add("stage-row");
        Label name = new Label(words(stage), icon);
        name.getStyleClass().add("stage-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        figures.getStyleClass().add("stage-figures");
        right.getStyleClass().add("stage-time");
        right.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, name, figures, gap, right);
        line.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.managedProperty().bind(bar.visibleProperty());
        getChildren().addAll(line, bar);
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case INGEST -> "Read the reviews";
            case PREPARE -> "Filter and clean";
            case VECTORISE -> "Count the words";
            case TRAIN -> "Train the model";
            case EVALUATE -> "Score the topics";
            case GATE -> "Check the quality gate";
            case MAP -> "Lay out the map";
        };
    }

    void show(LiveRun run) {
        RunEvent.StageFinished done = run.finished(stage);
        Standing standing = standing(run, done);
        icon.setIconCode(switch (standing) {
            case WAITING -> Feather.CIRCLE;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case DONE -> Feather.CHECK_CIRCLE;
            case CANCELLED -> Feather.SLASH;
            case FAILED -> Feather.X_CIRCLE;
        });
        for (Standing each : Standing.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(java.util.Locale.ROOT)),
                    each == standing);
        }
        double fraction = run.fractionProperty().get();
        bar.setVisible(standing == Standing.RUNNING);
        bar.setProgress(Double.isNaN(fraction) ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        right.setText(switch (standing) {
            case WAITING, FAILED -> "";
            case CANCELLED -> "cancelled";
            case RUNNING -> Double.isNaN(fraction) ? "" : Math.round(100 * fraction) + "%";
            case DONE -> done == null ? "" : Figures.duration(done.seconds());
        });
        figures.setText(done == null || stage == Stage.GATE ? "" : figures(done.figures()));
    }

    private Standing standing(LiveRun run, RunEvent.StageFinished done) {
        if (done != null || stage.compareTo(run.stageProperty().get()) < 0) {
            return Standing.DONE;
        }
        if (stage != run.stageProperty().get()) {
            return Standing.WAITING;
        }
        RunState state = run.stateProperty().get();
        if (!state.isTerminal()) {
            return Standing.RUNNING;
        }
        return state == RunState.CANCELLED ? Standing.CANCELLED : Standing.FAILED;
    }

    private static String figures(Map<String, Long> counted) {
        return counted.entrySet().stream().filter(entry -> entry.getValue() > 0 && !entry.getKey().contains(DETAIL))
                .map(entry -> Figures.count(entry.getValue()) + " " + entry.getKey().replace('_', ' '))
                .collect(Collectors.joining(" · "));
    }
}
