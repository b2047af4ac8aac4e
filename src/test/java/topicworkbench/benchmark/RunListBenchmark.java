package topicworkbench.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.RunSummary;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.ManyRuns;
import topicworkbench.ui.shell.Engines;
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/**
 * A workspace of many runs: how long it takes to read, and how long the window's thread is held while the list opens, is
 * searched, sorted, grouped and scrolled. Arguments: a folder for the workspace, filled if empty, and the number of runs.
 */
public final class RunListBenchmark {
    private static final long SETTLE_MILLISECONDS = 2500;
    private static final AtomicLong LONGEST = new AtomicLong();
    /** Of the window's thread between two questions: tells its work apart from that of a busy machine. */
    private static final AtomicLong MOST_PROCESSOR_TIME = new AtomicLong();

    private RunListBenchmark() { }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder.resolve("runs"))) {
            ManyRuns.in(new Workspace(folder), Integer.parseInt(arguments[1]));
        }
        Workspace workspace = new Workspace(folder);
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            List<RunSummary> runs = workspace.runs();
            say("read " + runs.size() + " runs, time " + (i + 1), System.nanoTime() - begin);
        }
        Thread.ofPlatform().daemon().start(RunListBenchmark::drive);
        WorkbenchApplication.launch(Optional.of(new Workspace(folder)),
                (opened, _) -> new Engines(new LocalPipelineRunner(opened, 1), new FakeCloud()));
    }

    private static void drive() {
        try {
            while (Window.getWindows().isEmpty()) {
                Thread.sleep(5);
            }
            Thread.ofPlatform().daemon().start(RunListBenchmark::watch);
            measure("open the list", () -> null);
            measure("search a word", () -> type("run 12"));
            measure("search a condition", () -> type("npmi>0.5 seed<5000"));
            measure("search nothing again", () -> type(""));
            for (String column : List.of("name", "corpus", "npmi", "created")) {
                measure("sort by " + column, () -> sort(column));
            }
            measure("group by algorithm", () -> group(3));
            measure("group by none", () -> group(0));
            measure("scroll to the end", () -> {
                table().scrollTo(table().getItems().size() - 1);
                return null;
            });
            measure("select all", () -> {
                table().getSelectionModel().selectAll();
                return null;
            });
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Notes how long the window's thread lets a question wait. */
    private static void watch() {
        try {
            long before = 0;
            while (true) {
                long asked = System.nanoTime();
                long used = onWindowThread(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                MOST_PROCESSOR_TIME.accumulateAndGet(used - before, Math::max);
                before = used;
                LONGEST.accumulateAndGet(System.nanoTime() - asked, Math::max);
                Thread.sleep(2);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void measure(String what, Callable<?> action) throws Exception {
        LONGEST.set(0);
        MOST_PROCESSOR_TIME.set(0);
        onWindowThread(action);
        Thread.sleep(SETTLE_MILLISECONDS);
        say(what + ": longest pause of the window", LONGEST.get());
        say("    most processor time of its thread at a stretch", MOST_PROCESSOR_TIME.get());
    }

    private static Object type(String text) {
        ((TextField) Window.getWindows().getFirst().getScene().lookup("#search-runs")).setText(text);
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Object sort(String id) {
        TableView<Object> table = (TableView<Object>) table();
        TableColumn<Object, ?> column = table.getColumns().stream().filter(each -> each.getId().equals(id)).findFirst()
                .orElseThrow();
        table.getSortOrder().setAll(List.of(column));
        return null;
    }

    private static Object group(int index) {
        ((ComboBox<?>) Window.getWindows().getFirst().getScene().lookup("#group-runs")).getSelectionModel().select(index);
        return null;
    }

    private static TableView<?> table() {
        return (TableView<?>) Window.getWindows().getFirst().getScene().lookup("#runs");
    }

    private static void say(String what, long nanoseconds) {
        System.out.println(String.format(Locale.ROOT, "%-60s %8.1f ms", what, nanoseconds / 1e6));
    }

    private static <T> T onWindowThread(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }
}
