package topicworkbench.chart;

import java.util.BitSet;
import java.util.List;

/**
 * Values over a row of bins, with their intervals: of one thing, or of many in cells side by side that share their axes.
 *
 * @param title   what it shows
 * @param axis    what the values are, with their unit
 * @param ticks   what stands below each bin; empty for nothing
 * @param cells   at least one
 * @param mark    how values are drawn
 * @param percent whether values are shares from 0 to 1, which are written as percentages
 * @param own     whether each cell has a scale of its own
 * @param chosen  bins that are chosen, the others stand back; empty if none are
 * @param rest    the bin of all that has none of its own, whose bar is broken off where it is longer than every other, or -1
 */
public record BinnedChart(String title, String axis, List<String> ticks, List<Cell> cells, Mark mark, boolean percent,
        boolean own, BitSet chosen, int rest) {

    /** How values are drawn: as bars that stand on their bins, as a line over them, or as bars that lie beside them. */
    public enum Mark { BARS, LINE, ROWS }

    /**
     * One thing's values, a number a bin; NaN where there is none.
     *
     * @param key    by which the screen knows it
     * @param title  above it; empty for nothing
     * @param note   at the right of the title
     * @param rgb    its color
     * @param low    lower ends of the intervals; empty for none
     * @param high   upper ends
     * @param faded  whether it stands back
     */
    public record Cell(int key, String title, String note, int rgb, double[] values, double[] low, double[] high,
            boolean faded) { }

    private static final double WIDEST_INTERVAL = 1.15;

    /** Every bin has its own. */
    public BinnedChart(String title, String axis, List<String> ticks, List<Cell> cells, Mark mark, boolean percent,
            boolean own, BitSet chosen) {
        this(title, axis, ticks, cells, mark, percent, own, chosen, -1);
    }

    public BinnedChart {
        ticks = List.copyOf(ticks);
        cells = List.copyOf(cells);
        for (Cell cell : cells) {
            if (cell.values().length != ticks.size()) {
                throw new IllegalArgumentException(cell.values().length + " values, " + ticks.size() + " bins");
            }
        }
    }

    boolean standsBack(int bin) {
        return !chosen.isEmpty() && !chosen.get(bin);
    }

    /** The top of a cell's scale; above 0. */
    double most(Cell cell) {
        double most = own ? most(List.of(cell)) : most(cells);
        return most > 0 ? most : 1;
    }

    /** Whether a bin's bar does not reach its value. @param most the top of the cell's scale */
    boolean isBroken(Cell cell, int bin, double most) {
        return bin == rest && cell.values()[bin] > most;
    }

    private double most(List<Cell> among) {
        double most = 0;
        for (Cell cell : among) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int bin = 0; bin < cell.values().length; bin++) {
                boolean counts = (bin != rest || ticks.size() == 1) && !Double.isNaN(cell.values()[bin]);
                greatest = counts ? Math.max(greatest, cell.values()[bin]) : greatest;
            }
            greatest = greatest == Double.NEGATIVE_INFINITY ? 0 : greatest;
            // an interval of few documents is wider than anything else and must not press the rest flat
            double high = 0;
            for (int bin = 0; bin < cell.high().length; bin++) {
                high = Double.isNaN(cell.values()[bin]) || Double.isNaN(cell.high()[bin]) ? high : Math.max(high, cell.high()[bin]);
            }
            most = Math.max(most, Math.max(greatest, Math.min(high, greatest * WIDEST_INTERVAL)));
        }
        return most;
    }

    public Drawing drawing() {
        return new BinnedDrawing(this);
    }

    /** To stand by itself. @param source run, date and number of reviews */
    public Figure figure(String source) {
        return new Figure(title, style -> List.of(), source, drawing());
    }
}
