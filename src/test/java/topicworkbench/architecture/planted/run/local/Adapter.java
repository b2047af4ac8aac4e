package topicworkbench.architecture.planted.run.local;

/** What the planted port reaches for. */
public final class Adapter { }
