package topicworkbench.ui.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.util.Subscription;

/**
 * Background tasks that are done when an executor comes to them, with their answers on its thread.
 *
 * @param executor of the work
 */
record TasksOn(Executor executor) implements BackgroundTasks {
    private static final BackgroundTasks AT_ONCE = new SameThreadTasks();

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        executor.execute(() -> AT_ONCE.run(work, onSuccess, onFailure));
    }

    @Override
    public Subscription repeat(Duration pause, Runnable action) {
        return AT_ONCE.repeat(pause, action);
    }

    @Override
    public void show(Runnable change) {
        AT_ONCE.show(change);
    }

    @Override
    public void onWindowThread(Runnable action) {
        AT_ONCE.onWindowThread(action);
    }
}
