package topicworkbench.ui.chart;

import javafx.collections.ObservableList;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Polygon;
import topicworkbench.scatter.Outline;
import topicworkbench.scatter.Viewport;

/**
 * Mouse and keys on a map. Dragging moves it, or outlines if that is the tool or Shift is held; the wheel zooms about the
 * cursor, a double click shows all; arrows, +, − and 0 do the same without a mouse.
 */
final class MapGestures {
    private static final double ZOOM = 1.25;
    private static final double WHEEL_NOTCH = 40;
    private static final double STEP = 0.15;
    /** A shorter drag is a click with an unsteady hand. */
    private static final double LEAST_DRAG = 4;
    private static final double LEAST_LASSO_STEP = 3;

    private final ScatterMap map;
    private final Polygon drawn = new Polygon();
    private MapTool dragging;
    private boolean moved;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;

    MapGestures(ScatterMap map) {
        this.map = map;
        drawn.getStyleClass().add("map-outline");
        drawn.setManaged(false);
        drawn.setMouseTransparent(true);
        map.overlay().getChildren().add(drawn);
        map.setOnMouseMoved(event -> map.point(event.getX(), event.getY()));
        map.setOnMouseExited(event -> map.leave());
        map.setOnMousePressed(this::press);
        map.setOnMouseDragged(this::drag);
        map.setOnMouseReleased(this::release);
        map.setOnScroll(this::scroll);
        map.setOnZoom(event -> map.zoom(event.getZoomFactor(), event.getX(), event.getY()));
        map.setOnKeyPressed(this::type);
        map.toolProperty().subscribe(tool -> map.setCursor(tool == MapTool.MOVE ? Cursor.DEFAULT : Cursor.CROSSHAIR));
    }

    private void press(MouseEvent event) {
        map.requestFocus();
        dragging = null;
        if (event.getButton() == MouseButton.PRIMARY && map.viewportProperty().get() != null) {
            MapTool tool = map.toolProperty().get();
            dragging = tool == MapTool.MOVE && event.isShiftDown() ? MapTool.LASSO : tool;
            moved = false;
            pressedX = event.getX();
            pressedY = event.getY();
            lastX = pressedX;
            lastY = pressedY;
            drawn.getPoints().setAll(pressedX, pressedY);
        }
    }

    private void drag(MouseEvent event) {
        moved |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) >= LEAST_DRAG;
        if (dragging == null || !moved) {
            return;
        }
        switch (dragging) {
            case MOVE -> {
                map.pan(event.getX() - lastX, event.getY() - lastY);
                lastX = event.getX();
                lastY = event.getY();
            }
            case LASSO -> {
                if (Math.hypot(event.getX() - lastX, event.getY() - lastY) >= LEAST_LASSO_STEP) {
                    drawn.getPoints().addAll(event.getX(), event.getY());
                    lastX = event.getX();
                    lastY = event.getY();
                }
            }
            case RECTANGLE -> drawn.getPoints().setAll(pressedX, pressedY, event.getX(), pressedY, event.getX(), event.getY(),
                    pressedX, event.getY());
        }
    }

    private void release(MouseEvent event) {
        if (dragging != null && moved && dragging != MapTool.MOVE && drawn.getPoints().size() >= 6) {
            map.outline(onPlane(drawn.getPoints(), map.viewportProperty().get()));
        } else if (dragging != null && !moved && event.getClickCount() == 2) {
            map.fit();
        } else if (dragging != null && !moved) {
            map.click(event.getX(), event.getY());
        }
        dragging = null;
        drawn.getPoints().clear();
    }

    private static Outline onPlane(ObservableList<Double> corners, Viewport view) {
        double[] x = new double[corners.size() / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = view.planeX(corners.get(2 * i));
            y[i] = view.planeY(corners.get(2 * i + 1));
        }
        return new Outline(x, y);
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && dragging == null) {
            map.zoom(Math.pow(ZOOM, event.getDeltaY() / WHEEL_NOTCH), event.getX(), event.getY());
        }
        event.consume();
    }

    private void type(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double middleX = map.getWidth() / 2;
        double middleY = map.getHeight() / 2;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> map.zoom(ZOOM, middleX, middleY);
            case MINUS, SUBTRACT -> map.zoom(1 / ZOOM, middleX, middleY);
            case LEFT -> map.pan(STEP * map.getWidth(), 0);
            case RIGHT -> map.pan(-STEP * map.getWidth(), 0);
            case UP -> map.pan(0, STEP * map.getHeight());
            case DOWN -> map.pan(0, -STEP * map.getHeight());
            case DIGIT0, NUMPAD0 -> map.fit();
            case L -> map.toolProperty().set(MapTool.LASSO);
            case R -> map.toolProperty().set(MapTool.RECTANGLE);
            case ESCAPE -> {
                boolean busy = dragging != null || map.toolProperty().get() != MapTool.MOVE;
                dragging = null;
                drawn.getPoints().clear();
                map.toolProperty().set(MapTool.MOVE);
                if (!busy) {
                    return; // someone else's Esc
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
