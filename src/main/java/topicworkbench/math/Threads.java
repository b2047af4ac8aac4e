package topicworkbench.math;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs independent blocks of work on a fixed number of threads, the calling one among them. Blocks are numbered and
 * the caller decides what each writes, so results need not depend on the number of threads. Close it when done.
 */
public final class Threads implements AutoCloseable {

    /** One numbered block of work; {@code worker} (0 to count - 1) selects scratch space. */
    @FunctionalInterface
    public interface Block {
        void run(int block, int worker);
    }

    private static volatile int preferred;

    private final int count;
    private final ExecutorService helpers;

    /** @param count number of threads, at least 1 */
    public Threads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads " + count);
        }
        this.count = count;
        this.helpers = count == 1 ? null
                : Executors.newFixedThreadPool(count - 1, Thread.ofPlatform().daemon().name("compute-", 1).factory());
    }

    /** As many as {@code -Dtw.threads} says, or the user prefers, or the machine has cores. */
    public static int available() {
        int usual = preferred > 0 ? preferred : Runtime.getRuntime().availableProcessors();
        return Math.max(1, Integer.getInteger("tw.threads", usual));
    }

    /** @param count what the user prefers; 0 for as many as the machine has cores */
    public static void prefer(int count) {
        preferred = count;
    }

    public int count() {
        return count;
    }

    /** Runs blocks 0 to {@code blocks} - 1 and returns when all are done; the first exception is thrown again. */
    public void run(int blocks, Block work) {
        if (count == 1 || blocks < 2) {
            for (int b = 0; b < blocks; b++) {
                work.run(b, 0);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Future<?>[] others = new Future<?>[Math.min(count, blocks) - 1];
        for (int i = 0; i < others.length; i++) {
            int worker = i + 1;
            others[i] = helpers.submit(() -> drain(next, blocks, worker, work));
        }
        RuntimeException failure = null;
        try {
            drain(next, blocks, 0, work);
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Future<?> other : others) {
            try {
                other.get();
            } catch (ExecutionException e) {
                failure = failure != null ? failure : asRuntime(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void drain(AtomicInteger next, int blocks, int worker, Block work) {
        try {
            for (int b = next.getAndIncrement(); b < blocks; b = next.getAndIncrement()) {
                work.run(b, worker);
            }
        } catch (RuntimeException | Error e) {
            next.set(blocks);
            throw e;
        }
    }

    private static RuntimeException asRuntime(Throwable cause) {
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdownNow();
        }
    }
}
