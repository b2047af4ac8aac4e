package topicworkbench.scatter;

import java.util.Arrays;

/**
 * A closed line in the plane and what lies inside: a place is inside where a ray from it crosses the line an odd number of
 * times. Cells of the grid that the line does not touch are inside or outside as a whole; only points of the others are
 * asked one by one, of the edges beside them.
 *
 * @param x of its corners; the last is joined to the first
 * @param y likewise
 */
public record Outline(double[] x, double[] y) {

    public Outline {
        if (x.length < 3 || x.length != y.length) {
            throw new IllegalArgumentException("an outline of " + x.length + " x and " + y.length + " y");
        }
    }

    /** The rectangle between two opposite corners. */
    public static Outline rectangle(double x1, double y1, double x2, double y2) {
        return new Outline(new double[] {x1, x2, x2, x1}, new double[] {y1, y1, y2, y2});
    }

    public boolean contains(double atX, double atY) {
        boolean inside = false;
        for (int edge = 0; edge < x.length; edge++) {
            inside ^= crosses(edge, atX, atY);
        }
        return inside;
    }

    /** Whether a ray to the right from a place crosses an edge. */
    private boolean crosses(int edge, double atX, double atY) {
        int next = edge + 1 == x.length ? 0 : edge + 1;
        return y[edge] > atY != y[next] > atY
                && atX < (x[next] - x[edge]) * (atY - y[edge]) / (y[next] - y[edge]) + x[edge];
    }

    /** The numbers of the points inside, as bits: number 0 is the lowest bit of the first word. */
    public long[] select(PointGrid grid) {
        long[] words = new long[Math.ceilDiv(grid.size(), Long.SIZE)];
        double least = Arrays.stream(y).min().orElseThrow();
        double greatest = Arrays.stream(y).max().orElseThrow();
        int last = grid.row(greatest);
        for (int row = grid.row(least); row <= last; row++) {
            selectRow(grid, row, words);
        }
        return words;
    }

    private void selectRow(PointGrid grid, int row, long[] words) {
        double bottom = row == 0 ? Double.NEGATIVE_INFINITY : grid.minY() + (row - 1) * grid.cell();
        double top = row == grid.rows() - 1 ? Double.POSITIVE_INFINITY : grid.minY() + (row + 2) * grid.cell();
        int[] edges = new int[x.length];
        int count = 0;
        boolean[] touched = new boolean[grid.columns()];
        for (int edge = 0; edge < x.length; edge++) {
            int next = edge + 1 == x.length ? 0 : edge + 1;
            if (Math.max(y[edge], y[next]) >= bottom && Math.min(y[edge], y[next]) <= top) {
                edges[count++] = edge;
                touch(grid, edge, next, bottom, top, touched);
            }
        }
        boolean inside = false;
        boolean known = false;
        for (int column = 0; column < grid.columns(); column++) {
            int cell = row * grid.columns() + column;
            if (touched[column]) {
                known = false;
            } else if (!known) {
                known = true;
                inside = isInside(edges, count, grid.minX() + (column + 0.5) * grid.cell(), grid.minY() + (row + 0.5) * grid.cell());
            }
            if (touched[column] || inside) {
                for (int place = grid.starts()[cell]; place < grid.starts()[cell + 1]; place++) {
                    if (!touched[column] || isInside(edges, count, grid.x()[place], grid.y()[place])) {
                        words[grid.points()[place] >> 6] |= 1L << grid.points()[place];
                    }
                }
            }
        }
    }

    /** Marks the cells of a row that an edge may touch, and one more on either side. */
    private void touch(PointGrid grid, int edge, int next, double bottom, double top, boolean[] touched) {
        double from = x[edge];
        double to = x[next];
        if (y[edge] != y[next]) {
            double perY = (x[next] - x[edge]) / (y[next] - y[edge]);
            double low = Math.max(bottom, Math.min(y[edge], y[next]));
            double high = Math.min(top, Math.max(y[edge], y[next]));
            from = x[edge] + (low - y[edge]) * perY;
            to = x[edge] + (high - y[edge]) * perY;
        }
        int first = Math.max(0, grid.column(Math.min(from, to)) - 1);
        int last = Math.min(grid.columns() - 1, grid.column(Math.max(from, to)) + 1);
        Arrays.fill(touched, first, last + 1, true);
    }

    private boolean isInside(int[] edges, int count, double atX, double atY) {
        boolean inside = false;
        for (int i = 0; i < count; i++) {
            inside ^= crosses(edges[i], atX, atY);
        }
        return inside;
    }
}
