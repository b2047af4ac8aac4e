package topicworkbench.ui.explore;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.exploration.Filter;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.Buttons;

/** What the room is filtered by: how many documents are left, a chip for each filter, and the way back and forward. */
final class FilterBar extends HBox {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");
    private static final double DOT = 8;

    private final Exploration exploration;
    private final Label count = new Label();
    private final HBox chips = new HBox(6);
    private final Button clear;

    FilterBar(Exploration exploration) {
        this.exploration = exploration;
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button back = step("filters-back", Feather.ARROW_LEFT, "Filters before (Alt+Left)", exploration::back);
        back.disableProperty().bind(exploration.canGoBackProperty().not());
        Button forward = step("filters-forward", Feather.ARROW_RIGHT, "Filters after (Alt+Right)", exploration::forward);
        forward.disableProperty().bind(exploration.canGoForwardProperty().not());
        count.setId("matching-count");
        count.getStyleClass().add("filter-count");
        count.setMinWidth(USE_PREF_SIZE);
        chips.setAlignment(Pos.CENTER_LEFT);
        ScrollPane row = new ScrollPane(chips);
        row.getStyleClass().add("panel-tabs");
        row.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        row.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        row.setFitToHeight(true);
        row.setMinWidth(0);
        HBox.setHgrow(row, Priority.ALWAYS);
        clear = Buttons.flat("Clear filters", null, exploration::clearFilters);
        clear.setId("clear-filters");
        getChildren().addAll(back, forward, count, row, clear);
        exploration.filtersProperty().subscribe(filters -> showChips());
        exploration.topics().addListener((ListChangeListener<Topic>) change -> showChips());
        exploration.matchingProperty().subscribe(matching -> count.setText(RoomWords.reviews(exploration)));
        exploration.matchingOutdatedProperty()
                .subscribe(outdated -> count.pseudoClassStateChanged(OUTDATED, outdated));
    }

    private static Button step(String id, Ikon icon, String help, Runnable action) {
        Button button = Buttons.flat("", icon, action);
        button.setId(id);
        button.getStyleClass().add("panel-button");
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        return button;
    }

    private void showChips() {
        chips.getChildren().setAll(exploration.filtersProperty().get().list().stream().map(this::chip).toList());
        boolean any = !chips.getChildren().isEmpty();
        clear.setVisible(any);
        clear.setManaged(any);
    }

    private Node chip(Filter filter) {
        String words = filter.words(exploration::topicName);
        Label label = new Label(words);
        if (filter instanceof Filter.Topics topics && topics.topics().size() == 1) {
            javafx.scene.shape.Circle dot = new javafx.scene.shape.Circle(DOT / 2);
            dot.setStyle("-fx-fill: " + exploration.curating().color(topics.topics().iterator().next()));
            label.setGraphic(dot);
        }
        label.setTooltip(new Tooltip(words));
        Button remove = Buttons.flat("", null, () -> exploration.remove(filter.dimension()));
        remove.setGraphic(new FontIcon(Feather.X));
        remove.getStyleClass().add("chip-button");
        remove.setAccessibleText("Remove the filter " + words);
        HBox chip = new HBox(label, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().addAll("run-chip", "filter-chip");
        chip.setId("filter-" + filter.dimension().name().toLowerCase(Locale.ROOT));
        return chip;
    }
}
