package topicworkbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import topicworkbench.chart.BinnedChart.Cell;

/** Draws a {@link BinnedChart}; by itself, since a JFreeChart plot a cell takes too long to follow a brush. */
record BinnedDrawing(BinnedChart chart) implements Drawing {
    private static final BasicStroke HAIRLINE = new BasicStroke(1);
    private static final BasicStroke LINE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** With more bins the intervals of bars could not be told from the bars. */
    private static final int MOST_WHISKERS = 12;
    private static final double LONE_DOT = 5;
    private static final double TITLE_DOT = 8;
    private static final double TITLE_INDENT = 14;
    private static final double BAR_SHARE = 0.84;
    private static final double LEAST_GRID = 14;
    private static final double TICK_GAP = 8;
    private static final double BREAK_FROM_END = 24;

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        BinnedLayout layout = new BinnedLayout(area, chart);
        double most = Double.NaN;
        for (int i = 0; i < chart.cells().size(); i++) {
            Cell cell = chart.cells().get(i);
            most = i == 0 || chart.own() ? chart.most(cell) : most; // looked for once, among all cells
            new Pen(chart, cell, i, layout, layout.plot(i), most, graphics, style).draw();
        }
    }

    /** A round number of which two to four fit below the greatest value. */
    static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double factor : new double[] {0.2, 0.25, 0.5, 1, 2}) {
            if (most / (power * factor) < 4) {
                return power * factor;
            }
        }
        return power * 5;
    }

    /** What all parts of one cell need. */
    private record Pen(BinnedChart chart, Cell cell, int index, BinnedLayout layout, Rectangle2D plot, double most,
            Graphics2D graphics, HouseStyle style) {

        void draw() {
            if (chart.mark() == BinnedChart.Mark.ROWS) {
                rows();
                return;
            }
            title();
            grid();
            if (chart.mark() == BinnedChart.Mark.BARS) {
                bars();
            } else {
                line();
            }
            graphics.setStroke(HAIRLINE);
            graphics.setPaint(style.baseline());
            graphics.draw(new Line2D.Double(plot.getX(), plot.getMaxY(), plot.getMaxX(), plot.getMaxY()));
            ticks();
        }

        private double y(double value) {
            return plot.getMaxY() - Math.clamp(value / most, 0, 1) * plot.getHeight();
        }

        private void title() {
            if (cell.title().isEmpty()) {
                return;
            }
            Rectangle2D whole = layout.cell(index);
            float base = (float) whole.getY() + 12;
            graphics.setFont(style.captionFont());
            graphics.setPaint(style.muted());
            double noteWidth = cell.note().isEmpty() ? 0 : graphics.getFontMetrics().stringWidth(cell.note()) + 8;
            TextUtils.drawAlignedString(cell.note(), graphics, (float) whole.getMaxX(), base, TextAnchor.BASELINE_RIGHT);
            graphics.setPaint(color());
            graphics.fill(new Ellipse2D.Double(whole.getX(), base - TITLE_DOT, TITLE_DOT, TITLE_DOT));
            graphics.setFont(style.bodyFont());
            graphics.setPaint(cell.faded() ? style.muted() : style.text());
            graphics.drawString(FittedText.oneLine(cell.title(), graphics.getFontMetrics(),
                    whole.getWidth() - TITLE_INDENT - noteWidth), (float) (whole.getX() + TITLE_INDENT), base);
        }

        /** Numbers stand at the left of a row of cells, or within each cell that has a scale of its own. */
        private void grid() {
            double step = step(most);
            step = plot.getHeight() / (most / step) >= LEAST_GRID || most <= 2 * step ? step : 2 * step;
            DecimalFormat format = format(step);
            graphics.setFont(style.captionFont());
            graphics.setStroke(HAIRLINE);
            for (int line = 0; line * step <= most * (1 + 1e-9); line++) {
                double y = y(line * step);
                if (line > 0) {
                    graphics.setPaint(style.grid());
                    graphics.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
                }
                if (chart.own() || layout.isFirstInRow(index)) {
                    graphics.setPaint(style.muted());
                    TextUtils.drawAlignedString(format.format(chart.percent() ? line * step * 100 : line * step), graphics,
                            (float) plot.getX() - 6, (float) y, TextAnchor.CENTER_RIGHT);
                }
            }
        }

        private DecimalFormat format(double step) {
            double shown = chart.percent() ? step * 100 : step;
            String decimals = shown == Math.rint(shown) ? "" : shown >= 0.1 ? ".0#" : ".00#";
            return new DecimalFormat("#,##0" + decimals + (chart.percent() ? "'%'" : ""),
                    DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        }

        private Color color() {
            Color own = new Color(cell.rgb());
            return cell.faded() ? style.pale(own) : own;
        }

        private Color color(int bin) {
            return chart.standsBack(bin) ? style.pale(style.muted()) : color();
        }

        private void bars() {
            for (int bin = 0; bin < cell.values().length; bin++) {
                if (!(cell.values()[bin] > 0)) {
                    continue;
                }
                double width = Math.max(1, layout.bounds(index, bin, bin).getWidth() * BAR_SHARE);
                double x = layout.center(index, bin);
                double top = Math.min(y(cell.values()[bin]), plot.getMaxY() - 1); // what is there is seen, however little
                graphics.setPaint(color(bin));
                graphics.fill(new Rectangle2D.Double(x - width / 2, top, width, plot.getMaxY() - top));
                if (cell.low().length > 0 && chart.ticks().size() <= MOST_WHISKERS) {
                    graphics.setPaint(style.text());
                    graphics.setStroke(HAIRLINE);
                    graphics.draw(new Line2D.Double(x, y(cell.low()[bin]), x, y(cell.high()[bin])));
                }
            }
        }

        private void line() {
            if (!chart.chosen().isEmpty()) {
                graphics.setPaint(style.grid());
                graphics.fill(layout.bounds(index, chart.chosen().nextSetBit(0), chart.chosen().length() - 1));
            }
            int start = 0;
            while (start < cell.values().length) {
                int end = start;
                while (end < cell.values().length && !Double.isNaN(cell.values()[end])) {
                    end++;
                }
                if (end > start) {
                    stretch(start, end);
                }
                start = end + 1;
            }
        }

        /** A line without a gap, its band below it. */
        private void stretch(int start, int end) {
            if (cell.low().length > 0) {
                Path2D band = path(cell.high(), start, end);
                for (int bin = end - 1; bin >= start; bin--) {
                    band.lineTo(layout.center(index, bin), y(cell.low()[bin]));
                }
                band.closePath();
                graphics.setPaint(style.pale(new Color(cell.rgb())));
                graphics.fill(band);
            }
            graphics.setPaint(color());
            graphics.setStroke(LINE);
            graphics.draw(path(cell.values(), start, end));
            if (end - start == 1) {
                graphics.fill(new Ellipse2D.Double(layout.center(index, start) - LONE_DOT / 2,
                        y(cell.values()[start]) - LONE_DOT / 2, LONE_DOT, LONE_DOT));
            }
        }

        private Path2D path(double[] values, int start, int end) {
            Path2D path = new Path2D.Double();
            path.moveTo(layout.center(index, start), y(values[start]));
            for (int bin = start + 1; bin < end; bin++) {
                path.lineTo(layout.center(index, bin), y(values[bin]));
            }
            return path;
        }

        /** Words below, as many as do not touch; the first gives way, since it often stands for a stump of a year. */
        private void ticks() {
            graphics.setFont(style.captionFont());
            graphics.setPaint(style.muted());
            int[] named = IntStream.range(0, chart.ticks().size()).filter(bin -> !chart.ticks().get(bin).isEmpty()).toArray();
            int first = named.length > 2 && right(named[0]) > left(named[1]) ? 1 : 0;
            double free = Double.NEGATIVE_INFINITY;
            for (int i = first; i < named.length; i++) {
                if (left(named[i]) >= free) {
                    graphics.drawString(chart.ticks().get(named[i]), (float) left(named[i]), (float) plot.getMaxY() + 14);
                    free = right(named[i]);
                }
            }
        }

        private double left(int bin) {
            double width = graphics.getFontMetrics().stringWidth(chart.ticks().get(bin));
            return Math.clamp(layout.center(index, bin) - width / 2, plot.getX(), Math.max(plot.getX(), plot.getMaxX() - width));
        }

        /** Where the word below a bin ends, with the room it keeps free. */
        private double right(int bin) {
            return left(bin) + graphics.getFontMetrics().stringWidth(chart.ticks().get(bin)) + TICK_GAP;
        }

        /** Two slanted gaps: the bar would go on. */
        private void breakOff(double x, double middle, double height) {
            graphics.setPaint(style.page());
            graphics.setStroke(LINE);
            for (double at : new double[] {x, x + 5}) {
                graphics.draw(new Line2D.Double(at, middle + height / 2 + 1, at + 4, middle - height / 2 - 1));
            }
            graphics.setStroke(HAIRLINE);
        }

        /** A name, its bar and its figure below one another. */
        private void rows() {
            DecimalFormat format = new DecimalFormat(chart.percent() ? "0.0'%'" : "#,##0",
                    DecimalFormatSymbols.getInstance(Locale.ENGLISH));
            graphics.setFont(style.bodyFont());
            graphics.setStroke(HAIRLINE);
            for (int bin = 0; bin < cell.values().length; bin++) {
                Rectangle2D row = layout.bounds(index, bin, bin);
                float middle = (float) row.getCenterY();
                double value = cell.values()[bin];
                graphics.setPaint(chart.standsBack(bin) ? style.muted() : style.text());
                TextUtils.drawAlignedString(FittedText.oneLine(chart.ticks().get(bin), graphics.getFontMetrics(),
                        plot.getX() - row.getX() - 12), graphics, (float) row.getX(), middle, TextAnchor.CENTER_LEFT);
                double end = plot.getX();
                if (value > 0) {
                    end += Math.max(1, plot.getWidth() * Math.min(1, value / most));
                    graphics.setPaint(bin == chart.rest() ? style.pale(style.muted()) : color(bin));
                    double height = row.getHeight() * 0.56;
                    graphics.fill(new Rectangle2D.Double(plot.getX(), middle - height / 2, end - plot.getX(), height));
                    if (chart.isBroken(cell, bin, most)) {
                        breakOff(end - BREAK_FROM_END, middle, height);
                    }
                    if (cell.low().length > 0) {
                        double high = plot.getX() + plot.getWidth() * Math.clamp(cell.high()[bin] / most, 0, 1);
                        graphics.setPaint(style.text());
                        graphics.draw(new Line2D.Double(plot.getX() + plot.getWidth() * cell.low()[bin] / most, middle, high, middle));
                        end = Math.max(end, high);
                    }
                }
                graphics.setPaint(style.muted());
                TextUtils.drawAlignedString(Double.isNaN(value) ? "–" : format.format(chart.percent() ? value * 100 : value), graphics,
                        (float) end + 8, middle, TextAnchor.CENTER_LEFT);
            }
        }
    }
}
