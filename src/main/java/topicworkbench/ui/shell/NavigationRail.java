package topicworkbench.ui.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.support.Theme;

/** The slim column at the left: the rooms, and at its foot the look and the program itself. */
final class NavigationRail extends VBox {
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final ToggleButton help = new ToggleButton("Help", new FontIcon(Feather.HELP_CIRCLE));

    NavigationRail(Consumer<Page> go, Theme theme, Runnable openHelp, Runnable preferences) {
        getStyleClass().add("navigation-rail");
        ToggleGroup group = new ToggleGroup();
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton(page.word(), new FontIcon(page.icon()));
            button.setId("go-" + page.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true); // clicking where one is leads nowhere else
                go.accept(page);
            });
            buttons.put(page, button);
            getChildren().add(asEntry(button));
        }
        help.setId("help");
        help.setToggleGroup(group);
        help.setOnAction(event -> {
            help.setSelected(true);
            openHelp.run();
        });
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, asEntry(new ThemeButton(theme)), asEntry(help),
                asEntry(entry("preferences", "Settings", Feather.SETTINGS, preferences)));
    }

    private static Button entry(String id, String word, Feather icon, Runnable action) {
        Button button = new Button(word, new FontIcon(icon));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static <B extends javafx.scene.control.ButtonBase> B asEntry(B button) {
        button.getStyleClass().setAll("rail-entry");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    void showHelp() {
        help.setSelected(true);
    }

    void show(Page page) {
        buttons.get(page).setSelected(true);
    }
}
