package topicworkbench.ui.support;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Background work that waits for something far away. Its waiting can be ended, which ends nothing of what it waited for. */
public final class StoppableTask {
    private final BackgroundTasks tasks;
    private Attempt newest = new Attempt();

    public StoppableTask(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /**
     * As {@link BackgroundTasks#run}, unless the waiting is ended.
     *
     * @param onStopped hears on the window's thread that it was ended
     */
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure, Runnable onStopped) {
        Attempt attempt = new Attempt();
        newest = attempt;
        tasks.run(() -> attempt.call(work), onSuccess, failure -> {
            if (attempt.isStopped()) {
                onStopped.run();
            } else {
                onFailure.accept(failure);
            }
        });
    }

    /** Interrupts the thread that waits, if there is one. */
    public void stop() {
        newest.stop();
    }

    /** Knows its thread only while that does this work: threads are used again for others. */
    private static final class Attempt {
        private Thread thread;
        private boolean stopped;

        <T> T call(Callable<T> work) throws Exception {
            synchronized (this) {
                if (stopped) {
                    throw new CancellationException();
                }
                thread = Thread.currentThread();
            }
            try {
                return work.call();
            } finally {
                synchronized (this) {
                    thread = null;
                    Thread.interrupted();
                }
            }
        }

        synchronized void stop() {
            stopped = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        synchronized boolean isStopped() {
            return stopped;
        }
    }
}
