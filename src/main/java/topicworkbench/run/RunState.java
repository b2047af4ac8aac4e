package topicworkbench.run;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** Asked for, not started. */
    QUEUED,
    /** A process works on it. */
    RUNNING,
    /** Finished, topics accepted by the gate. */
    DONE,
    /** Finished, but WETC or TU is below the gate; everything is kept. */
    NOT_ACCEPTED,
    /** A stage failed; {@code failure} says why. May be resumed. */
    FAILED,
    /** Stopped by the user. May be resumed. */
    CANCELLED,
    /** The process that worked on it is gone. May be resumed. */
    INTERRUPTED;

    /** Whether nothing more will happen by itself. */
    public boolean isTerminal() {
        return this != QUEUED && this != RUNNING;
    }

    public boolean isResumable() {
        return this == FAILED || this == CANCELLED || this == INTERRUPTED;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As sentences and tables for people have it. */
    public String inWords() {
        return key().replace('_', ' ');
    }
}
