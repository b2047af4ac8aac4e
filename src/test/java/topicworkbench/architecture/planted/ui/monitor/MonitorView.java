package topicworkbench.architecture.planted.ui.monitor;

/** What the planted screen reaches for. */
public final class MonitorView { }
