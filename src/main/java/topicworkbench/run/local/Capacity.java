package topicworkbench.run.local;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import topicworkbench.run.Counts;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;

/**
 * What this computer has for the runs that go on at the same time. Threads are shared evenly, anew at each stage, which
 * changes no result. Memory is lent for training and what follows: a run whose model and counts do not fit beside those
 * at work waits until they are done, and one that is too large for any share works alone.
 */
final class Capacity {
    private static final int WHOLE_MEMORY = 1000;
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    private final int threads;
    private final AtomicInteger runs = new AtomicInteger();
    private final Semaphore memory = new Semaphore(WHOLE_MEMORY, true);

    Capacity(int threads) {
        this.threads = threads;
    }

    /** A run's place among the others, from its first stage to its end. */
    Place enter() {
        runs.incrementAndGet();
        return new Place();
    }

    final class Place implements AutoCloseable {
        private int lent;

        /** Stages before training are done for all runs on the same reviews by one of them, which may use every thread. */
        int threadsFor(Stage stage) {
            return stage.compareTo(Stage.TRAIN) < 0 ? threads : Math.max(1, threads / runs.get());
        }

        /**
         * Waits, before a stage that needs much, until there is memory for it.
         *
         * @param counts null before vectorise
         * @throws CancellationException if {@code cancelled} while waiting
         */
        void awaitMemory(Stage stage, RunSpec spec, Counts counts, BooleanSupplier cancelled) {
            if (lent > 0 || stage.compareTo(Stage.TRAIN) < 0 || counts == null) {
                return;
            }
            int wanted = TrainingMemory.shareOf(spec, counts, threads, WHOLE_MEMORY);
            try {
                while (!memory.tryAcquire(wanted, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException("cancelled by the user");
                    }
                }
                lent = wanted;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }

        @Override
        public void close() {
            memory.release(lent);
            runs.decrementAndGet();
        }
    }
}
