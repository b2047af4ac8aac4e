package topicworkbench.ui.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Subscription;

/** The running window's background tasks: a few daemon threads, results through {@link Platform#runLater}. */
public final class WindowTasks implements BackgroundTasks {
    /** A picture is laid out between one and the next. */
    private static final int PULSES = 2;

    private final ExecutorService threads = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("window-task-", 1).factory());
    /** What waits until something is shown, in its order; only the window's thread looks here. */
    private final List<Runnable> waiting = new ArrayList<>();
    private int showing;

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        begin(() -> {
            T result;
            try {
                result = work.call();
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                Platform.runLater(() -> onFailure.accept(e));
                return;
            }
            Platform.runLater(() -> onSuccess.accept(result));
        });
    }

    private void begin(Runnable work) {
        if (Platform.isFxApplicationThread() && showing > 0) {
            waiting.add(work);
        } else {
            threads.execute(work);
        }
    }

    @Override
    public void show(Runnable change) {
        showing++;
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == PULSES) {
                    stop();
                    shown();
                }
            }
        }.start();
        change.run();
    }

    private void shown() {
        showing--;
        if (showing == 0) {
            waiting.forEach(threads::execute);
            waiting.clear();
        }
    }

    @Override
    public Subscription repeat(Duration pause, Runnable action) {
        Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(pause.toMillis()), event -> action.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        return clock::stop;
    }

    @Override
    public void onWindowThread(Runnable action) {
        Platform.runLater(action);
    }
}
