package topicworkbench.ui.explore;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.chart.MapTool;
import topicworkbench.ui.chart.ScatterMap;
import topicworkbench.ui.support.Buttons;

/** Above the map: what its colors say, what dragging does, and what to do with what is chosen. */
final class MapTools extends FlowPane {
    private static final double GAP = 4;

    private final ScatterMap map;
    private final ToggleButton legend;

    MapTools(Exploration exploration, MapViewModel model, ScatterMap map, SelectionMenu selections) {
        this.map = map;
        getStyleClass().add("map-tools");
        setAlignment(Pos.CENTER_LEFT);
        setHgap(GAP);
        setVgap(GAP);
        ComboBox<ColorBy> colorBy = new ComboBox<>();
        colorBy.setId("color-by");
        exploration.runProperty().subscribe(run -> {
            ColorBy chosen = model.colorByProperty().get();
            colorBy.getItems().setAll(ColorBy.all(run == null ? List.of() : run.otherColumns()));
            colorBy.setValue(chosen);
        });
        colorBy.valueProperty().bindBidirectional(model.colorByProperty());
        colorBy.setAccessibleText("Color by");
        colorBy.setMaxWidth(176); // with the tools it fits in one row of a window of 1280
        Label caption = new Label("Color by");
        caption.getStyleClass().add("caption");
        caption.setMinWidth(USE_PREF_SIZE);
        HBox what = new HBox(GAP, caption, colorBy);
        what.setAlignment(Pos.CENTER_LEFT);
        Button invert = icon("invert-selection", Feather.REPEAT, "Choose the others (I)", model::invert);
        invert.disableProperty().bind(exploration.filtersProperty().map(filters -> model.chosen().isEmpty()));
        legend = toggle("show-legend", Feather.LIST, "Legend");
        legend.setSelected(true);
        HBox tools = new HBox(GAP, tool("lasso", Feather.PEN_TOOL, "Lasso (L, or drag with Shift)", MapTool.LASSO),
                tool("rectangle", Feather.SQUARE, "Rectangle (R)", MapTool.RECTANGLE), invert, selections,
                icon("fit-map", Feather.MAXIMIZE, "Show all (0)", map::fit), legend);
        getChildren().setAll(what, tools); // where the panel is narrow one stands below the other
    }

    BooleanProperty legendShownProperty() {
        return legend.selectedProperty();
    }

    private ToggleButton tool(String id, Ikon icon, String words, MapTool tool) {
        ToggleButton button = toggle(id, icon, words);
        button.setOnAction(event -> map.toolProperty().set(button.isSelected() ? tool : MapTool.MOVE));
        map.toolProperty().subscribe(now -> button.setSelected(now == tool));
        return button;
    }

    private static ToggleButton toggle(String id, Ikon icon, String words) {
        ToggleButton button = new ToggleButton(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Button icon(String id, Ikon icon, String words, Runnable action) {
        Button button = Buttons.flat("", icon, action);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
