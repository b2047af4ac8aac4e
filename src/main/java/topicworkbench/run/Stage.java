package topicworkbench.run;

import java.util.Locale;

/** The steps of a pipeline, in order. */
public enum Stage {
    INGEST, PREPARE, VECTORISE, TRAIN, EVALUATE, GATE;

    /** As files and messages spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
