package topicworkbench.architecture.planted.cycle.b;

import topicworkbench.architecture.planted.cycle.a.First;

/** Planted: the other half. */
public final class Second {
    First first;
}
