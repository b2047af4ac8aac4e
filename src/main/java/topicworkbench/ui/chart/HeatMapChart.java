package topicworkbench.ui.chart;

import java.awt.Paint;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.AbstractXYZDataset;
import topicworkbench.chart.HouseStyle;
import topicworkbench.math.FloatMatrix;
import topicworkbench.wording.Figures;

/** How alike topics of two runs are, as a field of blocks: the darker on light, or the brighter on dark, the more alike. */
public final class HeatMapChart {
    private static final int LONGEST_NAME = 18;

    private HeatMapChart() { }

    /**
     * One side of the field.
     *
     * @param title  of the axis
     * @param topics rows or columns of the matrix, in the order in which they are shown
     * @param names  of all topics, by number
     */
    public record Side(String title, int[] topics, List<String> names) {

        private String[] labels(boolean withNames) {
            return Arrays.stream(topics).mapToObj(topic -> withNames ? shortened(topic + " " + names.get(topic))
                    : Integer.toString(topic)).toArray(String[]::new);
        }

        private static String shortened(String name) {
            return name.length() <= LONGEST_NAME ? name
                    : name.substring(0, LONGEST_NAME - 1).replaceFirst("[\\s,]+$", "") + "…";
        }
    }

    /** @param similarities topics at the left x topics below, 0 to 1 */
    public static JFreeChart of(FloatMatrix similarities, Side left, Side below, HouseStyle style) {
        XYBlockRenderer blocks = new XYBlockRenderer();
        blocks.setPaintScale(new Scale(style));
        blocks.setDefaultToolTipGenerator((data, series, item) -> {
            int row = left.topics()[item / below.topics().length];
            int column = below.topics()[item % below.topics().length];
            return left.names().get(row) + "\n" + below.names().get(column) + "\n"
                    + Figures.score(similarities.get(row, column));
        });
        SymbolAxis across = axis(below, false, style);
        SymbolAxis down = axis(left, true, style);
        down.setInverted(true);
        XYPlot plot = new XYPlot(new Blocks(similarities, left.topics(), below.topics()), across, down, blocks);
        style.lines(plot);
        plot.setRangeGridlinesVisible(false);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        style.bare(chart);
        return chart;
    }

    private static SymbolAxis axis(Side side, boolean withNames, HouseStyle style) {
        SymbolAxis axis = new SymbolAxis(withNames ? Side.shortened(side.title()) : side.title(), side.labels(withNames));
        style.values(axis);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, Math.max(1, side.topics().length) - 0.5);
        return axis;
    }

    private record Scale(HouseStyle style) implements PaintScale {
        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return 1;
        }

        @Override
        public Paint getPaint(double value) {
            return style.heat(value);
        }
    }

    /** Row after row. */
    private static final class Blocks extends AbstractXYZDataset {
        private static final long serialVersionUID = 1L;

        private final transient FloatMatrix similarities;
        private final int[] rows;
        private final int[] columns;

        Blocks(FloatMatrix similarities, int[] rows, int[] columns) {
            this.similarities = similarities;
            this.rows = rows;
            this.columns = columns;
        }

        @Override
        public int getSeriesCount() {
            return 1;
        }

        @Override
        public Comparable<?> getSeriesKey(int series) {
            return "similarity";
        }

        @Override
        public int getItemCount(int series) {
            return rows.length * columns.length;
        }

        @Override
        public Number getX(int series, int item) {
            return item % columns.length;
        }

        @Override
        public Number getY(int series, int item) {
            return item / columns.length;
        }

        @Override
        public Number getZ(int series, int item) {
            return similarities.get(rows[item / columns.length], columns[item % columns.length]);
        }
    }
}
