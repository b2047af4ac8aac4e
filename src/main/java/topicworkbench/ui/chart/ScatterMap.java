package topicworkbench.ui.chart;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import topicworkbench.chart.HouseStyle;
import topicworkbench.math.Threads;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.Outline;
import topicworkbench.scatter.PointGrid;
import topicworkbench.scatter.Rasterizer;
import topicworkbench.scatter.Viewport;

/**
 * A map of one or two million points that is moved, zoomed, pointed at and outlined. It draws a new picture before each
 * frame in which something has changed; what lies over the points, such as labels, goes to {@link #overlay} and follows
 * {@link #viewportProperty}.
 */
public final class ScatterMap extends Region {
    /** Pixels around all points when all are seen. */
    static final double MARGIN = 24;
    private static final double FURTHEST = 0.5;
    private static final double NEAREST = 4096;
    private static final double POINTING_RADIUS = 8;
    private static final Threads THREADS = new Threads(Threads.available());

    private final ReadOnlyBooleanProperty dark;
    private final Rasterizer rasterizer = new Rasterizer(THREADS);
    private final ImageView picture = new ImageView();
    private final Pane overlay = new Pane();
    private final Frame[] frames = new Frame[2];
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<MapTool> tool = new SimpleObjectProperty<>(MapTool.MOVE);
    private PointGrid grid;
    private ColoredPoints points;
    private ColoredPoints context;
    private boolean fitted = true;
    private boolean stale;
    private int next;

    private IntConsumer onPointed = point -> { };
    private IntConsumer onClicked = point -> { };
    private Consumer<Outline> onOutlined = outline -> { };

    /** Two of them take turns, since one may still be shown while the other is drawn. */
    private record Frame(int width, int height, int[] pixels, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Frame of(int width, int height) {
            IntBuffer memory = IntBuffer.allocate(width * height);
            PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, memory, PixelFormat.getIntArgbPreInstance());
            return new Frame(width, height, memory.array(), buffer, new WritableImage(buffer));
        }
    }

    public ScatterMap(ReadOnlyBooleanProperty dark) {
        this.dark = dark;
        getStyleClass().add("scatter-map");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleText("Map of the reviews");
        picture.setManaged(false);
        picture.setMouseTransparent(true);
        overlay.setManaged(false);
        overlay.setPickOnBounds(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(picture, overlay);
        new MapGestures(this);
        Looks.follow(this, dark, this::redraw);
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::resized);
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty).subscribe(scale -> redraw());
    }

    /** @param listener gets the point under the mouse when that is another than before, or {@link ColoredPoints#NONE} */
    public void setOnPointed(IntConsumer listener) {
        onPointed = listener;
    }

    /** @param listener gets the point that was clicked */
    public void setOnPointClicked(IntConsumer listener) {
        onClicked = listener;
    }

    /** @param listener gets what was outlined by lasso or rectangle, in the plane's units */
    public void setOnOutlined(Consumer<Outline> listener) {
        onOutlined = listener;
    }

    /**
     * Shows points. The part that is seen stays where it is, but for points of another grid when nothing was moved yet:
     * then all are shown.
     *
     * @param newPoints  in their colors
     * @param newContext points of the same grid that stand faintly behind; null for none
     */
    public void show(ColoredPoints newPoints, ColoredPoints newContext) {
        boolean sameGrid = grid == newPoints.grid();
        grid = newPoints.grid();
        points = newPoints;
        context = newContext;
        if (!sameGrid && fitted) {
            fit();
        }
        redraw();
    }

    /** Shows nothing. */
    public void clear() {
        grid = null;
        points = null;
        context = null;
        viewport.set(null);
        picture.setImage(null);
        fitted = true;
    }

    /** What is shown now; null before there are points, or room for them. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** What dragging does. */
    public ObjectProperty<MapTool> toolProperty() {
        return tool;
    }

    /** What is shown, all of it; null before there are points. */
    PointGrid grid() {
        return grid;
    }

    /** Lies over the points, in the node's coordinates. */
    public Pane overlay() {
        return overlay;
    }

    /** All points, in the middle. */
    public void fit() {
        fitted = true;
        Viewport all = wholeView();
        if (all != null) {
            look(all);
        }
    }

    private Viewport wholeView() {
        int width = (int) getWidth();
        int height = (int) getHeight();
        return grid == null || width < 1 || height < 1 ? null : Viewport.fitting(grid, width, height, MARGIN);
    }

    /** How many times larger than where all points are seen; 1 before there is anything to see. */
    public double zoom() {
        return viewport.get() == null ? 1 : viewport.get().scale() / wholeView().scale();
    }

    /** Moves the content by as many pixels. */
    public void pan(double right, double down) {
        if (viewport.get() != null) {
            fitted = false;
            look(viewport.get().moved(right, down));
        }
    }

    /** @param factor above 1 for nearer; what lies at the place stays there */
    public void zoom(double factor, double atX, double atY) {
        Viewport now = viewport.get();
        if (now != null) {
            fitted = false;
            double fit = wholeView().scale();
            double scale = Math.clamp(now.scale() * factor, fit * FURTHEST, fit * NEAREST);
            look(now.zoomed(scale / now.scale(), atX, atY));
        }
    }

    /** Looks at a place at the scale as it is. */
    public void center(double x, double y) {
        Viewport now = viewport.get();
        if (now != null) {
            fitted = false;
            look(new Viewport(x, y, now.scale(), now.width(), now.height()));
        }
    }

    /** The middle stays on the map, lest one lose it. */
    private void look(Viewport wanted) {
        viewport.set(new Viewport(Math.clamp(wanted.centerX(), grid.minX(), grid.minX() + grid.width()),
                Math.clamp(wanted.centerY(), grid.minY(), grid.minY() + grid.height()), wanted.scale(), wanted.width(),
                wanted.height()));
        redraw();
    }

    private void resized() {
        overlay.resize(getWidth(), getHeight());
        Viewport all = wholeView();
        if (all != null) {
            look(fitted || viewport.get() == null ? all : viewport.get().cropped(all.width(), all.height()));
        }
    }

    void point(double atX, double atY) {
        onPointed.accept(pointAt(atX, atY));
    }

    void leave() {
        onPointed.accept(ColoredPoints.NONE);
    }

    void click(double atX, double atY) {
        int point = pointAt(atX, atY);
        if (point != ColoredPoints.NONE) {
            onClicked.accept(point);
        }
    }

    /** The colored point nearest to a place of the node, or {@link ColoredPoints#NONE} if none is near. */
    public int pointAt(double atX, double atY) {
        Viewport now = viewport.get();
        return now == null ? ColoredPoints.NONE
                : points.nearest(now.planeX(atX), now.planeY(atY), POINTING_RADIUS / now.scale());
    }

    void outline(Outline outline) {
        onOutlined.accept(outline);
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (stale && viewport.get() != null && getScene() != null) {
            stale = false;
            draw(viewport.get());
        }
    }

    private void draw(Viewport view) {
        Window window = getScene().getWindow();
        double ratio = window == null ? 1 : window.getOutputScaleX();
        Viewport onScreen = view.resized((int) Math.ceil(view.width() * ratio), (int) Math.ceil(view.height() * ratio));
        Frame frame = frames[next];
        if (frame == null || frame.width != onScreen.width() || frame.height != onScreen.height()) {
            frame = Frame.of(onScreen.width(), onScreen.height());
            frames[next] = frame;
        }
        next = 1 - next;
        Frame drawn = frame;
        HouseStyle style = HouseStyle.of(dark.get());
        Rasterizer.Scene scene = new Rasterizer.Scene(points, context, style.page().getRGB() & 0xffffff,
                style.context().getRGB() & 0xffffff, ratio);
        drawn.buffer.updateBuffer(buffer -> {
            rasterizer.draw(scene, onScreen, drawn.pixels);
            return null;
        });
        picture.setImage(drawn.image);
        picture.setFitWidth(drawn.width / ratio);
        picture.setFitHeight(drawn.height / ratio);
    }
}
