package topicworkbench.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import topicworkbench.math.RandomStream;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.Islands;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.Outline;
import topicworkbench.scatter.PointGrid;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.chart.MapLabels;
import topicworkbench.ui.chart.ScatterMap;

/**
 * What the map does a second, in a window of its own: {@code POINTS [WIDTH HEIGHT]}. Frames are those that the window
 * shows, at most 60 a second unless Java is started with {@code -Djavafx.animation.fullspeed=true}.
 */
public final class ScatterMapBenchmark {
    private static final int TOPICS = 20;
    private static final int FRAMES = 240;
    private static final int WARM_UP = 60;
    private static final int REPEATS = 9;
    private static final int ASKED = 20_000;

    private final ScatterMap map;
    private int[] topics;

    private ScatterMapBenchmark(ScatterMap map) {
        this.map = map;
    }

    public static void main(String[] arguments) {
        Application.launch(MapWindow.class, arguments);
    }

    /** Nothing but the map. */
    public static final class MapWindow extends Application {
        @Override
        public void start(Stage stage) {
            List<String> arguments = getParameters().getRaw();
            double width = arguments.size() > 1 ? Double.parseDouble(arguments.get(1)) : 1200;
            double height = arguments.size() > 2 ? Double.parseDouble(arguments.get(2)) : 800;
            ScatterMap map = new ScatterMap(new SimpleBooleanProperty());
            stage.setScene(new Scene(map, width, height));
            stage.show();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    new ScatterMapBenchmark(map).measure(Integer.parseInt(arguments.getFirst()));
                    System.exit(0);
                } catch (Exception e) {
                    e.printStackTrace();
                    System.exit(1);
                }
            });
        }
    }

    private void measure(int n) throws Exception {
        float[] x = new float[n];
        float[] y = new float[n];
        fill(x, y);
        PointGrid[] grid = new PointGrid[1];
        tell("points sorted", milliseconds(() -> grid[0] = new PointGrid(x, y)));
        ColoredPoints all = colored(grid[0], TOPICS);
        ColoredPoints half = colored(grid[0], TOPICS / 2);
        onWindowThread(() -> map.show(all, null));
        List<MapLabel> labels = labels(grid[0]);
        onWindowThread(() -> new MapLabels(map).show(labels));
        frames("moved, all in view", frame -> map.pan(frame % 120 < 60 ? 5 : -5, 3 * Math.cos(frame / 20.0)));
        frames("zoomed in to 40 times and out", frame -> map.zoom(frame % 120 < 60 ? 1.063 : 1 / 1.063, 500, 300));
        onWindowThread(map::fit);
        onWindowThread(() -> map.zoom(5, 500, 300));
        frames("moved, at 5 times", frame -> map.pan(frame % 120 < 60 ? 5 : -5, 3 * Math.cos(frame / 20.0)));
        onWindowThread(map::fit);
        onWindowThread(() -> map.show(half, all));
        frames("moved, half of them filtered away", frame -> map.pan(frame % 120 < 60 ? 5 : -5, 0));
        onWindowThread(map::fit);
        tell("colored anew and shown", milliseconds(() -> show(colored(grid[0], TOPICS), null)));
        tell("filtered and shown", milliseconds(() -> show(colored(grid[0], 3), all)));
        onWindowThread(() -> map.show(all, null));
        point();
        Outline lasso = lasso(grid[0]);
        tell("outlined by a lasso of 400 corners", milliseconds(() -> lasso.select(grid[0])));
    }

    /** Clumps of several sizes and densities, as maps have them. */
    private void fill(float[] x, float[] y) {
        RandomStream random = RandomStream.of(7, "benchmark");
        topics = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            int topic = (int) (TOPICS * random.nextDouble() * random.nextDouble());
            double angle = 2.4 * topic + 0.2 * random.nextInt(5);
            double distance = 12 * Math.sqrt(topic + 0.5) + random.nextInt(4);
            double spread = 1 + 3 * random.nextDouble() * random.nextDouble();
            x[i] = (float) (distance * Math.cos(angle) + spread * random.nextGaussian());
            y[i] = (float) (distance * Math.sin(angle) + spread * random.nextGaussian());
            topics[i] = topic;
        }
    }

    private ColoredPoints colored(PointGrid grid, int shown) {
        int[] palette = new int[TOPICS];
        Arrays.setAll(palette, topic -> topic < shown ? TopicColors.rgb(topic) : ColoredPoints.NONE);
        return new ColoredPoints(grid, point -> palette[topics[point]]);
    }

    /** The largest islands of the topics. */
    private List<MapLabel> labels(PointGrid grid) {
        return Islands.of(grid, point -> topics[point], TOPICS).stream().filter(islands -> !islands.isEmpty())
                .map(List::getFirst).map(island -> new MapLabel("words, of, topic " + island.category(), island.x(),
                        island.y(), MapLabel.Level.FAR, island.category(), island.points())).toList();
    }

    private static Outline lasso(PointGrid grid) {
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            double angle = 2 * Math.PI * i / x.length;
            double radius = grid.width() * (0.3 + 0.05 * Math.sin(9 * angle));
            x[i] = grid.minX() + grid.width() / 2 + radius * Math.cos(angle);
            y[i] = grid.minY() + grid.height() / 2 + radius * Math.sin(angle);
        }
        return new Outline(x, y);
    }

    /** Until the frame after the one in which it is drawn. */
    private void show(ColoredPoints points, ColoredPoints context) throws Exception {
        onWindowThread(() -> map.show(points, context));
        onEachFrame(2, frame -> { });
    }

    private void point() throws Exception {
        RandomStream random = RandomStream.of(8, "benchmark");
        double[] slowest = new double[1];
        double seconds = milliseconds(() -> onWindowThread(() -> {
            for (int i = 0; i < ASKED; i++) {
                long begin = System.nanoTime();
                map.pointAt(random.nextDouble() * map.getWidth(), random.nextDouble() * map.getHeight());
                slowest[0] = Math.max(slowest[0], (System.nanoTime() - begin) / 1e6);
            }
        })) / ASKED;
        tell("pointed at, mean", seconds);
        tell("pointed at, slowest of " + ASKED, slowest[0]);
    }

    @FunctionalInterface
    private interface Step {
        void run(int frame);
    }

    private void frames(String what, Step step) throws Exception {
        onEachFrame(WARM_UP, step);
        double processor = ProcessorTime.seconds();
        long begin = System.nanoTime();
        long slowest = onEachFrame(FRAMES, step);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%-40s %6.1f frames/s, slowest frame %5.1f ms, processor %5.1f ms a frame%n", what,
                FRAMES / seconds, slowest / 1e6, (ProcessorTime.seconds() - processor) * 1000 / FRAMES);
    }

    /** @return the longest time between two frames, in nanoseconds */
    private static long onEachFrame(int frames, Step step) throws Exception {
        SynchronousQueue<Long> done = new SynchronousQueue<>();
        onWindowThread(() -> new AnimationTimer() {
            private int frame;
            private long last = System.nanoTime();
            private long slowest;

            @Override
            public void handle(long now) {
                slowest = Math.max(slowest, System.nanoTime() - last);
                last = System.nanoTime();
                step.run(frame++);
                if (frame == frames) {
                    stop();
                    long result = slowest;
                    Thread.ofVirtual().start(() -> {
                        try {
                            done.put(result);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                }
            }
        }.start());
        return done.take();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** Median of several. */
    private static double milliseconds(Work work) throws Exception {
        double[] times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    private static void tell(String what, double milliseconds) {
        System.out.printf(Locale.ROOT, "%-40s %9.3f ms%n", what, milliseconds);
    }

    private static void onWindowThread(Runnable action) throws Exception {
        Callable<Void> call = () -> {
            action.run();
            return null;
        };
        FutureTask<Void> task = new FutureTask<>(call);
        Platform.runLater(task);
        task.get();
    }
}
