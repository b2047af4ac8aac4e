package topicworkbench.architecture.planted.cycle.a;

import topicworkbench.architecture.planted.cycle.b.Second;

/** Planted: half of a cycle. */
public final class First {
    Second second;
}
