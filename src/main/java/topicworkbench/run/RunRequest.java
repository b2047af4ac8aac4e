package topicworkbench.run;

import java.util.Locale;

/** What may be asked of a run from another process than the one that works on it. */
public enum RunRequest {
    /** As {@link RunHandle#cancel()}. */
    CANCEL,
    /** As {@link RunHandle#stopTraining()}. */
    STOP_TRAINING;

    /** As files spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
