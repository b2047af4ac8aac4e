package topicworkbench.ui.explore;

import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import topicworkbench.ui.explore.Coloring.Shade;
import topicworkbench.ui.support.Figures;

/** What the map's colors mean; a click hides or shows one, a double click shows it alone. */
final class MapLegend extends ScrollPane {
    private static final double WIDTH = 196;
    private static final double DOT = 5;
    private static final int DOUBLE = 2;

    private final MapViewModel model;
    private final VBox rows = new VBox();
    private Coloring shown;
    private Set<Integer> hidden = Set.of();

    MapLegend(MapViewModel model) {
        this.model = model;
        getStyleClass().add("map-legend");
        rows.setFillWidth(true);
        setContent(rows);
        setFitToWidth(true);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText("Legend");
        model.pictureProperty().subscribe(this::show);
    }

    private void show(MapViewModel.Picture picture) {
        if (picture == null) {
            rows.getChildren().clear();
            shown = null;
        } else if (picture.coloring() != shown || !picture.hidden().equals(hidden)) {
            boolean same = shown != null && shown.shades().equals(picture.coloring().shades());
            shown = picture.coloring();
            hidden = picture.hidden();
            if (same && rows.getChildren().size() == shown.shades().size()) {
                for (int i = 0; i < shown.shades().size(); i++) {
                    ((ToggleButton) rows.getChildren().get(i)).setSelected(!hidden.contains(shown.shades().get(i).code()));
                }
            } else {
                rows.getChildren().setAll(shown.shades().stream().map(this::row).toList());
            }
        }
    }

    private ToggleButton row(Shade shade) {
        Label name = new Label(shade.name());
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label count = new Label(Figures.count(shade.count()));
        count.getStyleClass().add("caption");
        count.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, new Circle(DOT, Color.rgb(shade.rgb() >> 16, shade.rgb() >> 8 & 0xff, shade.rgb() & 0xff)), name,
                count);
        line.setAlignment(Pos.CENTER_LEFT);
        ToggleButton row = new ToggleButton(null, line);
        line.prefWidthProperty().bind(row.widthProperty().subtract(16));
        row.getStyleClass().add("map-legend-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setSelected(!hidden.contains(shade.code()));
        row.setAccessibleText(shade.name() + ", " + Figures.count(shade.count(), "review"));
        row.setTooltip(new Tooltip(shade.name() + "\nClick to hide or show, double click to show it alone"));
        row.setOnAction(event -> model.toggle(shade.code()));
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == DOUBLE) {
                model.isolate(shade.code()); // after two toggles, which took each other back
            }
        });
        return row;
    }
}
