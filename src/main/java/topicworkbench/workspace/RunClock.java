package topicworkbench.workspace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of events, no finer than files keep it. */
public final class RunClock {

    private RunClock() { }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static double secondsSince(long nanoTime) {
        return Math.round((System.nanoTime() - nanoTime) / 1e6) / 1e3;
    }
}
