package topicworkbench.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import topicworkbench.chart.BinnedChart;
import topicworkbench.chart.BinnedChart.Cell;
import topicworkbench.chart.BinnedLayout;
import topicworkbench.chart.HouseStyle;

/**
 * A {@link BinnedChart} on the screen. Dragging over bins brushes them, a click on one brushes it alone or, among several
 * cells, tells which cell; with Ctrl it adds to what is brushed; a double click takes the brush away. The arrow keys move a mark from bin
 * to bin, with Shift they stretch it, Enter brushes what is marked, Delete takes the brush away.
 */
public final class BinnedPane extends Region {
    private static final double LEAST_DRAG = 4;

    /** Hears what is brushed. */
    @FunctionalInterface
    public interface Brush {
        /** Bins {@code from} to {@code to}, both included. @param adding whether to what is brushed already */
        void brushed(int from, int to, boolean adding);
    }

    private final ReadOnlyBooleanProperty dark;
    private final Canvas canvas = new Canvas();
    private final Region mark = new Region();
    private final Tooltip values = new Tooltip();
    private BinnedChart chart;
    private Brush onBrush = (from, to, adding) -> { };
    private Runnable onReset = () -> { };
    private IntConsumer onCell = key -> { };
    private BiFunction<Cell, Integer, String> words = (cell, bin) -> "";
    private Point2D pressedAt;
    private int pressedCell = -1;
    private int anchor = -1;
    private int end = -1;

    public BinnedPane(ReadOnlyBooleanProperty dark) {
        this.dark = dark;
        getStyleClass().add("plot-area");
        setMinSize(0, 0);
        setFocusTraversable(true);
        mark.getStyleClass().add("plot-chosen");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        values.setShowDelay(Duration.millis(50));
        values.setShowDuration(Duration.INDEFINITE);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, mark);
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> Tooltip.uninstall(this, values));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::type);
        Looks.follow(this, dark, this::draw);
        // a canvas keeps what was drawn at the old scale when the window goes to a screen of another
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty).subscribe(scale -> draw());
    }

    public void setOnBrush(Brush listener) {
        onBrush = listener;
    }

    public void setOnReset(Runnable listener) {
        onReset = listener;
    }

    /** @param listener gets the key of the cell that was clicked; only where there are several, or in its title */
    public void setOnCell(IntConsumer listener) {
        onCell = listener;
    }

    /** @param newWords what stands beside the pointer over a bin of a cell */
    public void setWords(BiFunction<Cell, Integer, String> newWords) {
        words = newWords;
    }

    public void show(BinnedChart newChart) {
        chart = newChart;
        anchor = -1;
        mark.setVisible(false);
        setAccessibleText(newChart.title());
        draw();
    }

    private BinnedLayout laidOut() {
        return new BinnedLayout(new Rectangle2D.Double(0, 0, getWidth(), getHeight()), chart);
    }

    private void draw() {
        if (chart == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        chart.drawing().draw(new CanvasGraphics(canvas),
                new Rectangle2D.Double(0, 0, getWidth(), getHeight()), HouseStyle.of(dark.get()));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void point(MouseEvent event) {
        int cell = chart == null ? -1 : laidOut().cellAt(event.getX(), event.getY());
        if (cell < 0 || chart.ticks().isEmpty()) {
            Tooltip.uninstall(this, values);
            return;
        }
        String text = words.apply(chart.cells().get(cell), laidOut().binAt(cell, event.getX(), event.getY()));
        values.setText(text);
        if (text.isEmpty()) {
            Tooltip.uninstall(this, values);
        } else {
            Tooltip.install(this, values);
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedAt = null;
        if (chart == null || event.getButton() != MouseButton.PRIMARY || chart.ticks().isEmpty()) {
            return;
        }
        if (event.getClickCount() == 2) {
            onReset.run();
            return;
        }
        pressedCell = laidOut().cellAt(event.getX(), event.getY());
        pressedAt = pressedCell < 0 ? null : new Point2D(event.getX(), event.getY());
    }

    private void drag(MouseEvent event) {
        if (pressedAt != null && pressedAt.distance(event.getX(), event.getY()) >= LEAST_DRAG) {
            int one = laidOut().binAt(pressedCell, pressedAt.getX(), pressedAt.getY());
            int other = laidOut().binAt(pressedCell, event.getX(), event.getY());
            showMark(pressedCell, Math.min(one, other), Math.max(one, other));
        }
    }

    private void release(MouseEvent event) {
        if (pressedAt == null) {
            return;
        }
        mark.setVisible(false);
        BinnedLayout layout = laidOut();
        int one = layout.binAt(pressedCell, pressedAt.getX(), pressedAt.getY());
        if (pressedAt.distance(event.getX(), event.getY()) >= LEAST_DRAG) {
            int other = layout.binAt(pressedCell, event.getX(), event.getY());
            onBrush.brushed(Math.min(one, other), Math.max(one, other), event.isShortcutDown());
        } else if (chart.cells().size() > 1) {
            onCell.accept(chart.cells().get(pressedCell).key());
        } else {
            onBrush.brushed(one, one, event.isShortcutDown());
        }
        pressedAt = null;
    }

    private void showMark(int cell, int from, int to) {
        Rectangle2D bounds = laidOut().bounds(cell, from, to);
        mark.resizeRelocate(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        mark.setVisible(true);
    }

    private void type(KeyEvent key) {
        int bins = chart == null ? 0 : chart.ticks().size();
        if (bins == 0) {
            return;
        }
        switch (key.getCode()) {
            case LEFT, RIGHT, UP, DOWN -> {
                if (key.isAltDown()) {
                    return; // leads through the filters
                }
                int step = key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.UP ? -1 : 1;
                end = anchor < 0 ? (step > 0 ? 0 : bins - 1) : Math.clamp(end + step, 0, bins - 1);
                anchor = anchor < 0 || !key.isShiftDown() ? end : anchor;
                showMark(0, Math.min(anchor, end), Math.max(anchor, end));
            }
            case ENTER -> {
                if (anchor >= 0) {
                    onBrush.brushed(Math.min(anchor, end), Math.max(anchor, end), key.isShortcutDown());
                }
            }
            case DELETE, BACK_SPACE -> onReset.run();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
