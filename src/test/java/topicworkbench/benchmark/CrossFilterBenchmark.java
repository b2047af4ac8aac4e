package topicworkbench.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.util.Subscription;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.Filter;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.explore.Exploration;
import topicworkbench.ui.explore.ExploreView;
import topicworkbench.ui.explore.ExploreViewModel;
import topicworkbench.ui.explore.Tallies;
import topicworkbench.ui.shell.DrivenWindow;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/**
 * How long the real room takes from a filter until the matching reviews are known, until all views have their counts, and
 * until all is at rest: drawn, the first reviews in their order read from the disk, two idle frames seen. With
 * {@code -Dglass.platform=Headless -Dprism.order=sw}. Arguments: a workspace, whose newest run is opened, then ids of views to
 * stand in the middle.
 */
public final class CrossFilterBenchmark {
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 1;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final AtomicInteger outstanding = new AtomicInteger();
    private Exploration exploration;
    /** When views last got what they count. */
    private volatile long counted;
    private Scene scene;

    public static void main(String[] arguments) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        new CrossFilterBenchmark().measure(new Workspace(Path.of(arguments[0])),
                Arrays.asList(arguments).subList(1, arguments.length));
        Platform.exit();
    }

    /** The window's own tasks, counted, so that it is known when the room has come to rest. */
    private final class CountedTasks implements BackgroundTasks {
        private final BackgroundTasks tasks = new WindowTasks();

        @Override
        public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
            outstanding.incrementAndGet();
            boolean counts = StackWalker.getInstance().walk(frames -> frames.anyMatch(
                    frame -> frame.getClassName().equals(Tallies.class.getName())));
            tasks.run(work, result -> {
                try {
                    onSuccess.accept(result);
                } finally {
                    counted = counts ? System.nanoTime() : counted;
                    outstanding.decrementAndGet();
                }
            }, failure -> {
                failure.printStackTrace();
                outstanding.decrementAndGet();
            });
        }

        @Override
        public Subscription repeat(Duration pause, Runnable action) {
            return tasks.repeat(pause, action);
        }

        @Override
        public void show(Runnable change) {
            tasks.show(change);
        }

        @Override
        public void onWindowThread(Runnable action) {
            tasks.onWindowThread(action);
        }
    }

    private void measure(Workspace workspace, List<String> views) throws Exception {
        Path settings = workspace.root().resolve("benchmark-window.json");
        onWindowThread(() -> {
            Typeface.load();
            BackgroundTasks tasks = new CountedTasks();
            Messages messages = new Messages();
            FakeDialogs dialogs = new FakeDialogs();
            Theme theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
            ExploreViewModel model = new ExploreViewModel(workspace, tasks, messages);
            exploration = model.exploration();
            ExploreView view = new ExploreView(model, new ExploreView.With(tasks, messages, dialogs,
                    new ChartExport(dialogs, tasks, messages), theme.darkProperty(), WindowPreferences.open(settings)), () -> { });
            view.getStyleClass().addAll("workbench", "light");
            scene = new Scene(view, WIDTH, HEIGHT);
            scene.getStylesheets().add(ExploreView.class.getResource("/topicworkbench/ui/workbench.css").toExternalForm());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.refresh();
            return null;
        });
        do {
            rest();
        } while (onWindowThread(() -> exploration.columnsProperty().get() == null));
        System.out.printf("%,d documents, %d topics, %d processors%n", exploration.runProperty().get().documents(),
                exploration.runProperty().get().topics(), Runtime.getRuntime().availableProcessors());
        System.out.printf("%-12s %-24s %8s %8s %8s %8s%n", "view", "filter", "matching", "counted", "at rest", "slowest");
        for (String view : views) {
            onWindowThread(() -> {
                ((ToggleButton) scene.lookup("#view-" + view)).setSelected(true);
                return null;
            });
            rest();
            for (Filter filter : filters()) {
                time(view, filter);
            }
        }
    }

    private List<Filter> filters() {
        DocumentColumns columns = exploration.columnsProperty().get();
        int[] days = Arrays.stream(columns.days()).filter(day -> day != DocumentColumns.NO_DAY).sorted().toArray();
        List<Filter> filters = new ArrayList<>(List.of(Filter.Topics.of(1), new Filter.Stars(1, 2), new Filter.HelpfulVotes(1, 9)));
        if (days.length > 0) {
            filters.add(new Filter.Days(days[days.length / 3], days[days.length / 2]));
        }
        if (columns.product().isUseful()) {
            filters.add(new Filter.Names(Dimension.PRODUCT, java.util.Set.of(columns.product().names().getFirst())));
        }
        return filters;
    }

    /** From the filter to the frame after the last answer; the way back to no filter is not timed. */
    private void time(String view, Filter filter) throws Exception {
        List<Double> all = new ArrayList<>();
        List<Double> matching = new ArrayList<>();
        List<Double> counting = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            long[] matched = new long[1];
            onWindowThread(() -> {
                Subscription[] once = new Subscription[1];
                once[0] = exploration.matchingProperty().subscribe((before, now) -> {
                    matched[0] = System.nanoTime();
                    once[0].unsubscribe();
                });
                exploration.apply(filter);
                return null;
            });
            rest();
            if (round >= WARM_UP) {
                all.add((System.nanoTime() - start) / 1e6);
                matching.add((matched[0] - start) / 1e6);
                counting.add((counted - start) / 1e6);
            }
            onWindowThread(() -> {
                exploration.clearFilters();
                return null;
            });
            rest();
        }
        all.sort(null);
        matching.sort(null);
        counting.sort(null);
        System.out.printf(Locale.ROOT, "%-12s %-24s %8.0f %8.0f %8.0f %8.0f%n", view, filter.words(topic -> "topic " + topic),
                matching.get(ROUNDS / 2), counting.get(ROUNDS / 2), all.get(ROUNDS / 2), all.getLast());
    }

    /** Waits until no task is on its way and what they brought is drawn. */
    private void rest() throws Exception {
        do {
            DrivenWindow.frames();
        } while (outstanding.get() > 0);
        DrivenWindow.frames();
    }

    private static <T> T onWindowThread(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }
}
