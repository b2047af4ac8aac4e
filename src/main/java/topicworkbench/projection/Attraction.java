package topicworkbench.projection;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorMath;

/** What pulls points in the plane towards those they have affinities with. */
final class Attraction {
    private static final int ROWS_PER_BLOCK = 1024;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final CsrMatrix affinities;
    private final Threads threads;
    private final float[][] scratch;

    /** @param affinities rows padded to full vectors, from {@link JointAffinities} */
    Attraction(CsrMatrix affinities, Threads threads) {
        this.affinities = affinities;
        this.threads = threads;
        int longest = 0;
        for (int row = 0; row < affinities.rows(); row++) {
            longest = Math.max(longest, affinities.rowStarts()[row + 1] - affinities.rowStarts()[row]);
        }
        this.scratch = new float[threads.count()][longest + 2 * LANES];
    }

    /**
     * For each row r the sum over columns c of affinity / (1 + distance²) x (row's position - column's position).
     *
     * @param x       of the rows; likewise y
     * @param columnX of the columns; likewise columnY
     * @param forceX  set, not added to; likewise forceY
     */
    void forces(float[] x, float[] y, float[] columnX, float[] columnY, float[] forceX, float[] forceY) {
        int[] starts = affinities.rowStarts();
        threads.run(Math.ceilDiv(affinities.rows(), ROWS_PER_BLOCK), (block, worker) -> {
            int end = Math.min(affinities.rows(), (block + 1) * ROWS_PER_BLOCK);
            for (int row = block * ROWS_PER_BLOCK; row < end; row++) {
                force(row, starts[row], starts[row + 1], x[row], y[row], columnX, columnY, forceX, forceY,
                        scratch[worker]);
            }
        });
    }

    private void force(int row, int from, int to, float x, float y, float[] columnX, float[] columnY, float[] forceX,
            float[] forceY, float[] sums) {
        int[] columns = affinities.columnIndices();
        float[] values = affinities.values();
        FloatVector px = FloatVector.broadcast(SPECIES, x);
        FloatVector py = FloatVector.broadcast(SPECIES, y);
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector sumX = FloatVector.zero(SPECIES);
        FloatVector sumY = FloatVector.zero(SPECIES);
        for (int i = from; i < to; i += LANES) {
            FloatVector dx = px.sub(FloatVector.fromArray(SPECIES, columnX, 0, columns, i));
            FloatVector dy = py.sub(FloatVector.fromArray(SPECIES, columnY, 0, columns, i));
            FloatVector weight = FloatVector.fromArray(SPECIES, values, i).div(dx.fma(dx, dy.fma(dy, one)));
            sumX = weight.fma(dx, sumX);
            sumY = weight.fma(dy, sumY);
        }
        sumX.intoArray(sums, 0);
        sumY.intoArray(sums, LANES);
        float totalX = 0;
        float totalY = 0;
        for (int lane = 0; lane < LANES; lane++) {
            totalX += sums[lane];
            totalY += sums[LANES + lane];
        }
        forceX[row] = totalX;
        forceY[row] = totalY;
    }

    /** The sum of affinity x log(1 + distance²) over all pairs. */
    double logDistances(float[] x, float[] y, float[] columnX, float[] columnY) {
        int[] starts = affinities.rowStarts();
        int[] columns = affinities.columnIndices();
        int blocks = Math.ceilDiv(affinities.rows(), ROWS_PER_BLOCK);
        double[] partial = new double[blocks];
        threads.run(blocks, (block, worker) -> {
            float[] logs = scratch[worker];
            int end = Math.min(affinities.rows(), (block + 1) * ROWS_PER_BLOCK);
            for (int row = block * ROWS_PER_BLOCK; row < end; row++) {
                int length = starts[row + 1] - starts[row];
                for (int i = 0; i < length; i++) {
                    float dx = x[row] - columnX[columns[starts[row] + i]];
                    float dy = y[row] - columnY[columns[starts[row] + i]];
                    logs[i] = 1 + dx * dx + dy * dy;
                }
                VectorMath.log(logs, 0, length);
                for (int i = 0; i < length; i++) {
                    partial[block] += (double) affinities.values()[starts[row] + i] * logs[i];
                }
            }
        });
        double total = 0;
        for (double part : partial) {
            total += part;
        }
        return total;
    }

    /** The sum of affinity x log(affinity) over all pairs. */
    double negativeEntropy() {
        double total = 0;
        for (float affinity : affinities.values()) {
            total += affinity > 0 ? affinity * Math.log(affinity) : 0;
        }
        return total;
    }
}
