package topicworkbench.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.topic.DocumentMap;

/** Something that happened in a run; local and cloud runs tell the same ones. */
public sealed interface RunEvent {
    Instant time();

    record StageStarted(Instant time, Stage stage) implements RunEvent { }

    /** True of the moment only: shown while it is news, the newest replacing those before, and not kept in events.jsonl. */
    sealed interface Passing extends RunEvent { }

    /**
     * How far a stage has come.
     *
     * @param fraction 0 to 1, NaN when not known
     */
    record StageProgress(Instant time, Stage stage, double fraction) implements Passing { }

    /**
     * The map of the documents as it stands.
     *
     * @param step       steps taken
     * @param steps      of all
     * @param divergence Kullback-Leibler divergence in nats, without exaggeration
     * @param map        a copy, of all documents
     */
    record MapShaped(Instant time, int step, int steps, double divergence, DocumentMap map) implements Passing { }

    /** @param figures what the stage counted, for example {@code documents} */
    record StageFinished(Instant time, Stage stage, double seconds, Map<String, Long> figures) implements RunEvent { }

    /** One epoch with its losses and the topics' quality as it stands; NaN where not measured. */
    record EpochFinished(Instant time, EpochMetrics metrics, double wetc, double tu, double npmi) implements RunEvent { }

    /**
     * The topics as they stood after an epoch, so that one can see them form.
     *
     * @param words the leading words of each topic by relevance, best first
     */
    record TopicsFormed(Instant time, int epoch, List<List<String>> words) implements RunEvent { }

    /** Something worth telling that is no failure, for example words without a vector. */
    record Note(Instant time, Stage stage, String text) implements RunEvent { }

    /** @param failure null unless state is FAILED */
    record RunEnded(Instant time, RunState state, RunFailure failure) implements RunEvent { }
}
