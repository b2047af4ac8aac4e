package topicworkbench.ui.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import topicworkbench.chart.HouseStyle;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.wording.Figures;

/** WETC and TU of each topic as bars, side by side over the same rows. */
public final class TopicScoresChart {
    private static final double GREATEST_SCORE = 1 + 1e-9;
    private static final int LONGEST_LABEL = 22;

    private TopicScoresChart() { }

    /** A row of the chart: which topic, and what stands before its bars. */
    public record TopicKey(int id, String words) implements Comparable<TopicKey> {
        @Override
        public int compareTo(TopicKey other) {
            return Integer.compare(id, other.id);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param topics   top row first
     * @param vectors  name of the word vectors behind WETC
     * @param source   run, date and number of reviews
     * @param selected id of the topic that stands out, or -1 for none
     */
    public static JFreeChart of(List<Topic> topics, String vectors, String source, int selected, HouseStyle style) {
        CategoryAxis rows = new CategoryAxis();
        rows.setLowerMargin(0.005);
        rows.setUpperMargin(0.005);
        rows.setCategoryMargin(0.3);
        rows.setMaximumCategoryLabelWidthRatio(0.36f);
        rows.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        style.categories(rows);
        CombinedDomainCategoryPlot both = new CombinedDomainCategoryPlot(rows);
        both.setOrientation(PlotOrientation.HORIZONTAL);
        both.setGap(24);
        both.setBackgroundPaint(null);
        both.setOutlineVisible(false);
        both.add(panel(topics, "WETC", Topic::wetc, selected, style));
        both.add(panel(topics, "TU", Topic::tu, selected, style));
        JFreeChart chart = new JFreeChart(both);
        style.frame(chart, "Topic quality: WETC (" + vectors + ") and TU", source);
        return chart;
    }

    private static CategoryPlot panel(List<Topic> topics, String name, ToDoubleFunction<Topic> score, int selected,
            HouseStyle style) {
        DefaultCategoryDataset scores = new DefaultCategoryDataset();
        for (Topic topic : topics) {
            double value = score.applyAsDouble(topic);
            scores.addValue(Double.isNaN(value) ? null : value, name, new TopicKey(topic.id(), words(topic)));
        }
        NumberAxis axis = new ScoreAxis(name);
        axis.setAutoRangeIncludesZero(true);
        double least = topics.stream().mapToDouble(score).filter(v -> v < 0).min().orElse(0);
        double most = topics.stream().mapToDouble(score).filter(v -> v > 0).max().orElse(1);
        axis.setRange(new Range(least * 1.3, most * 1.6)); // room for the figure at the bar's end
        CategoryPlot plot = new CategoryPlot(scores, null, axis, new TopicBars(selected, style));
        style.bars(plot);
        return plot;
    }

    private static String words(Topic topic) {
        String words = TopicNames.of(topic);
        return words.length() <= LONGEST_LABEL ? words : words.substring(0, LONGEST_LABEL - 1).replaceFirst("[\\s,]+$", "") + "…";
    }

    /** Says no number above 1, which no score exceeds; the room beyond is for the bars' figures. */
    private static final class ScoreAxis extends NumberAxis {
        private static final long serialVersionUID = 1L;

        ScoreAxis(String name) {
            super(name);
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area,
                RectangleEdge edge) {
            List<NumberTick> ticks = new ArrayList<>(super.refreshTicks(graphics, state, area, edge));
            ticks.removeIf(tick -> tick.getValue() > GREATEST_SCORE);
            return ticks;
        }
    }

    /** Each bar in its topic's color; the others fade when one is selected. */
    private static final class TopicBars extends BarRenderer {
        private static final long serialVersionUID = 1L;

        private final int selected;
        private final HouseStyle style;

        TopicBars(int selected, HouseStyle style) {
            this.selected = selected;
            this.style = style;
            setMaximumBarWidth(0.06);
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
                private static final long serialVersionUID = 1L;

                @Override
                public String generateLabel(CategoryDataset data, int row, int column) {
                    Number value = data.getValue(row, column);
                    return value == null ? null : Figures.shortScore(value.doubleValue());
                }
            });
            setDefaultToolTipGenerator((data, row, column) -> data.getColumnKey(column) + "\n" + data.getRowKey(row)
                    + " " + Figures.score(data.getValue(row, column).doubleValue()));
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            setDefaultNegativeItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            int topic = ((TopicKey) getPlot().getDataset().getColumnKey(column)).id();
            boolean faded = selected >= 0 && topic != selected;
            Color color = new Color(TopicColors.rgb(topic));
            return faded ? style.faded(color) : color;
        }
    }
}
