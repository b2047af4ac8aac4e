package topicworkbench.ui.explore;

import java.util.List;
import topicworkbench.exploration.TopicTree.SubRun;
import topicworkbench.topic.Topic;

/**
 * A line of the topic list: a topic of the run, a topic of a run that hangs below it, or such a run itself where it has no
 * topics yet or is of a selection.
 *
 * @param depth  0 for the run's own topics
 * @param topic  null for a run
 * @param in     the run it belongs to or is; null for the run that is looked at
 * @param parent the topic under which that run hangs; null for the run's own topics and for runs of selections
 * @param runs   that hang below it
 */
public record TopicRow(int depth, Topic topic, SubRun in, Topic parent, List<SubRun> runs) {

    /** The same for the same line of the list made anew. */
    String key() {
        return (in == null ? "" : in.id()) + ":" + (topic == null ? "" : topic.id());
    }

    /** Whether it is a topic of the run that is looked at. */
    boolean isOwn() {
        return in == null;
    }

    boolean hasBelow() {
        return !runs.isEmpty() || topic == null && !in.topics().isEmpty();
    }
}
