package topicworkbench.ui.chart;

import topicworkbench.topic.Topic;

/** What a topic is called where there is room for one name. */
public final class TopicNames {
    private TopicNames() { }

    /** The user's label, else the leading words. */
    public static String of(Topic topic) {
        return topic.name();
    }
}
