package topicworkbench.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.AbstractXYDataset;
import topicworkbench.chart.HouseStyle;

/** Lines over epochs or time. */
public final class LineChart {
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** Room above and below the lines, as a share of their height. */
    private static final double MARGIN = 0.06;
    /** With so few points each is marked, since a line of one point cannot be seen. */
    private static final int MARKED = 2;
    private static final double DOT = 4;

    private LineChart() { }

    /**
     * What a chart shows.
     *
     * @param title  what it shows
     * @param x      title of the axis below
     * @param across what its values are
     * @param y      title of the axis at the left, with its unit
     */
    public record Frame(String title, String x, Across across, String y) {

        public static Frame overEpochs(String title, String x, String y) {
            return new Frame(title, x, Across.EPOCHS, y);
        }

        public static Frame overTime(String title, String y) {
            return new Frame(title, "Time", Across.SECONDS, y);
        }

        /** With the unit in which tables give it. */
        String column() {
            return across == Across.SECONDS ? x + " (seconds)" : x;
        }

        /** With the unit in which the axis gives it. */
        String axis() {
            return across == Across.SECONDS ? x + " (min:s)" : x;
        }
    }

    /**
     * How it is looked at.
     *
     * @param from        left edge, NaN for the first point
     * @param to          right edge, NaN for the last point
     * @param logarithmic whether the axis at the left is; values of zero and below are then left out
     * @param smoothing   weight of the moving average, 0 for none; the raw line stays, faint
     */
    public record Look(double from, double to, boolean logarithmic, double smoothing) {
        public static final Look ALL = new Look(Double.NaN, Double.NaN, false, 0);

        public Look between(double newFrom, double newTo) {
            return new Look(newFrom, newTo, logarithmic, smoothing);
        }

        public boolean isZoomed() {
            return !Double.isNaN(from);
        }
    }

    /** The stretch of x that is seen. */
    public static Range domain(List<LineSeries> series, Look look) {
        if (look.isZoomed()) {
            return new Range(look.from(), look.to());
        }
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (LineSeries line : series) {
            if (!line.points().isEmpty()) {
                first = Math.min(first, line.points().x(0));
                last = Math.max(last, line.points().x(line.points().size() - 1));
            }
        }
        return first > last ? new Range(0, 1) : first == last ? new Range(first - 0.5, last + 0.5) : new Range(first, last);
    }

    /** @param columns of pixels that the plot is wide, roughly */
    public static JFreeChart of(Frame frame, List<LineSeries> series, Look look, int columns, HouseStyle style) {
        Range domain = domain(series, look);
        NumberAxis across = new NumberAxis(frame.axis());
        across.setRange(domain);
        across.setStandardTickUnits(frame.across().ticks());
        style.values(across);
        Lines lines = new Lines();
        XYLineAndShapeRenderer pen = new XYLineAndShapeRenderer(true, false);
        pen.setDrawSeriesLineAsPath(true);
        for (LineSeries line : series) {
            Color color = style.line(line.color());
            SeriesPoints raw = MinMaxDecimation.of(line.points(), domain.getLowerBound(), domain.getUpperBound(), columns);
            if (look.smoothing() > 0) {
                pen(pen, lines.add(line.name() + " (raw)", raw, look), style.pale(color), THIN);
                pen.setSeriesVisibleInLegend(lines.getSeriesCount() - 1, false);
                raw = MinMaxDecimation.of(line.points().smoothed(look.smoothing()), domain.getLowerBound(),
                        domain.getUpperBound(), columns);
            }
            int index = lines.add(line.name(), raw, look);
            pen(pen, index, color, LINE);
            pen.setSeriesShapesVisible(index, raw.size() <= MARKED);
            pen.setSeriesShape(index, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        }
        XYPlot plot = new XYPlot(lines, across, values(frame.y(), lines, look, style), pen);
        style.lines(plot);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        style.bare(chart);
        return chart;
    }

    private static void pen(XYLineAndShapeRenderer pen, int index, Color color, BasicStroke stroke) {
        pen.setSeriesPaint(index, color);
        pen.setSeriesStroke(index, stroke);
    }

    /** Made for what is seen, so that a zoomed curve fills its chart. */
    private static ValueAxis values(String title, Lines lines, Look look, HouseStyle style) {
        NumberAxis linear = new NumberAxis(title);
        ValueAxis axis = look.logarithmic() ? new LogAxis(title) : linear;
        style.values(axis);
        double least = lines.least;
        double most = lines.most;
        if (least > most) {
            axis.setRange(look.logarithmic() ? new Range(0.1, 1) : new Range(0, 1));
        } else if (look.logarithmic()) {
            double factor = Math.max(1.02, Math.pow(most / least, MARGIN));
            axis.setRange(least / factor, most * factor);
        } else {
            double margin = least == most ? Math.max(Math.abs(least) * MARGIN, 1e-6) : (most - least) * MARGIN;
            axis.setRange(least >= 0 ? Math.max(0, least - margin) : least - margin, most + margin);
        }
        return axis;
    }

    /** The decimated lines as JFreeChart wants them. */
    private static final class Lines extends AbstractXYDataset {
        private static final long serialVersionUID = 1L;

        private final transient List<SeriesPoints> points = new ArrayList<>();
        private final transient List<String> names = new ArrayList<>();
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        int add(String name, SeriesPoints line, Look look) {
            SeriesPoints drawn = new SeriesPoints();
            for (int i = 0; i < line.size(); i++) {
                double y = line.y(i);
                if (!look.logarithmic() || y > 0) {
                    drawn.add(line.x(i), y);
                    least = Math.min(least, y);
                    most = Math.max(most, y);
                }
            }
            points.add(drawn);
            names.add(name);
            return names.size() - 1;
        }

        @Override
        public int getSeriesCount() {
            return names.size();
        }

        @Override
        public Comparable<?> getSeriesKey(int series) {
            return names.get(series);
        }

        @Override
        public int getItemCount(int series) {
            return points.get(series).size();
        }

        @Override
        public Number getX(int series, int item) {
            return getXValue(series, item);
        }

        @Override
        public Number getY(int series, int item) {
            return getYValue(series, item);
        }

        @Override
        public double getXValue(int series, int item) {
            return points.get(series).x(item);
        }

        @Override
        public double getYValue(int series, int item) {
            return points.get(series).y(item);
        }
    }
}
