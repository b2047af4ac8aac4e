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
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import topicworkbench.chart.BinnedChart.Cell;
import topicworkbench.chart.BinnedChart.Mark;

/** Draws a {@link BinnedChart}; by itself, since a JFreeChart plot a cell takes too long to follow a brush. */
record BinnedDrawing(BinnedChart chart) implements Drawing {
    private static final BasicStroke HAIRLINE = new BasicStroke(1);
    private static final BasicStroke LINE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** With more bins the intervals of bars could not be told from the bars. */
    private static final int MOST_WHISKERS = 12;
    private static final double LONE_DOT = 5;
    private static final double BAR_SHARE = 0.84;

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        new Pen(chart, graphics, style).draw(new BinnedLayout(area, chart));
    }

    /** What all parts of one drawing need. */
    private record Pen(BinnedChart chart, Graphics2D graphics, HouseStyle style) {

        void draw(BinnedLayout layout) {
            double most = chart.most();
            double step = step(most);
            for (int i = 0; i < chart.cells().size(); i++) {
                Cell cell = chart.cells().get(i);
                Rectangle2D plot = layout.plot(i);
                title(cell, layout.cell(i));
                grid(plot, most, step, layout.isFirstInRow(i));
                if (chart.mark() == Mark.BARS) {
                    bars(layout, i, most);
                } else {
                    line(layout, i, most);
                }
                graphics.setStroke(HAIRLINE);
                graphics.setPaint(style.baseline());
                graphics.draw(new Line2D.Double(plot.getX(), plot.getMaxY(), plot.getMaxX(), plot.getMaxY()));
                ticks(layout, i);
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

        private static double y(double value, double most, Rectangle2D plot) {
            return plot.getMaxY() - Math.clamp(value / most, 0, 1) * plot.getHeight();
        }

        private void title(Cell cell, Rectangle2D whole) {
            if (cell.title().isEmpty()) {
                return;
            }
            double base = whole.getY() + 12;
            graphics.setFont(style.captionFont());
            graphics.setPaint(style.muted());
            double noteWidth = cell.note().isEmpty() ? 0 : graphics.getFontMetrics().stringWidth(cell.note()) + 8;
            TextUtils.drawAlignedString(cell.note(), graphics, (float) whole.getMaxX(), (float) base, TextAnchor.BASELINE_RIGHT);
            graphics.setPaint(color(cell));
            graphics.fill(new Ellipse2D.Double(whole.getX(), base - 8, 8, 8));
            graphics.setFont(style.bodyFont());
            graphics.setPaint(cell.faded() ? style.muted() : style.text());
            graphics.drawString(FittedText.oneLine(cell.title(), graphics.getFontMetrics(), whole.getWidth() - 14 - noteWidth), (float) whole.getX() + 14,
                    (float) base);
        }

        private void grid(Rectangle2D plot, double most, double step, boolean withNumbers) {
            graphics.setStroke(HAIRLINE);
            graphics.setFont(style.captionFont());
            DecimalFormat format = format(step);
            boolean room = plot.getHeight() / (most / step) >= 14;
            for (double value = 0; value <= most * (1 + 1e-9); value += room ? step : most > 2 * step ? 2 * step : step) {
                double y = y(value, most, plot);
                if (value > 0) {
                    graphics.setPaint(style.grid());
                    graphics.draw(new Line2D.Double(plot.getX(), y, plot.getMaxX(), y));
                }
                if (withNumbers) {
                    graphics.setPaint(style.muted());
                    TextUtils.drawAlignedString(format.format(chart.percent() ? value * 100 : value), graphics,
                            (float) plot.getX() - 6, (float) y, TextAnchor.CENTER_RIGHT);
                }
            }
        }

        private DecimalFormat format(double step) {
            double shown = chart.percent() ? step * 100 : step;
            String decimals = shown >= 1 && shown == Math.rint(shown) ? "" : shown >= 0.1 ? ".0#" : ".00#";
            return new DecimalFormat("#,##0" + decimals + (chart.percent() ? "'%'" : ""), DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        }

        private Color color(Cell cell) {
            Color own = new Color(cell.rgb());
            return cell.faded() ? style.pale(own) : own;
        }

        private void bars(BinnedLayout layout, int index, double most) {
            Cell cell = chart.cells().get(index);
            Rectangle2D plot = layout.plot(index);
            double width = plot.getWidth() / Math.max(1, chart.ticks().size());
            double bar = Math.max(1, width * BAR_SHARE);
            boolean whiskers = cell.low().length > 0 && chart.ticks().size() <= MOST_WHISKERS;
            for (int bin = 0; bin < cell.values().length; bin++) {
                double value = cell.values()[bin];
                if (Double.isNaN(value) || value <= 0) {
                    continue;
                }
                double top = Math.min(y(value, most, plot), plot.getMaxY() - 1); // what is there is seen, however little
                graphics.setPaint(chart.isChosen(bin) ? color(cell) : style.pale(style.muted()));
                graphics.fill(new Rectangle2D.Double(layout.center(index, bin) - bar / 2, top, bar, plot.getMaxY() - top));
                if (whiskers) {
                    graphics.setPaint(style.text());
                    graphics.setStroke(HAIRLINE);
                    double x = layout.center(index, bin);
                    graphics.draw(new Line2D.Double(x, y(cell.low()[bin], most, plot), x, y(cell.high()[bin], most, plot)));
                }
            }
        }

        private void line(BinnedLayout layout, int index, double most) {
            Cell cell = chart.cells().get(index);
            Rectangle2D plot = layout.plot(index);
            if (chart.from() >= 0) {
                graphics.setPaint(style.grid());
                double left = layout.left(index, chart.from());
                graphics.fill(new Rectangle2D.Double(left, plot.getY(), layout.left(index, chart.to() + 1) - left, plot.getHeight()));
            }
            int start = 0;
            while (start < cell.values().length) {
                int end = start;
                while (end < cell.values().length && !Double.isNaN(cell.values()[end])) {
                    end++;
                }
                if (end > start) {
                    stretch(layout, index, most, start, end);
                }
                start = Math.max(end, start) + 1;
            }
        }

        /** A line without a gap, its band below it. */
        private void stretch(BinnedLayout layout, int index, double most, int start, int end) {
            Cell cell = chart.cells().get(index);
            Rectangle2D plot = layout.plot(index);
            Path2D line = new Path2D.Double();
            Path2D band = new Path2D.Double();
            for (int bin = start; bin < end; bin++) {
                double x = layout.center(index, bin);
                double y = y(cell.values()[bin], most, plot);
                if (bin == start) {
                    line.moveTo(x, y);
                } else {
                    line.lineTo(x, y);
                }
                if (cell.low().length > 0) {
                    double high = y(cell.high()[bin], most, plot);
                    if (bin == start) {
                        band.moveTo(x, high);
                    } else {
                        band.lineTo(x, high);
                    }
                }
            }
            if (cell.low().length > 0) {
                for (int bin = end - 1; bin >= start; bin--) {
                    band.lineTo(layout.center(index, bin), y(cell.low()[bin], most, plot));
                }
                band.closePath();
                graphics.setPaint(style.pale(new Color(cell.rgb())));
                graphics.fill(band);
            }
            graphics.setPaint(color(cell));
            graphics.setStroke(LINE);
            graphics.draw(line);
            if (end - start == 1) {
                graphics.fill(new Ellipse2D.Double(layout.center(index, start) - LONE_DOT / 2,
                        y(cell.values()[start], most, plot) - LONE_DOT / 2, LONE_DOT, LONE_DOT));
            }
        }

        /** Words below, as many as do not touch. */
        private void ticks(BinnedLayout layout, int index) {
            graphics.setFont(style.captionFont());
            graphics.setPaint(style.muted());
            Rectangle2D plot = layout.plot(index);
            double free = Double.NEGATIVE_INFINITY;
            for (int bin = 0; bin < chart.ticks().size(); bin++) {
                String words = chart.ticks().get(bin);
                double width = graphics.getFontMetrics().stringWidth(words);
                double left = Math.clamp(layout.center(index, bin) - width / 2, plot.getX(), Math.max(plot.getX(), plot.getMaxX() - width));
                if (!words.isEmpty() && left >= free) {
                    graphics.drawString(words, (float) left, (float) plot.getMaxY() + 14);
                    free = left + width + 8;
                }
            }
        }
    }
}
