package topicworkbench.export.picture;

import java.awt.Paint;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import topicworkbench.chart.FittedText;
import topicworkbench.chart.HouseStyle;
import topicworkbench.export.TopicFinding;

/** A bar for each topic in its color, its name before it and its number behind it. */
final class TopicBars {
    private static final int LONGEST_NAME = 40;
    /** Room for the number behind the longest bar. */
    private static final double MARGIN = 0.1;

    private TopicBars() { }

    /** Stands apart from a topic of the same name. */
    private record Row(int place, String name) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param topics top row first; one whose value is NaN has no bar */
    static JFreeChart of(List<TopicFinding> topics, ToDoubleFunction<TopicFinding> value, NumberFormat format,
            HouseStyle style) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (int place = 0; place < topics.size(); place++) {
            double length = value.applyAsDouble(topics.get(place));
            bars.addValue(Double.isNaN(length) ? null : length, "", new Row(place,
                    FittedText.shortened(topics.get(place).name(), LONGEST_NAME)));
        }
        CategoryAxis names = new CategoryAxis();
        names.setLowerMargin(0.005);
        names.setUpperMargin(0.005);
        names.setCategoryMargin(0.3);
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        style.categories(names);
        NumberAxis values = new NumberAxis();
        values.setUpperMargin(MARGIN);
        values.setNumberFormatOverride(format);
        values.setVisible(false);
        CategoryPlot plot = new CategoryPlot(bars, names, values, new BarRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Paint getItemPaint(int row, int column) {
                return topics.get(column).color();
            }
        });
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        style.bars(plot);
        plot.setRangeGridlinesVisible(false);
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", format));
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setMaximumBarWidth(0.08);
        return new JFreeChart(plot);
    }
}
