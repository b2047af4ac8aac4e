package topicworkbench.export;

import java.util.List;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.run.Counts;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSummary;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;

/**
 * All that is to be told about a run, however far it came.
 *
 * @param summary    where it stands
 * @param topics     empty before there are any
 * @param provenance null before the first stage has finished
 * @param hasMap     whether the documents were laid out in the plane
 * @param skipped    reviews that do not stand behind the topics, by reason, in the order of the stages
 */
public record RunReport(RunSummary summary, List<Topic> topics, Provenance provenance, boolean hasMap,
        List<SkippedReviews> skipped) {

    public RunReport {
        topics = List.copyOf(topics);
        skipped = List.copyOf(skipped);
    }

    public static RunReport of(RunFolder folder) {
        RunSummary summary = folder.summary();
        List<Topic> topics = summary.quality() == null ? List.of() : folder.result().topics();
        return new RunReport(summary, topics, folder.provenance(), summary.counts() != null && folder.hasMap(),
                SkippedReviews.of(summary.counts(), folder.files()));
    }

    /** Scores that are NaN where the run has none. */
    public Quality quality() {
        return summary.quality() == null ? Quality.NONE : summary.quality();
    }

    public Counts counts() {
        return summary.counts() == null ? new Counts(0, 0, 0, 0, 0, 0, 0, 0) : summary.counts();
    }

    public boolean isSynthetic() {
        return summary.spec() != null && SampleReviews.isIn(summary.spec().source());
    }
}
