package topicworkbench.reliability;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * How long the window's thread keeps others waiting: it is asked for an answer every few milliseconds. Beside each wait stands the
 * processor time that it and the thread that draws used meanwhile, which is what the wait would be at most on a machine with nothing else
 * to do, and what it was seen at most often; and how late a thread came that only sleeps, which is the machine's doing.
 */
final class Pauses {
    private static final int BETWEEN = 5;
    /** Looking holds the thread up, so it is done late and seldom. */
    private static final int FIRST_LOOK = 50;
    private static final int LOOK = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread windowThread;
    private final long drawing = Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
            .mapToLong(Thread::threadId).findFirst().orElseThrow();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Double> lateness = new ArrayList<>();

    /**
     * One wait, in milliseconds.
     *
     * @param used  processor time of the window's thread and the one that draws meanwhile
     * @param where it was seen, and how often of how many looks; empty for short waits
     */
    record Pause(double waited, double used, String where) { }

    /** What has been seen since it was last asked. */
    record Seen(List<Pause> pauses, List<Double> lateness) {
        Pause longest() {
            return pauses.stream().max(Comparator.comparingDouble(Pause::waited)).orElse(new Pause(0, 0, ""));
        }

        /** The one with the most processor time. */
        Pause hardest() {
            return pauses.stream().max(Comparator.comparingDouble(Pause::used)).orElse(new Pause(0, 0, ""));
        }

        double most(double quantile) {
            return quantile(pauses.stream().map(Pause::waited).toList(), quantile);
        }

        double late(double quantile) {
            return quantile(lateness, quantile);
        }
    }

    Pauses(Thread windowThread) {
        this.windowThread = windowThread;
        Thread.ofPlatform().daemon().name("pauses").start(this::ask);
        Thread.ofPlatform().daemon().name("lateness").start(this::sleep);
    }

    static double quantile(List<Double> of, double quantile) {
        List<Double> sorted = of.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size())));
    }

    private void ask() {
        try {
            while (true) {
                CountDownLatch answered = new CountDownLatch(1);
                long used = used();
                long asked = System.nanoTime();
                Platform.runLater(answered::countDown);
                Map<String, Integer> seen = new HashMap<>();
                int looks = 0;
                int wait = FIRST_LOOK;
                while (!answered.await(wait, TimeUnit.MILLISECONDS)) {
                    wait = LOOK;
                    seen.merge(place(windowThread.getStackTrace()), 1, Integer::sum); // of this thread alone: a dump would stop all
                    looks++;
                }
                double waited = (System.nanoTime() - asked) / 1e6;
                note(new Pause(waited, (used() - used) / 1e6, most(seen, looks)));
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String most(Map<String, Integer> seen, int looks) {
        return seen.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(3)
                .map(entry -> entry.getValue() + "/" + looks + " " + entry.getKey()).reduce((a, b) -> a + "; " + b).orElse("");
    }

    private long used() {
        return threads.getThreadCpuTime(windowThread.threadId()) + threads.getThreadCpuTime(drawing);
    }

    /** The top of the stack and our own code below it. */
    private static String place(StackTraceElement[] stack) {
        String top = stack.length == 0 ? "" : name(stack[0]);
        return Arrays.stream(stack).filter(frame -> frame.getClassName().startsWith("topicworkbench.")).limit(3).map(Pauses::name)
                .reduce(top, (so, frame) -> so + " < " + frame);
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":"
                + frame.getLineNumber();
    }

    private void sleep() {
        try {
            while (true) {
                long before = System.nanoTime();
                Thread.sleep(BETWEEN);
                double late = (System.nanoTime() - before) / 1e6 - BETWEEN;
                synchronized (this) {
                    lateness.add(late);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Pause pause) {
        pauses.add(pause);
    }

    synchronized Seen take() {
        Seen seen = new Seen(List.copyOf(pauses), List.copyOf(lateness));
        pauses.clear();
        lateness.clear();
        return seen;
    }
}
