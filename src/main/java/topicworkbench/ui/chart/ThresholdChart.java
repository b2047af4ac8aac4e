package topicworkbench.ui.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryMarker;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;
import topicworkbench.chart.HouseStyle;
import topicworkbench.wording.Figures;

/**
 * What a threshold removes at each of several values, as shares of all: small, for one beside another. Values stand at
 * even distances, however far apart they are. The same as {@code plotRemoved} of R's stm shows.
 */
public final class ThresholdChart {
    private static final double DOT = 5;
    private static final int MOST_NAMED = 7;

    private ThresholdChart() { }

    /**
     * What is removed at one value of the threshold, each as a share of all, 0 to 1.
     *
     * @param value of the threshold
     */
    public record Point(double value, double terms, double tokens, double documents) { }

    /** What the lines are of, in the order of the legend. */
    public enum Line {
        TERMS("Terms", Point::terms), TOKENS("Tokens", Point::tokens), DOCUMENTS("Reviews", Point::documents);

        private final String word;
        private final ToDoubleFunction<Point> share;

        Line(String word, ToDoubleFunction<Point> share) {
            this.word = word;
            this.share = share;
        }

        public String word() {
            return word;
        }

        /** As style sheets write it. */
        public String web(boolean dark) {
            return String.format(Locale.ROOT, "#%06x", HouseStyle.of(dark).line(ordinal()).getRGB() & 0xffffff);
        }
    }

    /** A value on the axis; a click on a point gives it back. */
    public record Value(double number) implements Comparable<Value> {
        @Override
        public int compareTo(Value other) {
            return Double.compare(number, other.number);
        }

        /** Short, so that a dozen have room: 5000 as 5k. */
        @Override
        public String toString() {
            if (number >= 1000 && number % 100 == 0) {
                return plain(number / 1000) + "k";
            }
            return plain(number);
        }

        private static String plain(double value) {
            return String.format(Locale.ENGLISH, "%.4f", value).replaceFirst("\\.?0+$", "").replaceFirst("^0\\.", ".");
        }
    }

    /** @param chosen the value that is marked */
    public static JFreeChart of(List<Point> points, double chosen, HouseStyle style) {
        DefaultCategoryDataset shares = new DefaultCategoryDataset();
        for (Line line : Line.values()) {
            points.forEach(point -> shares.addValue(100 * line.share.applyAsDouble(point), line, new Value(point.value())));
        }
        CategoryAxis values = new ThinnedAxis();
        values.setLowerMargin(0.02);
        values.setUpperMargin(0.02);
        values.setCategoryMargin(0);
        style.categories(values);
        values.setTickLabelFont(style.captionFont());
        values.setTickLabelPaint(style.muted());
        NumberAxis percent = new NumberAxis();
        percent.setRange(0, 105);
        percent.setTickUnit(new NumberTickUnit(50));
        percent.setNumberFormatOverride(new DecimalFormat("0'%'", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        CategoryPlot plot = new CategoryPlot(shares, values, percent, lines(style));
        style.grid(plot);
        CategoryMarker marker = new CategoryMarker(new Value(chosen), style.muted(),
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {3, 3}, 0));
        marker.setDrawAsLine(true);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        style.bare(chart);
        return chart;
    }

    /** Names every second value where there are many, and none in part. */
    private static final class ThinnedAxis extends CategoryAxis {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("rawtypes")
        protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
            List<?> values = ((CategoryPlot) getPlot()).getCategories();
            boolean named = values.size() <= MOST_NAMED || values.indexOf(category) % 2 == 0;
            return TextUtils.createTextBlock(named ? category.toString() : "", getTickLabelFont(category),
                    getTickLabelPaint(category));
        }
    }

    private static LineAndShapeRenderer lines(HouseStyle style) {
        LineAndShapeRenderer lines = new LineAndShapeRenderer(true, true);
        for (Line line : Line.values()) {
            lines.setSeriesPaint(line.ordinal(), style.line(line.ordinal()));
            lines.setSeriesStroke(line.ordinal(), new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            lines.setSeriesShape(line.ordinal(), new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        }
        lines.setDefaultToolTipGenerator((data, row, column) -> "at " + data.getColumnKey(column) + ": "
                + Figures.percent(data.getValue(row, column).doubleValue() / 100) + " of the "
                + ((Line) data.getRowKey(row)).word().toLowerCase(Locale.ROOT));
        return lines;
    }
}
