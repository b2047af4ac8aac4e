package topicworkbench.ui.chart;

import java.util.function.DoubleFunction;

/**
 * One line of a chart.
 *
 * @param name   as the key says it
 * @param color  number of its color among the lines' colors
 * @param points may grow between two drawings
 * @param format how a value is written
 */
public record LineSeries(String name, int color, SeriesPoints points, DoubleFunction<String> format) { }
