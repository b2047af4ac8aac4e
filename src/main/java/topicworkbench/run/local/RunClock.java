package topicworkbench.run.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of events, no finer than files keep it. */
final class RunClock {

    private RunClock() { }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static double secondsSince(long nanoTime) {
        return Math.round((System.nanoTime() - nanoTime) / 1e6) / 1e3;
    }
}
