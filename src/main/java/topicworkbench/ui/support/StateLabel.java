package topicworkbench.ui.support;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.RunState;

/** A run's state as icon, word and color. */
public final class StateLabel extends Label {
    private final FontIcon icon = new FontIcon();

    public StateLabel() {
        getStyleClass().add("state-label");
        setGraphic(icon);
    }

    public void show(RunState state) {
        setText(words(state));
        icon.setIconCode(icon(state));
        for (RunState each : RunState.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.key().replace('_', '-')), each == state);
        }
    }

    public static String words(RunState state) {
        return switch (state) {
            case QUEUED -> "Waiting";
            case RUNNING -> "Running";
            case DONE -> "Done";
            case NOT_ACCEPTED -> "Not accepted";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
            case INTERRUPTED -> "Interrupted";
        };
    }

    private static Feather icon(RunState state) {
        return switch (state) {
            case QUEUED -> Feather.CLOCK;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case DONE -> Feather.CHECK_CIRCLE;
            case NOT_ACCEPTED -> Feather.ALERT_CIRCLE;
            case FAILED -> Feather.X_CIRCLE;
            case CANCELLED -> Feather.SLASH;
            case INTERRUPTED -> Feather.ZAP_OFF;
        };
    }
}
