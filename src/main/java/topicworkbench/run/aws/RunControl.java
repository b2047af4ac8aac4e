package topicworkbench.run.aws;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import topicworkbench.run.RunRequest;
import topicworkbench.workspace.RunWriter;

/** What people want of a run while it goes: heard from here, and through the folder from other processes. */
final class RunControl {
    private static final long MOST_MILLIS = 500;

    private final RunWriter writer;
    private final Runnable stopTraining;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    RunControl(RunWriter writer, Runnable stopTraining) {
        this.writer = writer;
        this.stopTraining = stopTraining;
    }

    void cancel() {
        cancelled.countDown();
    }

    /** @throws CancellationException if the run was cancelled */
    void check() {
        if (cancelled.getCount() == 0 || writer.take(RunRequest.CANCEL)) {
            cancel();
            throw new CancellationException("cancelled by the user");
        }
        if (writer.take(RunRequest.STOP_TRAINING)) {
            stopTraining.run();
        }
    }

    /** @throws CancellationException as soon as the run is cancelled */
    void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        check();
        while (System.nanoTime() < end) {
            try {
                cancelled.await(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, MOST_MILLIS), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
            check();
        }
    }
}
