package topicworkbench.scatter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Where the points of a category lie together: coherent parts of the plane in which they are dense, and their peaks. */
public final class Islands {
    private static final int CELLS_A_SIDE = 128;
    /** Of the category's greatest density; what is thinner is water. */
    private static final double SHORE = 0.06;
    private static final double LEAST_SHARE = 0.04;
    private static final int FEWEST_POINTS = 3;

    private final PointGrid grid;
    private final double cell;
    private final int columns;
    private final int rows;

    /**
     * A coherent part.
     *
     * @param x      where it is densest, in the plane's units
     * @param y      likewise
     * @param points of the category that lie on it
     */
    public record Island(int category, double x, double y, int points) { }

    private Islands(PointGrid grid) {
        this.grid = grid;
        this.cell = Math.max(grid.width(), grid.height()) / CELLS_A_SIDE;
        this.columns = (int) (grid.width() / cell) + 1;
        this.rows = (int) (grid.height() / cell) + 1;
    }

    /**
     * @param categoryOf gives the category of each point, or a negative number
     * @return for each category its islands, the largest first; small ones are left out
     */
    public static List<List<Island>> of(PointGrid grid, IntUnaryOperator categoryOf, int categories) {
        return new Islands(grid).find(categoryOf, categories);
    }

    private List<List<Island>> find(IntUnaryOperator categoryOf, int categories) {
        int[][] counts = new int[categories][columns * rows];
        for (int place = 0; place < grid.size(); place++) {
            int category = categoryOf.applyAsInt(grid.points()[place]);
            if (category >= 0) {
                int column = Math.min(columns - 1, (int) ((grid.x()[place] - grid.minX()) / cell));
                int row = Math.min(rows - 1, (int) ((grid.y()[place] - grid.minY()) / cell));
                counts[category][row * columns + column]++;
            }
        }
        List<List<Island>> islands = new ArrayList<>();
        for (int category = 0; category < categories; category++) {
            islands.add(islands(category, counts[category]));
        }
        return islands;
    }

    private List<Island> islands(int category, int[] counts) {
        double[] density = blurred(counts);
        double greatest = 0;
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            greatest = Math.max(greatest, density[i]);
            all += counts[i];
        }
        boolean[] seen = new boolean[counts.length];
        List<Island> islands = new ArrayList<>();
        for (int start = 0; start < counts.length; start++) {
            if (!seen[start] && density[start] > SHORE * greatest) {
                Island island = island(category, counts, density, SHORE * greatest, start, seen);
                if (island.points >= Math.max(FEWEST_POINTS, LEAST_SHARE * all)) {
                    islands.add(island);
                }
            }
        }
        islands.sort(Comparator.comparingInt(Island::points).reversed());
        return islands;
    }

    /** Sums over the eight neighbors and itself, twice: what is dense by chance does not count. */
    private double[] blurred(int[] counts) {
        double[] result = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            result[i] = counts[i];
        }
        return sums(sums(result));
    }

    private double[] sums(double[] values) {
        double[] sums = new double[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                        sum += values[r * columns + c];
                    }
                }
                sums[row * columns + column] = sum;
            }
        }
        return sums;
    }

    private Island island(int category, int[] counts, double[] density, double shore, int start, boolean[] seen) {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        int peak = start;
        int points = 0;
        while (!open.isEmpty()) {
            int at = open.remove();
            points += counts[at];
            peak = density[at] > density[peak] ? at : peak;
            int column = at % columns;
            for (int next : new int[] {column > 0 ? at - 1 : at, column + 1 < columns ? at + 1 : at, at - columns, at + columns}) {
                if (next >= 0 && next < seen.length && !seen[next] && density[next] > shore) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return new Island(category, grid.minX() + (peak % columns + 0.5) * cell, grid.minY() + (peak / columns + 0.5) * cell,
                points);
    }
}
