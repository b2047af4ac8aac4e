package topicworkbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl+C shuts Java down; this holds it up until what was at work has stopped cleanly and was told about. */
final class CancelOnInterrupt implements AutoCloseable {
    private static final int SECONDS_TO_CANCEL = 60;

    private final Thread hook;

    /** @param told counted down when there is nothing left to wait for */
    CancelOnInterrupt(Runnable cancel, CountDownLatch told) {
        hook = new Thread(() -> {
            cancel.run();
            try {
                told.await(SECONDS_TO_CANCEL, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "cancel-on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook is what brought us here
        }
    }
}
