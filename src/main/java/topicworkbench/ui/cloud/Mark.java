package topicworkbench.ui.cloud;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How something of the account stands, as icon and color beside its words. */
enum Mark {
    GOOD("done", Feather.CHECK_CIRCLE), GOING("running", Feather.PLAY_CIRCLE), DOUBT("interrupted", Feather.ALERT_CIRCLE),
    BAD("failed", Feather.X_CIRCLE), NONE("cancelled", Feather.CIRCLE);

    private final PseudoClass look;
    private final Feather icon;

    Mark(String look, Feather icon) {
        this.look = PseudoClass.getPseudoClass(look);
        this.icon = icon;
    }

    Label label(String words) {
        Label label = new Label(words, new FontIcon(icon));
        label.getStyleClass().add("state-label");
        label.pseudoClassStateChanged(look, true);
        return label;
    }
}
