package topicworkbench.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import topicworkbench.ui.explore.CurationAction;

/** Every key the window listens to. */
final class ShortcutSheet extends VBox {
    private static final double KEYS_WIDTH = 150;
    private static final double WORDS_WIDTH = 380;
    private static final double MOST_HEIGHT = 460;

    /** Those that a screen listens to itself, where it has the keyboard. */
    private static final List<List<String>> OF_SCREENS = List.of(
            List.of("Tab, Shift+Tab", "To the next control, to the one before"),
            List.of("Arrow keys", "Along tables, lists, tabs and stages"),
            List.of("Space, Enter", "Press what has the keyboard"),
            List.of(PaletteView.words("Shortcut+V"), "On the form: take the files that were copied as reviews"),
            List.of("Shift+F10, Menu", "What a right click brings: on charts, runs, topics"),
            List.of("+, −, 0, ←, →", "In charts: zoom, show all, move along; with Shift, ← and → read the values"),
            List.of("J, K, F, C", "In the reviews: the next one, the one before, flag, copy"),
            List.of("Escape", "Close what lies over the window; leave a field as it was"),
            List.of("?", "This sheet, where no text is typed"));

    ShortcutSheet(List<Command> commands) {
        getStyleClass().add("sheet");
        Label title = new Label("Shortcuts");
        title.getStyleClass().add("panel-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-grid");
        grid.getColumnConstraints().addAll(new ColumnConstraints(KEYS_WIDTH), new ColumnConstraints(WORDS_WIDTH));
        commands.stream().filter(command -> !command.keys().isEmpty())
                .forEach(command -> add(grid, PaletteView.words(command.keys()), command.title()));
        for (CurationAction action : CurationAction.values()) {
            add(grid, PaletteView.words(action.keys()), "Explore: " + action.title().toLowerCase(Locale.ROOT));
        }
        OF_SCREENS.forEach(line -> add(grid, line.getFirst(), line.getLast()));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setId("shortcuts");
        scroll.setAccessibleText("Shortcuts");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_HEIGHT);
        getChildren().addAll(title, scroll);
    }

    private static void add(GridPane grid, String keys, String words) {
        Label key = new Label(keys);
        key.getStyleClass().add("palette-keys");
        Label meaning = new Label(words);
        meaning.setWrapText(true);
        grid.addRow(grid.getRowCount(), key, meaning);
    }
}
