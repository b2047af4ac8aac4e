package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
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
import topicworkbench.wording.Figures;

/** What the map's colors mean; a click hides or shows one, a double click shows it alone. */
final class MapLegend extends ScrollPane {
    private static final double WIDTH = 196;
    private static final double DOT = 5;
    private static final int DOUBLE = 2;
    private static final int AT_A_TIME = 60;

    private final MapViewModel model;
    private final VBox rows = new VBox();
    private final List<ToggleButton> toggles = new ArrayList<>();
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
            toggles.clear();
            shown = null;
        } else if (picture.coloring() != shown || !picture.hidden().equals(hidden)) {
            boolean same = shown != null && shown.shades().equals(picture.coloring().shades());
            shown = picture.coloring();
            hidden = picture.hidden();
            if (same) {
                for (int i = 0; i < toggles.size(); i++) {
                    toggles.get(i).setSelected(!hidden.contains(shown.shades().get(i).code()));
                }
            } else {
                rows.getChildren().clear();
                toggles.clear();
                showMore();
            }
        }
    }

    /** Some rows at a time: five hundred at once hold the window up. */
    private void showMore() {
        List<Shade> shades = shown.shades();
        int to = Math.min(shades.size(), toggles.size() + AT_A_TIME);
        shades.subList(toggles.size(), to).forEach(shade -> toggles.add(row(shade)));
        rows.getChildren().setAll(toggles);
        if (to < shades.size()) {
            Hyperlink more = new Hyperlink("Show " + Math.min(AT_A_TIME, shades.size() - to) + " of " + (shades.size() - to) + " more");
            more.setId("more-of-legend");
            more.setOnAction(event -> showMore());
            rows.getChildren().add(more);
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
