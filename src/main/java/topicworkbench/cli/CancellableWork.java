package topicworkbench.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import topicworkbench.failure.ExplainedException;

/** Work of a command that shows how far it is and that Ctrl+C ends, after it has cleared up and said so. */
final class CancellableWork {

    /** Does it. @param <T> what comes of it */
    @FunctionalInterface
    interface Work<T> {
        /** @param progress hears how far it is; throws where the work was cancelled */
        T run(WorkProgress progress) throws InterruptedException;
    }

    private CancellableWork() { }

    /**
     * @param cancelled said when it was cancelled and has ended
     * @throws CancellationException when it was cancelled, after that was said
     */
    static <T> T run(Terminal terminal, String cancelled, Work<T> work) throws InterruptedException {
        AtomicBoolean asked = new AtomicBoolean();
        CountDownLatch told = new CountDownLatch(1);
        try (WorkProgress progress = new WorkProgress(terminal, asked);
                CancelOnInterrupt _ = new CancelOnInterrupt(() -> asked.set(true), told)) {
            return work.run(progress);
        } catch (CancellationException e) {
            terminal.tell(cancelled);
            throw e;
        } catch (ExplainedException e) {
            if (!asked.get()) {
                throw e;
            }
            terminal.tell(e.getMessage() + "\n" + e.remedy()); // here, since the program ends as soon as it is told
            throw (CancellationException) new CancellationException().initCause(e);
        } finally {
            told.countDown();
        }
    }
}
