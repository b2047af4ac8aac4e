package topicworkbench.run;

import java.util.Locale;

/** The steps of a pipeline, in order; {@link RunSpec#stages()} says which of them a run has. */
public enum Stage {
    /** Reviews go to the cloud. */
    UPLOAD,
    INGEST, PREPARE, VECTORISE, TRAIN, EVALUATE, GATE,
    /** An accepted model is put behind an endpoint. */
    ENDPOINT,
    /** Results come from the cloud. */
    FETCH,
    MAP;

    /** Whether the stage is done by this computer also in a run on AWS. */
    public boolean isHere() {
        return this == UPLOAD || this == FETCH || this == MAP;
    }

    /** As files and messages spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
