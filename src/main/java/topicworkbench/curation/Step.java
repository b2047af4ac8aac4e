package topicworkbench.curation;

import java.util.HashMap;
import java.util.Map;

/**
 * An edit that was done, with what it replaced; and the steps below it, as a stack whose states can be shared.
 *
 * @param topics      as they were; null where there was none
 * @param corrections as they were; null where there was none
 * @param flags       as they were
 * @param below       null for the first
 */
record Step(Decision decision, Map<Integer, CuratedTopic> topics, Map<Integer, Integer> corrections,
        Map<Integer, Boolean> flags, Step below) {

    /** Of an edit that has replaced nothing yet. */
    Step(Decision decision, Step below) {
        this(decision, HashMap.newHashMap(1), HashMap.newHashMap(1), HashMap.newHashMap(1), below);
    }

    Step onto(Step newBelow) {
        return new Step(decision, topics, corrections, flags, newBelow);
    }
}
