package topicworkbench.architecture.planted.cli;

/** What planted violations reach for. */
public final class Command { }
