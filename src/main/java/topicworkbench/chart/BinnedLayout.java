package topicworkbench.chart;

import java.awt.geom.Rectangle2D;

/**
 * Where the cells of a {@link BinnedChart} lie in an area, in its pixels: the same for who draws them and who asks what is
 * under the mouse.
 *
 * @param area  all of it
 * @param cells how many
 * @param bins  in each
 * @param titles whether titles stand above
 * @param rows   whether bins lie below one another
 * @param own    whether each cell has numbers of its own
 */
public record BinnedLayout(Rectangle2D area, int cells, int bins, boolean titles, boolean rows, boolean own) {
    /** Numbers at the left. */
    public static final double AXIS_WIDTH = 44;
    /** Words below. */
    public static final double TICK_HEIGHT = 20;
    private static final double TITLE_HEIGHT = 20;
    private static final double GAP = 20;
    /** Between cells that have numbers of their own. */
    private static final double WIDE_GAP = 48;
    private static final double GOOD_CELL_WIDTH = 180;
    /** So high a row of cells wants to be. */
    public static final double GOOD_CELL_HEIGHT = 116;
    private static final double LAST_MARGIN = 4;
    /** A bin among bins that lie below one another. */
    public static final double ROW_HEIGHT = 24;
    private static final double NAME_SHARE = 0.4;
    private static final double MOST_NAME_WIDTH = 300;
    /** The figure at the end of a lying bar. */
    private static final double FIGURE_WIDTH = 72;

    public BinnedLayout(Rectangle2D area, BinnedChart chart) {
        this(area, chart.cells().size(), chart.ticks().size(), chart.cells().stream().anyMatch(cell -> !cell.title().isEmpty()),
                chart.mark() == BinnedChart.Mark.ROWS, chart.own());
    }

    /** How many rows a chart takes at a width. */
    public static int rows(double width, BinnedChart chart) {
        BinnedLayout layout = new BinnedLayout(new Rectangle2D.Double(0, 0, width, 1), chart);
        return (layout.cells + layout.columns() - 1) / layout.columns();
    }

    private double gap() {
        return own ? WIDE_GAP : GAP;
    }

    private int columns() {
        return Math.clamp((int) ((area.getWidth() - AXIS_WIDTH + gap()) / (GOOD_CELL_WIDTH + gap())), 1, Math.max(1, cells));
    }

    /** Whether the numbers of the axis stand beside the cell. */
    boolean isFirstInRow(int cell) {
        return cell % columns() == 0;
    }

    /** The cell with its title and ticks. */
    Rectangle2D cell(int cell) {
        if (rows) {
            return area;
        }
        int columns = columns();
        int rows = (cells + columns - 1) / columns;
        double width = (area.getWidth() - AXIS_WIDTH - LAST_MARGIN - gap() * (columns - 1)) / columns;
        double height = area.getHeight() / rows;
        return new Rectangle2D.Double(area.getX() + AXIS_WIDTH + cell % columns * (width + gap()),
                area.getY() + cell / columns * height, Math.max(1, width), height);
    }

    /** Where its values are drawn. */
    public Rectangle2D plot(int cell) {
        Rectangle2D whole = cell(cell);
        if (rows) {
            double names = Math.min(MOST_NAME_WIDTH, area.getWidth() * NAME_SHARE);
            return new Rectangle2D.Double(area.getX() + names, area.getY(), Math.max(1, area.getWidth() - names - FIGURE_WIDTH),
                    Math.max(1, Math.min(area.getHeight(), bins * ROW_HEIGHT)));
        }
        double top = titles ? TITLE_HEIGHT : 6;
        return new Rectangle2D.Double(whole.getX(), whole.getY() + top, whole.getWidth(),
                Math.max(1, whole.getHeight() - top - TICK_HEIGHT));
    }

    /** The middle of a bin across. */
    double center(int cell, int bin) {
        return bounds(cell, bin, bin).getCenterX();
    }

    /** The cell at a point, its title and ticks included, or -1. */
    public int cellAt(double x, double y) {
        for (int cell = 0; cell < cells; cell++) {
            if (cell(cell).contains(x, y)) {
                return cell;
            }
        }
        return -1;
    }

    /** The bin of a cell at or nearest to a point. */
    public int binAt(int cell, double x, double y) {
        Rectangle2D plot = plot(cell);
        double share = rows ? (y - plot.getY()) / plot.getHeight() : (x - plot.getX()) / plot.getWidth();
        return Math.clamp((int) Math.floor(share * bins), 0, Math.max(0, bins - 1));
    }

    /** Where some bins that follow one another lie, both ends included. */
    public Rectangle2D bounds(int cell, int from, int to) {
        Rectangle2D plot = plot(cell);
        double first = (double) from / Math.max(1, bins);
        double size = (double) (to + 1 - from) / Math.max(1, bins);
        return rows ? new Rectangle2D.Double(area.getX(), plot.getY() + first * plot.getHeight(), area.getWidth(), size * plot.getHeight())
                : new Rectangle2D.Double(plot.getX() + first * plot.getWidth(), plot.getY(), size * plot.getWidth(), plot.getHeight());
    }
}
