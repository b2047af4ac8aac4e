package topicworkbench.workspace;

import java.util.List;
import topicworkbench.run.Counts;
import topicworkbench.run.Quality;
import topicworkbench.topic.Topic;

/**
 * What a finished run found.
 *
 * @param topics  in the order of the topic-term table, with their labels and leading words by relevance
 * @param quality of the whole model
 * @param counts  what became of the reviews
 */
public record RunResult(List<Topic> topics, Quality quality, Counts counts) {

    public RunResult {
        topics = List.copyOf(topics);
    }
}
