package topicworkbench.projection;

import java.util.Arrays;
import java.util.List;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;
import topicworkbench.math.VectorMath;

/**
 * For each query the probabilities of picking each of its neighbours: a Gaussian of their distances, as wide as makes
 * the distribution's perplexity (e to its entropy) the one asked for. Several perplexities give the mean of their
 * Gaussians (multi-scale).
 *
 * @see <a href="https://jmlr.org/papers/v9/vandermaaten08a.html">van der Maaten and Hinton 2008</a>
 * @see <a href="https://doi.org/10.1038/s41467-019-13056-x">Kobak and Berens 2019 (multi-scale)</a>
 */
final class ConditionalAffinities {
    private static final int QUERIES_PER_BLOCK = 512;
    private static final int MAX_HALVINGS = 100;
    /** Of the entropy, in nats. */
    private static final double TOLERANCE = 1e-5;

    private ConditionalAffinities() { }

    /**
     * Rows sum to 1; a row whose neighbours are all equally near is uniform, whatever its perplexity.
     *
     * @param affinities set, n x k; may be the array of the distances itself, for another would be among the largest
     *                   things in memory
     * @param listener   hears how many rows are done, roughly; may cancel
     */
    static void fill(float[] affinities, Neighbors neighbors, List<Double> perplexities, Threads threads,
            ProgressListener listener) {
        int k = neighbors.each();
        float[][] scratch = new float[threads.count()][3 * k];
        listener.progress(0, neighbors.queries());
        threads.run(Math.ceilDiv(neighbors.queries(), QUERIES_PER_BLOCK), (block, worker) -> {
            if (worker == 0) { // this thread
                listener.progress((long) block * QUERIES_PER_BLOCK, neighbors.queries());
            }
            int end = Math.min(neighbors.queries(), (block + 1) * QUERIES_PER_BLOCK);
            for (int query = block * QUERIES_PER_BLOCK; query < end; query++) {
                float[] row = scratch[worker];
                Arrays.fill(row, 2 * k, 3 * k, 0);
                for (double perplexity : perplexities) {
                    double sum = gaussian(neighbors.squaredDistances(), query * k, k, Math.log(perplexity), row);
                    VectorKernels.axpy((float) (1 / (sum * perplexities.size())), row, k, row, 2 * k, k);
                }
                System.arraycopy(row, 2 * k, affinities, query * k, k);
            }
        });
    }

    /**
     * Searches the precision b of e^(-b distance²) whose entropy is {@code entropy} and leaves these numbers in the
     * second third of {@code scratch}; the first holds the squared distances less the least of them.
     *
     * @return the sum of the numbers
     */
    private static double gaussian(float[] squaredDistances, int at, int k, double entropy, float[] scratch) {
        double mean = 0;
        for (int i = 0; i < k; i++) {
            scratch[i] = squaredDistances[at + i] - squaredDistances[at];
            mean += scratch[i] / k;
        }
        double precision = mean > 0 ? 1 / mean : 0;
        double least = 0;
        double greatest = Double.POSITIVE_INFINITY;
        double sum = exponentials(scratch, k, precision);
        for (int halving = 0; halving < MAX_HALVINGS && mean > 0; halving++) {
            double excess = Math.log(sum) + precision * VectorKernels.dot(scratch, 0, scratch, k, k) / sum - entropy;
            if (Math.abs(excess) < TOLERANCE || precision > Float.MAX_VALUE / 4) {
                break;
            }
            if (excess > 0) {
                least = precision;
                precision = greatest < Double.POSITIVE_INFINITY ? (precision + greatest) / 2 : 2 * precision;
            } else {
                greatest = precision;
                precision = (precision + least) / 2;
            }
            sum = exponentials(scratch, k, precision);
        }
        return sum;
    }

    private static double exponentials(float[] scratch, int k, double precision) {
        for (int i = 0; i < k; i++) {
            scratch[k + i] = (float) -precision * scratch[i];
        }
        return VectorMath.expAndSum(scratch, k, 0, k);
    }
}
