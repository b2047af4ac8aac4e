package topicworkbench.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import topicworkbench.ui.support.Typeface;

/** How every chart looks: no boxes, no grey ground, a light grid, direct labels, one typeface; light and dark. */
public enum HouseStyle {
    LIGHT(0xffffff, 0x24292f, 0x57606a, 0xeaeef2, 0xd0d7de), DARK(0x0d1117, 0xc9d1d9, 0x8b949e, 0x21262d, 0x30363d);

    /** How much of a faded color is left; the rest is the page. */
    private static final double FADED = 0.6;

    private static final Font TITLE = new Font(Typeface.FAMILY, Font.BOLD, 13);
    private static final Font BODY = new Font(Typeface.FAMILY, Font.PLAIN, 12);
    private static final Font CAPTION = new Font(Typeface.FAMILY, Font.PLAIN, 11);
    /** Room that a chart leaves at its edges: none, since the page has its own. */
    private static final RectangleInsets FLUSH = new RectangleInsets(0, 0, 0, 0);

    private final Color page;
    private final Color text;
    private final Color muted;
    private final Color grid;
    private final Color baseline;

    HouseStyle(int page, int text, int muted, int grid, int baseline) {
        this.page = new Color(page);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.grid = new Color(grid);
        this.baseline = new Color(baseline);
    }

    public static HouseStyle of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    public Color text() {
        return text;
    }

    public Color muted() {
        return muted;
    }

    /** A color that stands back; opaque, so that no grid shows through. */
    public Color faded(Color color) {
        return new Color(mix(color.getRed(), page.getRed()), mix(color.getGreen(), page.getGreen()),
                mix(color.getBlue(), page.getBlue()));
    }

    private static int mix(int color, int page) {
        return (int) Math.round(FADED * color + (1 - FADED) * page);
    }

    public Font captionFont() {
        return CAPTION;
    }

    /** The chart's frame: what it shows above it, where the numbers come from below it. */
    public void frame(JFreeChart chart, String title, String source) {
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(FLUSH);
        chart.removeLegend();
        chart.setTitle(line(title, TITLE, text, RectangleEdge.TOP));
        chart.addSubtitle(line(source, CAPTION, muted, RectangleEdge.BOTTOM));
    }

    private static TextTitle line(String words, Font font, Color color, RectangleEdge edge) {
        TextTitle line = new TextTitle(words, font, color, edge, HorizontalAlignment.LEFT,
                org.jfree.chart.ui.VerticalAlignment.TOP, new RectangleInsets(edge == RectangleEdge.TOP ? 0 : 8, 0,
                        edge == RectangleEdge.TOP ? 8 : 0, 0));
        line.setFrame(BlockBorder.NONE);
        return line;
    }

    /** A plot of bars: only the grid across the bars, faint, and the line at zero. */
    public void bars(CategoryPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(FLUSH);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(grid);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(baseline);
        plot.setRangeZeroBaselineStroke(new BasicStroke(1));
        BarRenderer bars = (BarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setDefaultItemLabelFont(CAPTION);
        bars.setDefaultItemLabelPaint(muted);
        values(plot.getRangeAxis());
    }

    public void values(ValueAxis axis) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(CAPTION);
        axis.setTickLabelPaint(muted);
        axis.setLabelFont(CAPTION);
        axis.setLabelPaint(muted);
    }

    public void categories(CategoryAxis axis) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(BODY);
        axis.setTickLabelPaint(text);
    }
}
