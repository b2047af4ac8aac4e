package topicworkbench.ui.chart;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.Viewport;

/** The whole of a map in a corner, with a frame around the part that is seen; shown while that is not all. */
public final class MiniMap extends Region {
    private static final double SIDE = 128;
    private static final double FROM_ZOOM = 1.3;

    private final ScatterMap map;
    private final ScatterMap whole;
    private final Rectangle frame = new Rectangle();

    public MiniMap(ScatterMap map, ReadOnlyBooleanProperty dark) {
        this.map = map;
        whole = new ScatterMap(dark);
        whole.setMouseTransparent(true);
        whole.setFocusTraversable(false);
        getStyleClass().add("mini-map");
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        setAccessibleText("Part of the map that is seen");
        frame.getStyleClass().add("mini-map-frame");
        frame.setManaged(false);
        whole.overlay().getChildren().add(frame);
        getChildren().add(whole);
        map.viewportProperty().subscribe(this::follow);
        whole.viewportProperty().subscribe(view -> follow(map.viewportProperty().get()));
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
    }

    public void show(ColoredPoints points, ColoredPoints context) {
        whole.show(points, context);
    }

    @Override
    protected void layoutChildren() {
        whole.resizeRelocate(1, 1, getWidth() - 2, getHeight() - 2); // inside the border
    }

    private void follow(Viewport view) {
        setVisible(view != null && map.zoom() > FROM_ZOOM);
        Viewport all = whole.viewportProperty().get();
        if (isVisible() && all != null) {
            double left = all.pixelX(view.planeX(0));
            double top = all.pixelY(view.planeY(0));
            frame.setX(left);
            frame.setY(top);
            frame.setWidth(Math.max(2, all.pixelX(view.planeX(view.width())) - left));
            frame.setHeight(Math.max(2, all.pixelY(view.planeY(view.height())) - top));
        }
    }

    private void go(MouseEvent event) {
        Viewport all = whole.viewportProperty().get();
        map.center(all.planeX(event.getX()), all.planeY(event.getY()));
        event.consume();
    }
}
