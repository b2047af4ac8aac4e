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
 */
public record BinnedLayout(Rectangle2D area, int cells, int bins, boolean titles) {
    /** Numbers at the left. */
    public static final double AXIS_WIDTH = 44;
    /** Words below. */
    public static final double TICK_HEIGHT = 20;
    private static final double TITLE_HEIGHT = 20;
    private static final double GAP = 20;
    private static final double GOOD_CELL_WIDTH = 210;
    /** So high a row of cells wants to be. */
    public static final double GOOD_CELL_HEIGHT = 116;
    private static final double LAST_MARGIN = 4;

    public BinnedLayout(Rectangle2D area, BinnedChart chart) {
        this(area, chart.cells().size(), chart.ticks().size(), chart.cells().stream().anyMatch(cell -> !cell.title().isEmpty()));
    }

    /** How many rows a chart takes at a width. */
    public static int rows(double width, int cells) {
        int columns = columns(width, cells);
        return (cells + columns - 1) / columns;
    }

    private static int columns(double width, int cells) {
        return Math.clamp((int) ((width - AXIS_WIDTH + GAP) / (GOOD_CELL_WIDTH + GAP)), 1, Math.max(1, cells));
    }

    private int columns() {
        return columns(area.getWidth(), cells);
    }

    /** Whether the numbers of the axis stand beside the cell. */
    boolean isFirstInRow(int cell) {
        return cell % columns() == 0;
    }

    /** The cell with its title and ticks. */
    Rectangle2D cell(int cell) {
        int columns = columns();
        int rows = (cells + columns - 1) / columns;
        double width = (area.getWidth() - AXIS_WIDTH - LAST_MARGIN - GAP * (columns - 1)) / columns;
        double height = area.getHeight() / rows;
        return new Rectangle2D.Double(area.getX() + AXIS_WIDTH + cell % columns * (width + GAP),
                area.getY() + cell / columns * height, Math.max(1, width), height);
    }

    /** Where its values are drawn. */
    public Rectangle2D plot(int cell) {
        Rectangle2D whole = cell(cell);
        double top = titles ? TITLE_HEIGHT : 6;
        return new Rectangle2D.Double(whole.getX(), whole.getY() + top, whole.getWidth(),
                Math.max(1, whole.getHeight() - top - TICK_HEIGHT));
    }

    /** Left edge of a bin; of the one after the last the right edge of all. */
    public double left(int cell, int bin) {
        Rectangle2D plot = plot(cell);
        return plot.getX() + plot.getWidth() * bin / Math.max(1, bins);
    }

    public double center(int cell, int bin) {
        return (left(cell, bin) + left(cell, bin + 1)) / 2;
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

    /** The bin of a cell at or nearest to x. */
    public int binAt(int cell, double x) {
        Rectangle2D plot = plot(cell);
        return Math.clamp((int) Math.floor((x - plot.getX()) / plot.getWidth() * bins), 0, Math.max(0, bins - 1));
    }
}
