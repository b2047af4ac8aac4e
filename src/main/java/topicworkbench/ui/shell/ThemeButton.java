package topicworkbench.ui.shell;

import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.Theme;

/** Opens the choice between the system's look, light and dark; its icon is the look chosen now. */
final class ThemeButton extends Button {
    private static final double GAP = 4;

    ThemeButton(Theme theme) {
        super("Theme");
        setId("theme");
        ContextMenu menu = new ContextMenu();
        ToggleGroup group = new ToggleGroup();
        for (Appearance appearance : Appearance.values()) {
            RadioMenuItem item = new RadioMenuItem(appearance.words());
            item.setId("theme-" + appearance.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(event -> theme.appearanceProperty().set(appearance));
            theme.appearanceProperty().subscribe(now -> item.setSelected(now == appearance));
            menu.getItems().add(item);
        }
        theme.appearanceProperty().subscribe(now -> setGraphic(new FontIcon(icon(now))));
        setContextMenu(menu);
        setOnAction(event -> menu.show(this, Side.RIGHT, GAP, 0));
    }

    private static Feather icon(Appearance appearance) {
        return switch (appearance) {
            case SYSTEM -> Feather.MONITOR;
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
        };
    }
}
