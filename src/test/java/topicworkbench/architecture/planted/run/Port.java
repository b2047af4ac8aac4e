package topicworkbench.architecture.planted.run;

import topicworkbench.architecture.planted.run.local.Adapter;

/** Planted: the port must not know its adapter. */
final class Port {
    Adapter adapter;
}
