package topicworkbench.ui.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.RunState;
import topicworkbench.ui.monitor.StageWords;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;

/** The window's last line: the newest message, and what is running with its progress. */
final class StatusFoot extends HBox {
    private final LiveRuns liveRuns;
    private final Consumer<String> watch;
    private final Label message = new Label();
    private final Button running = Buttons.flat("", null, this::watch);
    private final ProgressBar bar = new ProgressBar();
    private Subscription watching = Subscription.EMPTY;

    /** @param watch gets the id of the run to see going */
    StatusFoot(LiveRuns liveRuns, Messages messages, Consumer<String> watch) {
        this.watch = watch;
        this.liveRuns = liveRuns;
        getStyleClass().add("status-foot");
        setAlignment(Pos.CENTER_LEFT);
        message.setId("message");
        message.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        running.setId("running");
        running.setMinWidth(Region.USE_PREF_SIZE);
        bar.setPrefWidth(120);
        bar.setMinWidth(120);
        getChildren().addAll(message, gap, running, bar);
        messages.lastProperty().subscribe(this::show);
        liveRuns.active().addListener((ListChangeListener<LiveRun>) change -> follow());
        follow();
    }

    private void watch() {
        if (!liveRuns.active().isEmpty()) {
            watch.accept(liveRuns.active().getFirst().id());
        }
    }

    private void show(UserMessage last) {
        message.setText(last.line());
        message.setGraphic(switch (last.kind()) {
            case NEWS -> null;
            case WARNING -> new FontIcon(Feather.ALERT_CIRCLE);
            case FAILURE -> new FontIcon(Feather.ALERT_TRIANGLE);
        });
        message.getStyleClass().setAll("label", "message-" + last.kind().name().toLowerCase(Locale.ROOT));
    }

    private void follow() {
        watching.unsubscribe();
        boolean any = !liveRuns.active().isEmpty();
        running.setVisible(any);
        bar.setVisible(any);
        if (any) {
            LiveRun first = liveRuns.active().getFirst();
            watching = first.stateProperty().subscribe(state -> tell(first))
                    .and(first.stageProperty().subscribe(stage -> tell(first)))
                    .and(first.fractionProperty().subscribe(fraction -> tell(first)));
        } else {
            watching = Subscription.EMPTY;
        }
    }

    private void tell(LiveRun run) {
        double fraction = run.fractionProperty().get();
        int others = liveRuns.active().size() - 1;
        if (run.stateProperty().get() == RunState.QUEUED) {
            running.setText(run.name() + " waits for its turn");
            return;
        }
        running.setText(run.name() + ": " + StageWords.name(run.stageProperty().get()).toLowerCase(Locale.ROOT)
                + (Double.isNaN(fraction) ? "" : " " + Math.round(100 * fraction) + "%")
                + (others == 0 ? "" : ", and " + others + " more"));
        bar.setProgress(Double.isNaN(fraction) ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
    }
}
