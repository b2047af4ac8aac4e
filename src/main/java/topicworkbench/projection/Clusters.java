package topicworkbench.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

/** Points in groups around centres (Lloyd's k-means on a sample): a coarse order of space for the search of neighbours. */
final class Clusters {
    private static final int ROUNDS = 8;
    private static final int SAMPLES_PER_CENTRE = 40;
    private static final int ROWS_PER_BLOCK = 64;

    private final FloatMatrix centres;
    private final PointCells cells;

    private Clusters(FloatMatrix centres) {
        this.centres = centres;
        int count = centres.rows();
        int[] cuts = IntStream.rangeClosed(0, Math.ceilDiv(count, PointCells.WIDEST))
                .map(c -> Math.min(count, c * PointCells.WIDEST)).toArray();
        this.cells = new PointCells(centres, IntStream.range(0, count).toArray(), cuts);
    }

    static Clusters of(FloatMatrix points, int count, RandomStream random, Threads threads, ProgressListener listener) {
        int[] order = IntStream.range(0, points.rows()).toArray();
        random.shuffle(order);
        FloatMatrix sample = rows(points, Arrays.copyOf(order,
                (int) Math.min(points.rows(), (long) count * SAMPLES_PER_CENTRE)));
        Clusters clusters = new Clusters(rows(points, Arrays.copyOf(order, count)));
        for (int round = 0; round < ROUNDS; round++) {
            clusters = new Clusters(means(sample, clusters.assign(sample, threads, listener), clusters.centres));
        }
        return clusters;
    }

    int count() {
        return centres.rows();
    }

    FloatMatrix centres() {
        return centres;
    }

    /**
     * For each point the nearest centre.
     *
     * @param listener hears how many points are done, roughly; may cancel
     */
    int[] assign(FloatMatrix points, Threads threads, ProgressListener listener) {
        int[] nearest = new int[points.rows()];
        float[][] distances = new float[threads.count()][ROWS_PER_BLOCK * PointCells.WIDEST];
        threads.run(Math.ceilDiv(points.rows(), ROWS_PER_BLOCK), (block, worker) -> {
            int from = block * ROWS_PER_BLOCK;
            if (worker == 0) { // this thread
                listener.progress(from, points.rows());
            }
            int rows = Math.min(ROWS_PER_BLOCK, points.rows() - from);
            float[] queries = new float[rows * (points.columns() + 1)];
            float[] best = new float[rows];
            Arrays.fill(best, Float.POSITIVE_INFINITY);
            for (int r = 0; r < rows; r++) {
                NeighborIndex.fillQuery(points, from + r, queries, r);
            }
            for (int cell = 0; cell < cells.count(); cell++) {
                cells.distances(cell, queries, rows, distances[worker]);
                for (int i = 0; i < rows * cells.width(cell); i++) {
                    int row = i / cells.width(cell);
                    if (distances[worker][i] < best[row]) {
                        best[row] = distances[worker][i];
                        nearest[from + row] = cells.ids()[cells.start(cell) + i % cells.width(cell)];
                    }
                }
            }
        });
        return nearest;
    }

    /** The centre of each group; an empty group keeps its old centre. */
    private static FloatMatrix means(FloatMatrix sample, int[] group, FloatMatrix old) {
        int d = sample.columns();
        double[] sums = new double[old.rows() * d];
        int[] sizes = new int[old.rows()];
        for (int i = 0; i < sample.rows(); i++) {
            sizes[group[i]]++;
            for (int k = 0; k < d; k++) {
                sums[group[i] * d + k] += sample.values()[sample.offset(i) + k];
            }
        }
        FloatMatrix means = old.copy();
        for (int i = 0; i < sums.length; i++) {
            if (sizes[i / d] > 0) {
                means.values()[i] = (float) (sums[i] / sizes[i / d]);
            }
        }
        return means;
    }

    private static FloatMatrix rows(FloatMatrix points, int[] selected) {
        FloatMatrix result = FloatMatrix.zeros(selected.length, points.columns());
        for (int i = 0; i < selected.length; i++) {
            System.arraycopy(points.values(), points.offset(selected[i]), result.values(), result.offset(i),
                    points.columns());
        }
        return result;
    }
}
