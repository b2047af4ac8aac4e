package topicworkbench.ui.chart;

/** What dragging on a map does. */
public enum MapTool { MOVE, LASSO, RECTANGLE }
