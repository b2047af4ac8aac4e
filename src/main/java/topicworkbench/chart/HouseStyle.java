package topicworkbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How every chart looks: no boxes, no grey ground, a light grid, direct labels, one typeface; light and dark. */
public enum HouseStyle {
    LIGHT(0xffffff, 0x24292f, 0x57606a, 0xeaeef2, 0xd0d7de), DARK(0x0d1117, 0xc9d1d9, 0x8b949e, 0x21262d, 0x30363d);

    /** How much of a faded color is left; the rest is the page. */
    private static final double FADED = 0.6;
    private static final double PALE = 0.3;
    private static final double LEAST_CONTRAST = 4.5;
    private static final Color[] LINES_ON_LIGHT = {new Color(0x0969da), new Color(0xbc4c00), new Color(0x1a7f37),
        new Color(0x8250df), new Color(0xbf3989), new Color(0x57606a)};
    private static final Color[] LINES_ON_DARK = {new Color(0x58a6ff), new Color(0xf0883e), new Color(0x3fb950),
        new Color(0xbc8cff), new Color(0xf778ba), new Color(0x8b949e)};

    private static final Font TITLE = HouseFont.of(Font.BOLD, 13);
    private static final Font BODY = HouseFont.of(Font.PLAIN, 12);
    private static final Font CAPTION = HouseFont.of(Font.PLAIN, 11);
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

    /** Of the lines that help to read values off. */
    public Color grid() {
        return grid;
    }

    /** Of the line at zero. */
    public Color baseline() {
        return baseline;
    }

    public Font bodyFont() {
        return BODY;
    }

    /** A color that stands back; opaque, so that no grid shows through. */
    public Color faded(Color color) {
        return mix(color, FADED);
    }

    /** The color, or as little nearer to the color of text that words can be read in it: a contrast of 4.5 or more. */
    public Color legible(Color color) {
        for (double share = 1; share > 0; share -= 0.1) {
            Color mixed = new Color(mix(color.getRed(), text.getRed(), share), mix(color.getGreen(), text.getGreen(), share),
                    mix(color.getBlue(), text.getBlue(), share));
            double lighter = Math.max(luminance(mixed), luminance(page));
            double darker = Math.min(luminance(mixed), luminance(page));
            if ((lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST) {
                return mixed;
            }
        }
        return text;
    }

    /** As WCAG 2 defines it, 0 for black to 1 for white. */
    private static double luminance(Color color) {
        float[] rgb = color.getRGBColorComponents(null);
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            linear[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private Color mix(Color color, double share) {
        return new Color(mix(color.getRed(), page.getRed(), share), mix(color.getGreen(), page.getGreen(), share),
                mix(color.getBlue(), page.getBlue(), share));
    }

    private static int mix(int color, int page, double share) {
        return (int) Math.round(share * color + (1 - share) * page);
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
        grid(plot);
        BarRenderer bars = (BarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(false);
        bars.setDefaultItemLabelFont(CAPTION);
        bars.setDefaultItemLabelPaint(muted);
    }

    /** A plot over categories, whatever is drawn in it: the grid across, faint, and the line at zero. */
    public void grid(CategoryPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(FLUSH);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(grid);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(baseline);
        plot.setRangeZeroBaselineStroke(new BasicStroke(1));
        values(plot.getRangeAxis());
    }

    /** A plot of lines: the grid across it, faint, and nothing else. */
    public void lines(XYPlot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(FLUSH);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(grid);
        plot.setRangeGridlineStroke(new BasicStroke(1));
    }

    /** Without title and source, where the screen says both. */
    public void bare(JFreeChart chart) {
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(FLUSH);
    }

    /** The ground on which pictures of a chart stand. */
    public Color page() {
        return page;
    }

    /** Points that do not take part, behind those that do. */
    public Color context() {
        return baseline;
    }

    /** Colors of lines, told apart also without red and green. */
    public Color line(int index) {
        return this == DARK ? LINES_ON_DARK[index % LINES_ON_DARK.length] : LINES_ON_LIGHT[index % LINES_ON_LIGHT.length];
    }

    /** A line's color as style sheets write it. */
    public static String lineOnWeb(int index, boolean dark) {
        return String.format(Locale.ROOT, "#%06x", of(dark).line(index).getRGB() & 0xffffff);
    }

    /** A share from 0, which is the page, to 1; shades in between look evenly apart. */
    public Color heat(double share) {
        return mix(line(0), Math.clamp(share, 0, 1));
    }

    /** A color so faint that another line may be read before it. */
    public Color pale(Color color) {
        return mix(color, PALE);
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
