package topicworkbench.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Moves new points over a map that holds still, each by itself: down the gradient of the divergence between its
 * affinities to the map's points and the Cauchy weights of their distances. So a point's place does not depend on which
 * others are placed with it.
 *
 * @see <a href="https://doi.org/10.1007/s10994-021-06043-1">Poličar, Stražar and Zupan 2021</a>
 */
final class Placement {
    private static final int POINTS_PER_BLOCK = 1024;
    private static final float RATE = 0.1f;
    private static final float MOMENTUM = 0.8f;
    private static final float LONGEST_GRADIENT = 0.25f;

    private final Threads threads;
    private final Attraction attraction;
    private final PotentialField field;
    private final Extent extent;
    private final float[][] map;
    private final float[][] position;
    private final float[][] pull;
    private final float[][] push;
    private final float[][] update;
    private final float[][] gain;
    private final int[] identity;

    /** @param neighbors of the new points among those of the map, and the affinities to them */
    Placement(Neighbors neighbors, CsrMatrix affinities, FloatMatrix map, Threads threads) {
        int n = neighbors.queries();
        this.threads = threads;
        this.map = columns(map);
        this.extent = Extent.of(this.map[0], this.map[1], threads);
        this.attraction = new Attraction(affinities, threads);
        this.field = new PotentialField(threads);
        field.charge(this.map[0], this.map[1], new Bands(map.rows()));
        this.position = new float[2][n];
        this.pull = new float[2][n];
        this.push = new float[2][n];
        this.update = new float[2][n];
        this.gain = new float[2][n];
        this.identity = IntStream.range(0, n).toArray();
        for (int axis = 0; axis < 2; axis++) {
            Arrays.fill(gain[axis], 1);
            for (int i = 0; i < n; i++) {
                position[axis][i] = median(neighbors, i, this.map[axis]);
            }
        }
    }

    /** m x 2. */
    FloatMatrix run(double exaggeration, int steps, ProgressListener listener) {
        int n = identity.length;
        for (int step = 0; step < steps; step++) {
            listener.progress(step, steps);
            attraction.forces(position[0], position[1], map[0], map[1], pull[0], pull[1]);
            threads.run(Math.ceilDiv(n, POINTS_PER_BLOCK), (block, worker) -> {
                int end = Math.min(n, (block + 1) * POINTS_PER_BLOCK);
                for (int i = block * POINTS_PER_BLOCK; i < end; i++) {
                    double weights = field.read(position[0], position[1], identity, i, i + 1, push[0], push[1]);
                    move(i, (float) exaggeration, (float) (1 / weights));
                }
            });
        }
        FloatMatrix result = FloatMatrix.zeros(n, 2);
        for (int i = 0; i < n; i++) {
            result.set(i, 0, position[0][i]);
            result.set(i, 1, position[1][i]);
        }
        return result;
    }

    private void move(int point, float exaggeration, float perWeight) {
        float gx = exaggeration * pull[0][point] - perWeight * push[0][point];
        float gy = exaggeration * pull[1][point] - perWeight * push[1][point];
        float length = (float) Math.sqrt(gx * gx + gy * gy);
        float shorter = length > LONGEST_GRADIENT ? LONGEST_GRADIENT / length : 1;
        // beyond the map there is no grid to read from, nor anything to be near to
        position[0][point] = Math.clamp(position[0][point] + step(0, point, gx * shorter), extent.minX(), extent.maxX());
        position[1][point] = Math.clamp(position[1][point] + step(1, point, gy * shorter), extent.minY(), extent.maxY());
    }

    private float step(int axis, int point, float gradient) {
        gain[axis][point] = Descent.gain(gain[axis][point], gradient, update[axis][point]);
        update[axis][point] = MOMENTUM * update[axis][point] - RATE * gain[axis][point] * gradient;
        return update[axis][point];
    }

    private static float median(Neighbors neighbors, int query, float[] coordinate) {
        int k = neighbors.each();
        float[] values = new float[k];
        for (int i = 0; i < k; i++) {
            values[i] = coordinate[neighbors.indices()[query * k + i]];
        }
        Arrays.sort(values);
        return (values[(k - 1) / 2] + values[k / 2]) / 2;
    }

    private static float[][] columns(FloatMatrix map) {
        FloatMatrix transposed = map.transposed();
        return new float[][] {transposed.row(0), transposed.row(1)};
    }
}
