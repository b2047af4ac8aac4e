package topicworkbench.run.local;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunRequest;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunWriter;

/** Once a second while a run goes: keeps a look at run and machine, and hears what other processes ask. */
final class RunPulse implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(RunPulse.class.getName());
    private static final long MILLISECONDS = 1000;

    private final RunWriter writer;
    private final Runnable cancel;
    private final Runnable stopTraining;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile RunEvent.StageProgress progress;

    RunPulse(RunWriter writer, Runnable cancel, Runnable stopTraining) {
        this.writer = writer;
        this.cancel = cancel;
        this.stopTraining = stopTraining;
        for (RunRequest request : RunRequest.values()) {
            writer.take(request); // asked of an earlier try
        }
        thread = Thread.ofPlatform().daemon().name("run-pulse").start(this::beat);
    }

    void progress(RunEvent.StageProgress newest) {
        progress = newest;
    }

    private void beat() {
        try (MachineLoad load = new MachineLoad()) {
            do {
                RunEvent.StageProgress now = progress;
                writer.sample(load.sample(RunClock.now(), now == null ? null : now.stage(),
                        now == null ? Double.NaN : now.fraction()));
                if (writer.take(RunRequest.CANCEL)) {
                    cancel.run();
                }
                if (writer.take(RunRequest.STOP_TRAINING)) {
                    stopTraining.run();
                }
            } while (!closed.await(MILLISECONDS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) { // without it the run goes on, only less is seen of it
            LOGGER.log(System.Logger.Level.WARNING, "The machine is no longer looked at", e);
        }
    }

    /** Returns when nothing more is written. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
