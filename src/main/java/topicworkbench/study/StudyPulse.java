package topicworkbench.study;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Once a second while a study goes on: hears whether another process asks to cancel it. */
final class StudyPulse implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(StudyPulse.class.getName());

    private final BooleanSupplier asked;
    private final Runnable cancel;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param asked tells of each request once */
    StudyPulse(BooleanSupplier asked, Runnable cancel) {
        this.asked = asked;
        this.cancel = cancel;
        Thread.ofPlatform().daemon().name("study-pulse").start(this::beat);
    }

    private void beat() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                if (asked.getAsBoolean()) {
                    cancel.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) { // without it the study goes on
            LOGGER.log(System.Logger.Level.WARNING, "The study no longer hears other processes", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
