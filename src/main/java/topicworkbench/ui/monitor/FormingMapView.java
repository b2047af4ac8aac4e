package topicworkbench.ui.monitor;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunEvent.MapShaped;
import topicworkbench.ui.chart.ScatterMap;
import topicworkbench.ui.support.Notice;
import topicworkbench.wording.Figures;

/** The map as it stood a moment ago: every review in its topic's color, moving to its place. */
final class FormingMapView extends BorderPane {
    private final ScatterMap map;
    private final Label standing = new Label();
    private final Notice empty = Notice.empty(Feather.MAP, "No map to watch", "The stage map shows the map here while it"
            + " forms in this window. A finished one is in Explore.");

    FormingMapView(FormingMapViewModel model, ReadOnlyBooleanProperty dark) {
        map = new ScatterMap(dark);
        map.setId("forming-map");
        getStyleClass().add("topics-forming");
        standing.getStyleClass().addAll("caption", "chart-tools");
        standing.setId("forming-map-standing");
        setTop(standing);
        model.shapeProperty().subscribe(this::show);
    }

    private void show(FormingMapViewModel.Shape shape) {
        standing.setVisible(shape != null);
        setCenter(shape == null ? empty : map);
        if (shape == null) {
            map.clear();
        } else {
            MapShaped event = shape.event();
            standing.setText("Step " + Figures.count(event.step()) + " of " + Figures.count(event.steps()) + " · "
                    + Figures.count(event.map().documents(), "review") + " · divergence " + Figures.score(event.divergence())
                    + " nats");
            map.show(shape.points(), null);
        }
    }
}
