package topicworkbench.export;

import java.awt.Color;
import java.util.List;
import topicworkbench.chart.FittedText;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.Impact;
import topicworkbench.topic.Topic;

/**
 * A topic as exports tell of it.
 *
 * @param topic       with its label, scores and words
 * @param description the user's; null for none
 * @param partOf      the topics it was a part of, the outermost first, joined by an angle bracket; null for a whole one
 * @param color       its own in every view
 * @param documents   how many count for it
 * @param share       of all documents, 0 to 1
 * @param impact      how much it hurts; null if no document counts for it
 * @param overTime    its documents in each stretch of time
 * @param typical     reviews that speak of it most, the first of them first
 */
public record TopicFinding(Topic topic, String description, String partOf, Color color, int documents, double share, Impact impact,
        int[] overTime, List<ExploredReview> typical) {
    private static final int WORDS_OF_A_NAME = 3;
    private static final int LONGEST_NAME = 120;

    public TopicFinding {
        typical = List.copyOf(typical);
    }

    public int id() {
        return topic.id();
    }

    /** The user's label, else the leading words; visible characters only. */
    public String name() {
        return FittedText.shortened(topic.label() != null ? topic.label() : String.join(", ", topic.words().stream()
                .limit(WORDS_OF_A_NAME).map(Topic.Word::term).toList()), LONGEST_NAME);
    }
}
