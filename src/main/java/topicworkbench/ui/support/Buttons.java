package topicworkbench.ui.support;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons in the house's three weights. */
public final class Buttons {

    private Buttons() { }

    /** The one thing a screen is for. */
    public static Button primary(String verb, Ikon icon, Runnable action) {
        Button button = plain(verb, icon, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    public static Button plain(String verb, Ikon icon, Runnable action) {
        Button button = new Button(verb, icon == null ? null : new FontIcon(icon));
        button.setOnAction(event -> action.run());
        button.setMnemonicParsing(false);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return button;
    }

    /** Without a frame, for what is seldom wanted. */
    public static Button flat(String verb, Ikon icon, Runnable action) {
        Button button = plain(verb, icon, action);
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }
}
