package topicworkbench.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/**
 * A drawn plot under the mouse: tells where the cursor is and which stretch of x the user wants to see. The wheel zooms
 * about the cursor, dragging chooses a stretch, a double click or the key 0 shows all again; +, − and the arrow keys do
 * the same without a mouse, and with Shift the arrow keys move the cursor.
 */
final class PlotArea extends Pane {
    private static final double LEAST_DRAG = 6;
    private static final double ZOOM = 1.25;
    private static final double STEP = 0.2;
    /** Of the plot's width, by which a key moves the cursor. */
    private static final double CURSOR_STEP = 0.01;

    private final Line cursor = new Line();
    private final Region chosen = new Region();
    private final Consumer<OptionalDouble> onCursor;
    private final Consumer<Range> onStretch;
    /** Empty until something is drawn; made at once, because what is added while a layout goes on is not laid out. */
    private final ChartCanvas canvas = new ChartCanvas(new JFreeChart(null, null, new XYPlot(), false));
    private boolean drawn;
    private double pressedAt = Double.NaN;

    /**
     * @param onCursor  gets the x under the mouse, or nothing when it has left
     * @param onStretch gets the stretch to show, or null for all
     */
    PlotArea(Consumer<OptionalDouble> onCursor, Consumer<Range> onStretch) {
        this.onCursor = onCursor;
        this.onStretch = onStretch;
        getStyleClass().add("plot-area");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        cursor.getStyleClass().add("plot-cursor");
        chosen.getStyleClass().add("plot-chosen");
        for (javafx.scene.Node mark : new javafx.scene.Node[] {cursor, chosen}) {
            mark.setManaged(false);
            mark.setMouseTransparent(true);
            mark.setVisible(false);
        }
        canvas.getChart().setBackgroundPaint(null);
        canvas.setMouseTransparent(true); // the area itself listens
        canvas.setTooltipEnabled(false);
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        getChildren().addAll(canvas, cursor, chosen);
        setOnMouseMoved(event -> point(event.getX()));
        setOnMouseExited(event -> leave());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::type);
    }

    void draw(JFreeChart chart) {
        drawn = true;
        canvas.setChart(chart);
    }

    private Rectangle2D area() {
        Rectangle2D area = !drawn ? null : canvas.getRenderingInfo().getPlotInfo().getDataArea();
        return area == null || area.getWidth() <= 0 ? null : area;
    }

    private Range shown() {
        return ((XYPlot) canvas.getChart().getPlot()).getDomainAxis().getRange();
    }

    private double valueAt(double pixel) {
        Rectangle2D area = area();
        double inside = Math.clamp(pixel, area.getMinX(), area.getMaxX());
        return ((XYPlot) canvas.getChart().getPlot()).getDomainAxis().java2DToValue(inside, area, RectangleEdge.BOTTOM);
    }

    private void point(double pixel) {
        Rectangle2D area = area();
        if (area == null || pixel < area.getMinX() || pixel > area.getMaxX()) {
            leave();
            return;
        }
        cursor.setStartX(pixel);
        cursor.setEndX(pixel);
        cursor.setStartY(area.getMinY());
        cursor.setEndY(area.getMaxY());
        cursor.setVisible(true);
        onCursor.accept(OptionalDouble.of(valueAt(pixel)));
    }

    private void leave() {
        cursor.setVisible(false);
        onCursor.accept(OptionalDouble.empty());
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedAt = event.getButton() == MouseButton.PRIMARY && area() != null ? event.getX() : Double.NaN;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            pressedAt = Double.NaN;
            onStretch.accept(null);
        }
    }

    private void drag(MouseEvent event) {
        point(event.getX());
        if (!Double.isNaN(pressedAt)) {
            double left = Math.min(pressedAt, event.getX());
            chosen.resizeRelocate(left, area().getMinY(), Math.abs(event.getX() - pressedAt), area().getHeight());
            chosen.setVisible(true);
        }
    }

    private void release(MouseEvent event) {
        chosen.setVisible(false);
        if (!Double.isNaN(pressedAt) && Math.abs(event.getX() - pressedAt) >= LEAST_DRAG) {
            double one = valueAt(pressedAt);
            double other = valueAt(event.getX());
            if (one != other) {
                onStretch.accept(new Range(Math.min(one, other), Math.max(one, other)));
            }
        }
        pressedAt = Double.NaN;
    }

    private void scroll(ScrollEvent event) {
        if (area() != null && event.getDeltaY() != 0) {
            zoom(valueAt(event.getX()), event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM);
            event.consume();
        }
    }

    private void zoom(double about, double factor) {
        Range now = shown();
        double from = about - (about - now.getLowerBound()) * factor;
        double to = about + (now.getUpperBound() - about) * factor;
        if (to - from > Math.ulp(Math.abs(to)) * (1 << 12)) { // beyond that the axis has no numbers left
            onStretch.accept(new Range(from, to));
        }
    }

    /** The cursor by a share of the width; it begins in the middle. */
    private void move(double share) {
        Rectangle2D area = area();
        double from = cursor.isVisible() ? cursor.getStartX() : area.getCenterX();
        point(Math.clamp(from + share * area.getWidth(), area.getMinX(), area.getMaxX()));
    }

    private void type(KeyEvent event) {
        if (area() == null) {
            return;
        }
        Range now = shown();
        if (event.isShiftDown() && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            move(event.getCode() == KeyCode.LEFT ? -CURSOR_STEP : CURSOR_STEP);
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(now.getCentralValue(), 1 / ZOOM);
            case MINUS, SUBTRACT -> zoom(now.getCentralValue(), ZOOM);
            case LEFT -> onStretch.accept(Range.shift(now, -STEP * now.getLength(), true));
            case RIGHT -> onStretch.accept(Range.shift(now, STEP * now.getLength(), true));
            case DIGIT0, NUMPAD0 -> onStretch.accept(null);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
