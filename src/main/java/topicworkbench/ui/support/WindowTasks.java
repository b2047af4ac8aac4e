package topicworkbench.ui.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Subscription;

/** The running window's background tasks: a few daemon threads, results through {@link Platform#runLater}. */
public final class WindowTasks implements BackgroundTasks {
    private final ExecutorService threads = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("window-task-", 1).factory());

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        threads.execute(() -> {
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
