package topicworkbench.ui.chart;

import java.util.stream.Collectors;
import topicworkbench.topic.Topic;

/** What a topic is called where there is room for one name. */
public final class TopicNames {
    private static final int WORDS_OF_A_NAME = 3;

    private TopicNames() { }

    /** The user's label, else the leading words. */
    public static String of(Topic topic) {
        return topic.label() != null ? topic.label()
                : topic.words().stream().limit(WORDS_OF_A_NAME).map(Topic.Word::term).collect(Collectors.joining(", "));
    }
}
