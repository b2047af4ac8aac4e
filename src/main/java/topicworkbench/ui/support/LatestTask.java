package topicworkbench.ui.support;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import topicworkbench.math.ProgressListener;

/** Background work of which only the newest counts: the answer to an older question is dropped. */
public final class LatestTask {
    private final BackgroundTasks tasks;
    private volatile long question;

    public LatestTask(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** As {@link BackgroundTasks#run}, unless another call comes before the result does. */
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        run(work, onSuccess, onFailure, dropped -> { });
    }

    private <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure,
            Consumer<? super T> onDropped) {
        long mine = question + 1;
        question = mine;
        tasks.run(work, result -> {
            if (mine == question) {
                onSuccess.accept(result);
            } else {
                onDropped.accept(result);
            }
        }, failure -> {
            if (mine == question) {
                onFailure.accept(failure);
            }
        });
    }

    /** The same with work that hears at its next progress that a newer question has come, and then stops. */
    public <T> void run(Function<ProgressListener, T> work, Consumer<? super T> onSuccess,
            Consumer<? super Throwable> onFailure) {
        run(work, onSuccess, onFailure, dropped -> { });
    }

    /**
     * The same with a result that holds something.
     *
     * @param onDropped gets a result that nobody wants any more, to let go of what it holds
     */
    public <T> void run(Function<ProgressListener, T> work, Consumer<? super T> onSuccess,
            Consumer<? super Throwable> onFailure, Consumer<? super T> onDropped) {
        long mine = question + 1;
        run(() -> work.apply((done, total) -> {
            if (mine != question) {
                throw new CancellationException();
            }
        }), onSuccess, onFailure, onDropped);
    }

    /** Drops the answer that is still to come. */
    public void forget() {
        question = question + 1;
    }
}
