package topicworkbench.ui.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.util.Subscription;

/** Background tasks that are done before the call returns. */
public final class SameThreadTasks implements BackgroundTasks {

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            onFailure.accept(e);
            return;
        }
        onSuccess.accept(result);
    }

    /** Never by itself: tests have no clock. */
    @Override
    public Subscription repeat(Duration pause, Runnable action) {
        return Subscription.EMPTY;
    }

    @Override
    public void show(Runnable change) {
        change.run();
    }

    @Override
    public void onWindowThread(Runnable action) {
        action.run();
    }
}
