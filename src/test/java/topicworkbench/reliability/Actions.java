package topicworkbench.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import topicworkbench.ui.shell.DrivenWindow;

/** Does one thing after the other in a window, and notes of each how long it took until all was at rest, and how long the window paused. */
final class Actions {
    private final DrivenWindow window;
    private final Pauses pauses;
    private final long between;
    private final Map<String, List<Double>> milliseconds = new LinkedHashMap<>();
    private final Map<String, Pauses.Seen> seen = new LinkedHashMap<>();
    private final Map<String, String> failed = new TreeMap<>();
    private int failures;

    /** What is done. */
    interface Action {
        void run() throws Exception;
    }

    /** @param between how long whoever works the window looks at what he has done */
    Actions(DrivenWindow window, Pauses pauses, Duration between) {
        this.window = window;
        this.pauses = pauses;
        this.between = between.toMillis();
    }

    /** A thing that cannot be done is counted and told, and the next one goes on. */
    void act(String name, Action action) throws InterruptedException {
        pauses.take();
        long begin = System.nanoTime();
        try {
            action.run();
            window.rest();
            milliseconds.computeIfAbsent(name, first -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            failures++;
            failed.put(name, e.toString());
        }
        seen.merge(name, pauses.take(), Actions::both);
        Thread.sleep(between);
    }

    private static Pauses.Seen both(Pauses.Seen one, Pauses.Seen other) {
        List<Pauses.Pause> pauses = new ArrayList<>(one.pauses());
        pauses.addAll(other.pauses());
        List<Double> lateness = new ArrayList<>(one.lateness());
        lateness.addAll(other.lateness());
        return new Pauses.Seen(pauses, lateness);
    }

    /** Since it was last asked: of each thing how long it took each time. */
    Map<String, List<Double>> takeMilliseconds() {
        Map<String, List<Double>> taken = new LinkedHashMap<>(milliseconds);
        milliseconds.clear();
        return taken;
    }

    /** Since it was last asked: how long the window paused in each thing. */
    Map<String, Pauses.Seen> takePauses() {
        Map<String, Pauses.Seen> taken = new LinkedHashMap<>(seen);
        seen.clear();
        return taken;
    }

    int failures() {
        return failures;
    }

    /** What could not be done, and why the last time. */
    Map<String, String> failed() {
        return failed;
    }
}
