package topicworkbench.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Records the longest time that the window's thread kept others waiting by its own doing. It asks the thread for an answer
 * again and again and, until it comes, adds up the processor time the thread used and the time it waited inside of our
 * code. A thread that merely gets no processor, because the machine is busy, adds nothing.
 */
final class WindowWatchdog implements AutoCloseable {
    private static final long BETWEEN_LOOKS = 5;
    /** When this thread itself gets no processor, a wait it sees counts for no more than this. */
    private static final long LONGEST_LOOK = 20_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long windowThread;
    private final Thread watcher = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::watch);
    private volatile long longest;
    private volatile String where = "";
    private volatile boolean ended;

    /** @param windowThread its id */
    WindowWatchdog(long windowThread) {
        this.windowThread = windowThread;
        watcher.start();
    }

    private void watch() {
        while (!ended) {
            AtomicBoolean answered = new AtomicBoolean();
            Platform.runLater(() -> answered.set(true));
            long busy = 0;
            String seen = "";
            long used = threads.getThreadCpuTime(windowThread);
            long looked = System.nanoTime();
            while (!answered.get() && !ended) {
                pause();
                ThreadInfo now = threads.getThreadInfo(windowThread, Integer.MAX_VALUE);
                long usedNow = threads.getThreadCpuTime(windowThread);
                long time = System.nanoTime();
                busy += isWaitingInOurCode(now) ? Math.min(LONGEST_LOOK, time - looked) : usedNow - used;
                seen = Arrays.toString(now.getStackTrace());
                used = usedNow;
                looked = time;
            }
            if (busy > longest) {
                longest = busy;
                where = seen;
            }
            pause();
        }
    }

    private static boolean isWaitingInOurCode(ThreadInfo thread) {
        return thread.getThreadState() != Thread.State.RUNNABLE
                && Arrays.stream(thread.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith("topicworkbench."));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long longestMilliseconds() {
        return longest / 1_000_000;
    }

    /** What the thread was last seen doing in its longest pause. */
    String where() {
        return where;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        watcher.join();
    }
}
