package topicworkbench.projection;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;

/** Repulsion from every pair of points; fastest for a few thousand. */
final class ExactRepulsion implements Repulsion {
    private static final int ROWS_PER_BLOCK = 64;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Threads threads;
    private final int padded;
    private final float[] allX;
    private final float[] allY;

    ExactRepulsion(int points, Threads threads) {
        this.threads = threads;
        this.padded = VectorKernels.padded(points);
        this.allX = new float[padded];
        this.allY = new float[padded];
    }

    @Override
    public double forces(float[] x, float[] y, float[] forceX, float[] forceY) {
        int n = x.length;
        System.arraycopy(x, 0, allX, 0, n);
        System.arraycopy(y, 0, allY, 0, n);
        // so far off that its w, about 1e-36, and its w² (0) add nothing
        Arrays.fill(allX, n, padded, 1e18f);
        int blocks = Math.ceilDiv(n, ROWS_PER_BLOCK);
        double[] totals = new double[blocks];
        threads.run(blocks, (block, worker) -> {
            int end = Math.min(n, (block + 1) * ROWS_PER_BLOCK);
            float[] sums = new float[3 * LANES];
            for (int row = block * ROWS_PER_BLOCK; row < end; row++) {
                totals[block] += force(row, forceX, forceY, sums);
            }
        });
        double total = 0;
        for (double part : totals) {
            total += part;
        }
        return total - n;
    }

    private double force(int row, float[] forceX, float[] forceY, float[] sums) {
        FloatVector px = FloatVector.broadcast(SPECIES, allX[row]);
        FloatVector py = FloatVector.broadcast(SPECIES, allY[row]);
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector sumX = sum;
        FloatVector sumY = sum;
        for (int i = 0; i < padded; i += LANES) {
            FloatVector dx = px.sub(FloatVector.fromArray(SPECIES, allX, i));
            FloatVector dy = py.sub(FloatVector.fromArray(SPECIES, allY, i));
            FloatVector w = one.div(dx.fma(dx, dy.fma(dy, one)));
            FloatVector squared = w.mul(w);
            sum = sum.add(w);
            sumX = squared.fma(dx, sumX);
            sumY = squared.fma(dy, sumY);
        }
        sum.intoArray(sums, 0);
        sumX.intoArray(sums, LANES);
        sumY.intoArray(sums, 2 * LANES);
        double total = 0;
        float totalX = 0;
        float totalY = 0;
        for (int lane = 0; lane < LANES; lane++) {
            total += sums[lane];
            totalX += sums[LANES + lane];
            totalY += sums[2 * LANES + lane];
        }
        forceX[row] = totalX;
        forceY[row] = totalY;
        return total;
    }
}
