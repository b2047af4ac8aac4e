package topicworkbench.ui.explore;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.ui.explore.SearchViewModel.Standing;
import topicworkbench.ui.support.Buttons;
import topicworkbench.wording.Figures;

/** Where people type what they search for; counts while they type, filters on Enter, and says what is wrong beside it. */
final class SearchField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final Duration PAUSE = Duration.millis(250);
    private static final String HELP = """
            late refund   both words
            late OR slow   one of them
            "waste of money"   one after the other
            refund*   a word that begins so
            /charg(e|ing)/   a word that the expression accepts
            -windows   without the word""";

    private final SearchViewModel model;
    private final TextField field = new TextField();
    private final Label words = new Label();
    private final Button stop;
    private final ContextMenu history = new ContextMenu();

    SearchField(SearchViewModel model, Exploration exploration) {
        this.model = model;
        getStyleClass().add("search-field");
        field.setId("review-search");
        field.setPromptText("Search reviews");
        field.setAccessibleText("Search reviews");
        Tooltip help = new Tooltip(HELP);
        field.setTooltip(help);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button earlier = Buttons.flat("", Feather.CLOCK, this::showHistory);
        earlier.setId("search-history");
        earlier.setAccessibleText("Searches of before");
        earlier.setTooltip(new Tooltip("Searches of before (Down)"));
        Button clear = Buttons.flat("", Feather.X, () -> {
            field.clear();
            model.search("");
        });
        clear.setId("search-clear");
        clear.setAccessibleText("Clear the search");
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        HBox row = new HBox(4, field, clear, earlier);
        row.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        stop = Buttons.flat("Stop", null, this::stopOrMake);
        stop.setId("search-stop");
        HBox below = new HBox(8, words, stop);
        below.setAlignment(Pos.CENTER_LEFT);
        below.managedProperty().bind(below.visibleProperty());
        below.visibleProperty().bind(words.textProperty().isNotEmpty());
        getChildren().addAll(row, below);

        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(event -> model.lookUp(field.getText()));
        field.textProperty().subscribe((before, now) -> pause.playFromStart());
        field.setOnAction(event -> {
            pause.stop();
            model.search(field.getText());
        });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DOWN) {
                showHistory();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                model.search("");
                key.consume();
            }
        });
        model.standingProperty().subscribe(standing -> say());
        model.mistakeProperty().subscribe(mistake -> say());
        model.foundProperty().subscribe(count -> say());
        exploration.filtersProperty().subscribe(filters -> {
            String applied = filters.on(Dimension.SEARCH).map(filter -> ((Filter.Chosen) filter).what()).orElse("");
            if (!field.isFocused() || !applied.isEmpty()) {
                field.setText(applied);
                pause.stop();
            }
            say();
        });
    }

    void begin() {
        field.requestFocus();
        field.selectAll();
    }

    private void stopOrMake() {
        if (model.standingProperty().get() instanceof Standing.Making) {
            model.stop();
        } else {
            model.makeIndex();
        }
    }

    private void showHistory() {
        history.getItems().setAll(model.history().stream().map(search -> {
            MenuItem item = new MenuItem(search);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                field.setText(search);
                model.search(search);
            });
            return item;
        }).toList());
        if (history.getItems().isEmpty()) {
            MenuItem none = new MenuItem("Nothing was searched for yet");
            none.setDisable(true);
            history.getItems().setAll(none);
        }
        history.show(field, Side.BOTTOM, 0, 4);
    }

    /** A mistake first, then how far the index is, then what would be found. */
    private void say() {
        boolean wrong = model.mistakeProperty().get() != null;
        field.pseudoClassStateChanged(ERROR, wrong);
        words.getStyleClass().setAll("label", wrong ? "field-error" : "caption");
        Standing standing = model.standingProperty().get();
        boolean button = !wrong && !(standing instanceof Standing.Ready);
        stop.setVisible(button);
        stop.setManaged(button);
        stop.setText(standing instanceof Standing.Making ? "Stop" : standing instanceof Standing.Failed ? "Try again" : "Index now");
        int found = model.foundProperty().get();
        words.setText(wrong ? model.mistakeProperty().get().line() : switch (standing) {
            case Standing.Making(double fraction) -> "The index is being made: " + Math.round(100 * fraction)
                    + "%. A search waits for it.";
            case Standing.Stopped() -> "The reviews are not indexed, so they cannot be searched.";
            case Standing.Failed(var why) -> why.line();
            case Standing.Ready() -> found == SearchViewModel.UNKNOWN || isApplied() ? "" : found == 0 ? "No review has it."
                    : Figures.count(found, "review") + " · Enter filters by it";
        });
    }

    private boolean isApplied() {
        return model.applied().map(query -> query.written().equals(field.getText().strip())).orElse(false);
    }
}
