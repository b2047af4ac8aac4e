package topicworkbench.run;

import java.time.Instant;
import java.util.Map;
import topicworkbench.fit.EpochMetrics;

/** Something that happened in a run; local and cloud runs tell the same ones, and events.jsonl keeps them. */
public sealed interface RunEvent {
    Instant time();

    record StageStarted(Instant time, Stage stage) implements RunEvent { }

    /**
     * How far a stage has come; not kept in events.jsonl.
     *
     * @param fraction 0 to 1, NaN when not known
     */
    record StageProgress(Instant time, Stage stage, double fraction) implements RunEvent { }

    /** @param figures what the stage counted, for example {@code documents} */
    record StageFinished(Instant time, Stage stage, double seconds, Map<String, Long> figures) implements RunEvent { }

    /** One epoch with its losses and the topics' quality as it stands; NaN where not measured. */
    record EpochFinished(Instant time, EpochMetrics metrics, double wetc, double tu, double npmi) implements RunEvent { }

    /** Something worth telling that is no failure, for example words without a vector. */
    record Note(Instant time, Stage stage, String text) implements RunEvent { }

    /** @param failure null unless state is FAILED */
    record RunEnded(Instant time, RunState state, RunFailure failure) implements RunEvent { }
}
