package topicworkbench.comparison;

import java.util.List;
import topicworkbench.math.FloatMatrix;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSummary;
import topicworkbench.topic.Topic;

/**
 * A run as it looks on the {@link CommonGround}.
 *
 * @param run          as it is on the disk
 * @param topics       with the scores and leading words of the common ground
 * @param topicTerm    topics x common terms, rows are distributions
 * @param quality      on the common ground; the perplexity is the run's own where it was measured on the same held-out
 *                     documents and terms as the reference's, else NaN
 * @param kept         share of the topics' probability that lies on common words, 0 to 1
 * @param seconds      wall-clock time of its stages
 * @param peakMemoryMb greatest memory of its process, 0 where unknown
 * @param epochs       how its training went, first epoch first
 */
public record ComparedRun(RunSummary run, List<Topic> topics, FloatMatrix topicTerm, Quality quality, double kept,
        double seconds, long peakMemoryMb, List<RunEvent.EpochFinished> epochs) {

    public ComparedRun {
        topics = List.copyOf(topics);
        epochs = List.copyOf(epochs);
    }

    public String id() {
        return run.id();
    }

    public String name() {
        return run.name();
    }
}
