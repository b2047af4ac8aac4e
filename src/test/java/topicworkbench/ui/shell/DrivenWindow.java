package topicworkbench.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/**
 * The whole window in a program that works it from a thread of its own, and knows when it has come to rest. One a process, with
 * {@code -Dglass.platform=Headless -Dprism.order=sw} where there is no display.
 */
public final class DrivenWindow {
    private static final Duration LONGEST_REST = Duration.ofMinutes(3);

    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Thread windowThread;
    private Stage stage;

    /** The window's own tasks, counted. */
    private final class CountedTasks implements BackgroundTasks {
        private final BackgroundTasks tasks = new WindowTasks();

        @Override
        public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
            outstanding.incrementAndGet();
            tasks.run(work, result -> end(() -> onSuccess.accept(result)), failure -> end(() -> onFailure.accept(failure)));
        }

        private void end(Runnable answer) {
            try {
                answer.run();
            } finally {
                outstanding.decrementAndGet();
            }
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

    /**
     * Opens it.
     *
     * @param settings file of what it remembers
     */
    public DrivenWindow(Workspace workspace, Path settings) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        windowThread = ask(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
                failures.incrementAndGet();
                failure.printStackTrace();
            });
            Typeface.load();
            WindowPreferences preferences = WindowPreferences.open(settings);
            Theme theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
            BackgroundTasks tasks = new CountedTasks();
            stage = new Stage();
            new WorkbenchWindow(stage, preferences, theme).show(new WorkbenchView.Surroundings(workspace,
                    new LiveRuns(new LocalPipelineRunner(workspace, 1), tasks), new FakeCloud(), tasks, dialogs, theme, preferences,
                    () -> { }, address -> { }));
            return Thread.currentThread();
        });
        rest();
    }

    /** The window's. */
    public Thread thread() {
        return windowThread;
    }

    /** Exceptions that nobody caught on the window's thread. */
    public int failures() {
        return failures.get();
    }

    /** Whose answers are given before. */
    public FakeDialogs dialogs() {
        return dialogs;
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** On the window's thread; what it throws is thrown here. */
    public static <T> T ask(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception known ? known : e;
        }
    }

    /** To be asked for on the window's thread. @throws IllegalStateException if it is not shown */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // whoever asks knows what it is
    public <N extends Node> N find(String selector) {
        Node found = scene().lookup(selector);
        if (found == null) {
            throw new IllegalStateException("not shown: " + selector);
        }
        return (N) found;
    }

    public boolean isShown(String selector) throws Exception {
        return ask(() -> scene().lookup(selector) != null);
    }

    public void press(String selector) throws Exception {
        ask(() -> {
            this.<ButtonBase>find(selector).fire();
            return null;
        });
    }

    /** Writes into a field and presses Enter. */
    public void enter(String selector, String text) throws Exception {
        ask(() -> {
            TextField field = find(selector);
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent(field, field));
            return null;
        });
    }

    public void choose(String selector, int index) throws Exception {
        ask(() -> {
            ComboBox<?> box = find(selector);
            box.getSelectionModel().select(Math.floorMod(index, box.getItems().size()));
            return null;
        });
    }

    /** The only lines of a table that are then selected. */
    public void select(String table, int... lines) throws Exception {
        ask(() -> {
            TableView<?> view = find(table);
            view.getSelectionModel().clearSelection();
            for (int line : lines) {
                view.getSelectionModel().select(line);
            }
            return null;
        });
    }

    public void key(String selector, KeyCode code) throws Exception {
        key(selector, code, false, false);
    }

    public void key(String selector, KeyCode code, boolean shift, boolean alt) throws Exception {
        ask(() -> {
            Event.fireEvent(find(selector), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, alt, false));
            return null;
        });
    }

    /** Waits until something is so, as seen on the window's thread. */
    public void await(String what, Duration most, BooleanSupplier isSo) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        while (!ask(isSo::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Waits until no task is on its way and what they brought is drawn. */
    public void rest() throws Exception {
        long end = System.nanoTime() + LONGEST_REST.toNanos();
        do {
            frames();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the window has not come to rest: " + outstanding + " tasks on their way");
            }
        } while (outstanding.get() > 0);
        frames();
    }

    /** Lets one frame be laid out and drawn. */
    public static void frames() throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (++seen == 2) { // the first begins the frame, the second comes when it is done
                    stop();
                    drawn.countDown();
                }
            }
        }.start());
        drawn.await();
    }
}
