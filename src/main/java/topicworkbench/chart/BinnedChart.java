package topicworkbench.chart;

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
 * @param from    first of the bins that are chosen, the others stand back; -1 if none are
 * @param to      last of them
 */
public record BinnedChart(String title, String axis, List<String> ticks, List<Cell> cells, Mark mark, boolean percent,
        int from, int to) {

    /** How values are drawn. */
    public enum Mark { BARS, LINE }

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

    public BinnedChart {
        ticks = List.copyOf(ticks);
        cells = List.copyOf(cells);
        for (Cell cell : cells) {
            if (cell.values().length != ticks.size()) {
                throw new IllegalArgumentException(cell.values().length + " values, " + ticks.size() + " bins");
            }
        }
    }

    public boolean isChosen(int bin) {
        return from < 0 || bin >= from && bin <= to;
    }

    /** The greatest value or upper end that is drawn; above 0. */
    double most() {
        double most = 0;
        for (Cell cell : cells) {
            double greatest = 0;
            for (int bin = 0; bin < cell.values().length; bin++) {
                greatest = Double.isNaN(cell.values()[bin]) ? greatest : Math.max(greatest, cell.values()[bin]);
            }
            most = Math.max(most, greatest);
            for (int bin = 0; bin < cell.high().length; bin++) {
                // an interval of few documents is wider than anything else and must not press the rest flat
                most = Double.isNaN(cell.high()[bin]) ? most : Math.max(most, Math.min(cell.high()[bin], greatest * 1.15));
            }
        }
        return most > 0 ? most : 1;
    }

    public Drawing drawing() {
        return new BinnedDrawing(this);
    }

    /** To stand by itself. @param source run, date and number of reviews */
    public Figure figure(String source) {
        return new Figure(title, style -> List.of(), source, drawing());
    }
}
