package topicworkbench.scatter;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Some points of a grid with their colors, cell after cell as there, and how dense they lie. */
public final class ColoredPoints {
    /** For a point that is not among them. */
    public static final int NONE = -1;
    private static final double MIDDLING = 0.3;
    private static final double DENSEST = 0.99;

    private final PointGrid grid;
    private final int[] starts;
    private final float[] x;
    private final float[] y;
    private final int[] points;
    private final int[] colors;
    private final double density;
    private final double greatestDensity;

    /** @param colorOf gives the red, green and blue of each point in one number, or {@link #NONE} */
    public ColoredPoints(PointGrid grid, IntUnaryOperator colorOf) {
        this.grid = grid;
        int n = grid.size();
        float[] xs = new float[n];
        float[] ys = new float[n];
        int[] numbers = new int[n];
        int[] kept = new int[n];
        starts = new int[grid.starts().length];
        int count = 0;
        for (int cell = 0; cell + 1 < starts.length; cell++) {
            for (int place = grid.starts()[cell]; place < grid.starts()[cell + 1]; place++) {
                int color = colorOf.applyAsInt(grid.points()[place]);
                numbers[count] = grid.points()[place];
                xs[count] = grid.x()[place];
                ys[count] = grid.y()[place];
                kept[count] = color;
                count += color < 0 ? 0 : 1; // without a jump, which could not be foreseen
            }
            starts[cell + 1] = count;
        }
        boolean all = count == n;
        x = all ? grid.x() : Arrays.copyOf(xs, count);
        y = all ? grid.y() : Arrays.copyOf(ys, count);
        points = all ? grid.points() : Arrays.copyOf(numbers, count);
        colors = all ? kept : Arrays.copyOf(kept, count);
        double[] densities = densities();
        density = densities[0];
        greatestDensity = densities[1];
    }

    /** What most of the points have around them or more, and what one in a hundred has. */
    private double[] densities() {
        int[] perCell = new int[starts.length - 1];
        for (int cell = 0; cell < perCell.length; cell++) {
            perCell[cell] = starts[cell + 1] - starts[cell];
        }
        Arrays.parallelSort(perCell);
        double area = grid.cell() * grid.cell();
        return new double[] {quantile(perCell, MIDDLING) / area, quantile(perCell, DENSEST) / area};
    }

    /** Of the points, each counting with the number in its cell. */
    private int quantile(int[] perCell, double share) {
        long below = 0;
        for (int count : perCell) {
            below += count;
            if (below >= share * x.length) {
                return count;
            }
        }
        return 0;
    }

    /** Of which they are some, or all. */
    public PointGrid grid() {
        return grid;
    }

    int[] starts() {
        return starts;
    }

    float[] x() {
        return x;
    }

    float[] y() {
        return y;
    }

    int[] colors() {
        return colors;
    }

    public int size() {
        return x.length;
    }

    /** Points to a square unit around the middling point; 0 where there are none. */
    double density() {
        return density;
    }

    /** Points to a square unit where they are densest. */
    double greatestDensity() {
        return greatestDensity;
    }

    /**
     * The point nearest to a place; of two as near the one with the smaller number.
     *
     * @param radius in units of the plane; none further away is found
     * @return its number, or {@link #NONE}
     */
    public int nearest(double atX, double atY, double radius) {
        int best = NONE;
        double least = radius * radius;
        int first = grid.column(atX - radius);
        int last = grid.column(atX + radius);
        for (int row = grid.row(atY - radius); row <= grid.row(atY + radius); row++) {
            int to = starts[row * grid.columns() + last + 1];
            for (int place = starts[row * grid.columns() + first]; place < to; place++) {
                double distance = Math.pow(x[place] - atX, 2) + Math.pow(y[place] - atY, 2);
                if (distance < least || distance == least && (best < 0 || points[place] < best)) {
                    best = points[place];
                    least = distance;
                }
            }
        }
        return best;
    }
}
