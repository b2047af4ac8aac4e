package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.MatrixProduct;
import topicworkbench.math.VectorKernels;

/**
 * Points in groups, each laid out for the distances of many queries to all of its points by one matrix product: a
 * column for each point with -2 x its coordinates and, below, its squared length.
 */
final class PointCells {
    /** Largest width of a cell: with 50 dimensions it then fits the second-level cache. */
    static final int WIDEST = 512;

    private final int dimensions;
    private final int[] starts;
    private final int[] sizes;
    private final int[] ids;
    private final float[] columns;

    /**
     * @param points n x d
     * @param order  the points, group after group
     * @param cuts   where groups begin in {@code order}, and its end; none longer than {@link #WIDEST}
     */
    PointCells(FloatMatrix points, int[] order, int[] cuts) {
        this.dimensions = points.columns();
        int cells = cuts.length - 1;
        this.starts = new int[cells + 1];
        this.sizes = new int[cells];
        for (int c = 0; c < cells; c++) {
            sizes[c] = cuts[c + 1] - cuts[c];
            starts[c + 1] = starts[c] + VectorKernels.padded(sizes[c]);
        }
        this.ids = new int[starts[cells]];
        this.columns = new float[Math.multiplyExact(starts[cells], dimensions + 1)];
        for (int c = 0; c < cells; c++) {
            for (int i = 0; i < width(c); i++) {
                fill(points, c, i, i < sizes[c] ? order[cuts[c] + i] : -1);
            }
        }
    }

    private void fill(FloatMatrix points, int cell, int place, int point) {
        int at = starts[cell] * (dimensions + 1) + place;
        ids[starts[cell] + place] = point;
        float squares = point < 0 ? Float.POSITIVE_INFINITY : 0;
        for (int k = 0; point >= 0 && k < dimensions; k++) {
            float value = points.values()[points.offset(point) + k];
            columns[at + k * width(cell)] = -2 * value;
            squares = Math.fma(value, value, squares);
        }
        columns[at + dimensions * width(cell)] = squares;
    }

    int count() {
        return starts.length - 1;
    }

    /** Points in the cell. */
    int size(int cell) {
        return sizes[cell];
    }

    /** Places in the cell, padding included. */
    int width(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    /** Of each place in all cells its point; -1 for padding. */
    int[] ids() {
        return ids;
    }

    /** Of the cell's first place. */
    int start(int cell) {
        return starts[cell];
    }

    /**
     * Squared distances less the query's own squared length; infinite for padding.
     *
     * @param queries rows x (d + 1), the last of each row being 1
     * @param target  rows x width(cell)
     */
    void distances(int cell, float[] queries, int rows, float[] target) {
        int width = width(cell);
        MatrixProduct.multiply(MatrixProduct.View.of(queries, 0, dimensions + 1),
                MatrixProduct.View.of(columns, starts[cell] * (dimensions + 1), width),
                MatrixProduct.View.of(target, 0, width), rows, dimensions + 1, width, false);
    }
}
