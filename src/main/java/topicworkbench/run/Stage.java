package topicworkbench.run;

import java.util.Locale;

/** The steps of a pipeline, in order; {@link RunSpec#stages()} says which of them a run has. */
public enum Stage {
    INGEST, PREPARE, VECTORISE, TRAIN, EVALUATE, GATE, MAP;

    /** As files and messages spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
