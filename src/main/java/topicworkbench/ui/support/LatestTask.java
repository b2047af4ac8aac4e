package topicworkbench.ui.support;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Background work of which only the newest counts: the answer to an older question is dropped. */
public final class LatestTask {
    private final BackgroundTasks tasks;
    private long question;

    public LatestTask(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** As {@link BackgroundTasks#run}, unless another call comes before the result does. */
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        long mine = ++question;
        tasks.run(work, result -> ifNewest(mine, () -> onSuccess.accept(result)),
                failure -> ifNewest(mine, () -> onFailure.accept(failure)));
    }

    /** Drops the answer that is still to come. */
    public void forget() {
        question++;
    }

    private void ifNewest(long mine, Runnable answer) {
        if (mine == question) {
            answer.run();
        }
    }
}
