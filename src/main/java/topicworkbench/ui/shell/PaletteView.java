package topicworkbench.ui.shell;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field to type in and the commands that answer; arrow keys choose, Enter does. */
final class PaletteView extends VBox {
    private static final double WIDTH = 560;
    private static final double ROW = 36;
    private static final int ROWS = 10;

    private final PaletteViewModel model;
    private final Consumer<Command> run;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();

    PaletteView(PaletteViewModel model, Consumer<Command> run) {
        this.model = model;
        this.run = run;
        getStyleClass().add("palette");
        setPrefWidth(WIDTH);
        field.setId("palette-field");
        field.setPromptText("Search commands, runs, pages and settings");
        field.setAccessibleText("Search commands, runs, pages and settings");
        field.textProperty().bindBidirectional(model.typedProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setId("palette-list");
        list.setAccessibleText("Commands found");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * ROWS);
        list.setPlaceholder(new Label("Nothing answers to that"));
        list.setItems(model.found());
        list.setCellFactory(any -> new CommandCell());
        model.found().addListener((ListChangeListener<Command>) change -> list.getSelectionModel().selectFirst());
        getChildren().addAll(field, list);
    }

    TextField field() {
        return field;
    }

    void open() {
        model.open();
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case PAGE_DOWN -> step(ROWS);
            case PAGE_UP -> step(-ROWS);
            case ENTER -> runChosen();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int rows) {
        int last = model.found().size() - 1;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + rows, 0, Math.max(0, last));
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - ROWS + 2));
    }

    private void runChosen() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            run.accept(chosen);
        }
    }

    /** Kind, title, detail, keys. */
    private final class CommandCell extends ListCell<Command> {
        private final Label kind = new Label();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox row;

        CommandCell() {
            kind.getStyleClass().add("palette-kind");
            detail.getStyleClass().add("caption");
            keys.getStyleClass().add("palette-keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            detail.setMinWidth(0);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(8, kind, title, detail, gap, keys);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            row.setMinWidth(0);
            row.setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    run.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty ? null : row);
            setAccessibleText(empty ? null : command.kind().word() + ": " + command.title());
            if (!empty) {
                kind.setText(command.kind().word());
                title.setText(command.title());
                detail.setText(command.detail());
                keys.setText(words(command.keys()));
            }
        }
    }

    /** Keys as this system writes them. */
    static String words(String keys) {
        return keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText();
    }
}
