package topicworkbench.scatter;

import java.util.Arrays;

/**
 * Points of the plane, sorted into square cells: which lie near a place, or inside an outline, is answered without asking
 * the others, and points that are drawn side by side stand side by side in memory. Within a cell they keep their order.
 */
public final class PointGrid {
    private static final int POINTS_PER_CELL = 6;
    private static final int MOST_CELLS_A_SIDE = 2048;

    private final float minX;
    private final float minY;
    private final float cell;
    private final float width;
    private final float height;
    private final int columns;
    private final int rows;
    /** Row after row: where each cell's points begin, and the end of all. */
    private final int[] starts;
    private final int[] points;
    private final float[] x;
    private final float[] y;

    /**
     * @param x of each point; not changed
     * @param y likewise
     * @throws IllegalArgumentException if there are none, or one lies nowhere
     */
    public PointGrid(float[] x, float[] y) {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
        }
        minX = least(x);
        minY = least(y);
        float farX = greatest(x) - minX;
        float farY = greatest(y) - minY;
        float side = Math.max(farX, farY);
        if (!Float.isFinite(side)) {
            throw new IllegalArgumentException("a point at NaN or infinity");
        }
        float empty = side > 0 ? side / 1000 : 1; // no extent at all would have no scale
        width = Math.max(farX, empty);
        height = Math.max(farY, empty);
        double wanted = Math.sqrt((double) width * height * POINTS_PER_CELL / x.length);
        cell = (float) Math.max(wanted, Math.max(width, height) / MOST_CELLS_A_SIDE);
        columns = (int) (width / cell) + 1;
        rows = (int) (height / cell) + 1;
        starts = new int[columns * rows + 1];
        points = new int[x.length];
        this.x = new float[x.length];
        this.y = new float[x.length];
        sort(x, y);
    }

    private void sort(float[] xs, float[] ys) {
        int[] cells = new int[xs.length];
        for (int i = 0; i < xs.length; i++) {
            cells[i] = row(ys[i]) * columns + column(xs[i]);
            starts[cells[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int i = 0; i < xs.length; i++) {
            int place = next[cells[i]]++;
            points[place] = i;
            x[place] = xs[i];
            y[place] = ys[i];
        }
    }

    private static float least(float[] values) {
        float least = values[0];
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float greatest(float[] values) {
        float greatest = values[0];
        for (float value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    /** The column of cells at an x, or the nearest one. */
    int column(double atX) {
        return (int) Math.clamp((atX - minX) / cell, 0, columns - 1);
    }

    /** The row of cells at a y, or the nearest one. */
    int row(double atY) {
        return (int) Math.clamp((atY - minY) / cell, 0, rows - 1);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double cell() {
        return cell;
    }

    int[] starts() {
        return starts;
    }

    /** The number of the point at each place. */
    int[] points() {
        return points;
    }

    /** Of the point at each place. */
    float[] x() {
        return x;
    }

    /** Of the point at each place. */
    float[] y() {
        return y;
    }

    public int size() {
        return points.length;
    }

    public double minX() {
        return minX;
    }

    public double minY() {
        return minY;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** The numbers of the points in a rectangle, its upper edges excluded. */
    public int[] pointsIn(double fromX, double fromY, double toX, double toY) {
        int[] found = new int[16];
        int count = 0;
        for (int row = row(fromY); row <= row(toY); row++) {
            int end = starts[row * columns + column(toX) + 1];
            for (int place = starts[row * columns + column(fromX)]; place < end; place++) {
                if (x[place] >= fromX && x[place] < toX && y[place] >= fromY && y[place] < toY) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = points[place];
                }
            }
        }
        return Arrays.copyOf(found, count);
    }
}
