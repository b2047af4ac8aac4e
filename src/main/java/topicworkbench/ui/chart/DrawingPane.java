package topicworkbench.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.MarkedDrawing;
import topicworkbench.chart.MarkedDrawing.Mark;

/**
 * A drawing on the screen: it follows the theme and its own size, says what is pointed at, and tells what is clicked. The
 * arrow keys go from part to part, Enter is a click.
 */
public final class DrawingPane extends Region {
    private static final int NONE = -1;

    private final ReadOnlyBooleanProperty dark;
    private final Canvas canvas = new Canvas();
    private final Tooltip words = new Tooltip();
    private MarkedDrawing drawing;
    private List<Mark> marks = List.of();
    private Mark pointed;
    private int pointedAt = NONE;
    private Consumer<Object> onPointed = key -> { };
    private BiConsumer<Object, Boolean> onClicked = (key, more) -> { };

    public DrawingPane(ReadOnlyBooleanProperty dark) {
        this.dark = dark;
        getStyleClass().add("drawing");
        setMinSize(0, 0);
        setFocusTraversable(true);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        words.setShowDelay(Duration.millis(150));
        setOnMouseMoved(event -> point(at(event.getX(), event.getY())));
        setOnMouseExited(event -> point(NONE));
        setOnMouseClicked(this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::type);
        Looks.follow(this, dark, this::draw);
        // a canvas keeps what was drawn at the old scale when the window goes to a screen of another
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty)
                .subscribe(scale -> draw());
    }

    /** @param listener gets the key of what the pointer is on, or null when it is on nothing */
    public void setOnPointed(Consumer<Object> listener) {
        onPointed = listener;
    }

    /** @param listener gets the key of what was clicked, and whether it is to be added to what is chosen (Ctrl or Shift) */
    public void setOnClicked(BiConsumer<Object, Boolean> listener) {
        onClicked = listener;
    }

    /** Null shows nothing. */
    public void show(MarkedDrawing newDrawing) {
        drawing = newDrawing;
        draw();
    }

    /** What is shown; null for nothing. */
    public MarkedDrawing drawing() {
        return drawing;
    }

    /** Where a drawing is drawn. */
    public Rectangle2D area() {
        return new Rectangle2D.Double(0, 0, getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth()); // a canvas has no layout of its own
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        marks = List.of();
        if (drawing != null && getWidth() > 0 && getHeight() > 0) {
            drawing.draw(new CanvasGraphics(canvas), area(), HouseStyle.of(dark.get()));
            marks = drawing.marks(area());
        }
    }

    private int at(double x, double y) {
        return drawing == null || marks.isEmpty() ? NONE : drawing.at(marks, area(), x, y);
    }

    private void point(int place) {
        Mark mark = place == NONE ? null : marks.get(place);
        pointedAt = place;
        Object before = pointed == null ? null : pointed.key();
        Object now = mark == null ? null : mark.key();
        pointed = mark;
        if (Objects.equals(before, now)) {
            return;
        }
        setCursor(mark == null ? Cursor.DEFAULT : Cursor.HAND);
        if (mark == null) {
            Tooltip.uninstall(this, words);
        } else {
            words.setText(mark.words());
            Tooltip.install(this, words);
        }
        onPointed.accept(now);
    }

    private void click(MouseEvent event) {
        requestFocus();
        int place = at(event.getX(), event.getY());
        if (place != NONE && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            onClicked.accept(marks.get(place).key(), event.isShortcutDown() || event.isShiftDown());
        }
    }

    private void type(KeyEvent event) {
        int step = switch (event.getCode()) {
            case DOWN, RIGHT -> 1;
            case UP, LEFT -> -1;
            default -> 0;
        };
        if (step != 0 && !marks.isEmpty()) {
            int now = place();
            point(now == NONE ? 0 : Math.floorMod(now + step, marks.size()));
            event.consume();
        } else if (pointed != null && (event.getCode() == javafx.scene.input.KeyCode.ENTER
                || event.getCode() == javafx.scene.input.KeyCode.SPACE)) {
            onClicked.accept(pointed.key(), event.isShortcutDown() || event.isShiftDown());
            event.consume();
        }
    }

    /** Of what is pointed at, which may have moved since. */
    private int place() {
        if (pointed == null) {
            return NONE;
        }
        if (pointedAt != NONE && pointedAt < marks.size() && marks.get(pointedAt).key().equals(pointed.key())) {
            return pointedAt;
        }
        int now = (int) marks.stream().takeWhile(mark -> !mark.key().equals(pointed.key())).count();
        return now == marks.size() ? NONE : now;
    }
}
