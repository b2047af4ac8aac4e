package topicworkbench.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import topicworkbench.chart.HouseStyle;
import topicworkbench.wording.Figures;

/**
 * Trials as lines across settings and scores: each axis runs from its least value at the bottom to its greatest at the
 * top, so that one sees which settings lead to which scores.
 */
public final class ParallelCoordinates {
    private static final BasicStroke THIN = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THICK = new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final double DOT = 6;

    private ParallelCoordinates() { }

    /**
     * One axis.
     *
     * @param name   what is measured on it
     * @param values of each trial, NaN where there is none
     * @param text   how each trial's value is written
     */
    public record Axis(String name, double[] values, List<String> text) {

        private double share(int trial) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                least = Double.isNaN(value) ? least : Math.min(least, value);
                most = Double.isNaN(value) ? most : Math.max(most, value);
            }
            return most > least ? (values[trial] - least) / (most - least) : Double.isNaN(values[trial]) ? Double.NaN : 0.5;
        }

        private String extreme(boolean greatest) {
            int at = -1;
            for (int i = 0; i < values.length; i++) {
                boolean better = at < 0 || (greatest ? values[i] > values[at] : values[i] < values[at]);
                at = !Double.isNaN(values[i]) && better ? i : at;
            }
            return at < 0 ? Figures.NONE : text.get(at);
        }

        private String label() {
            String least = extreme(false);
            String most = extreme(true);
            return name + "\n" + (least.equals(most) ? least : least + " to " + most);
        }
    }

    /** @param best number of the trial that stands out, or -1 */
    public static JFreeChart of(List<Axis> axes, int best, HouseStyle style) {
        int trials = axes.getFirst().values().length;
        DefaultCategoryDataset lines = new DefaultCategoryDataset();
        LineAndShapeRenderer pen = new LineAndShapeRenderer(true, true);
        for (int trial = 0; trial < trials; trial++) {
            for (Axis axis : axes) {
                double share = axis.share(trial);
                lines.addValue(Double.isNaN(share) ? null : Double.valueOf(share), (Integer) trial, axis.label());
            }
            boolean isBest = trial == best;
            Color color = style.line(isBest ? 1 : 0);
            pen.setSeriesPaint(trial, isBest ? color : style.faded(color));
            pen.setSeriesStroke(trial, isBest ? THICK : THIN);
            pen.setSeriesShape(trial, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        }
        pen.setDefaultToolTipGenerator((data, row, column) -> {
            Axis axis = axes.get(column);
            int trial = (Integer) data.getRowKey(row);
            return "Trial " + (trial + 1) + "\n" + axis.name() + " " + axis.text().get(trial);
        });
        CategoryAxis across = new CategoryAxis();
        style.categories(across);
        across.setTickLabelFont(style.captionFont());
        across.setMaximumCategoryLabelLines(2);
        across.setLowerMargin(0);
        across.setUpperMargin(0);
        NumberAxis shares = new NumberAxis();
        shares.setRange(-0.04, 1.04);
        shares.setVisible(false);
        CategoryPlot plot = new CategoryPlot(lines, across, shares, pen);
        style.grid(plot);
        shares.setVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(style.faded(style.muted()));
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        style.bare(chart);
        return chart;
    }
}
