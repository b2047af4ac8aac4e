package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/**
 * How far probability distributions are from one another: the root of the Jensen–Shannon divergence to base 2, a metric
 * from 0 for equal ones to 1 for those that have nothing in common.
 *
 * @see <a href="https://doi.org/10.1109/TIT.2003.813506">Endres and Schindelin 2003</a>
 */
public final class JensenShannon {
    private static final double LN2 = Math.log(2);

    private JensenShannon() { }

    /**
     * @param distributions n x terms, not negative, each row with sum 1; not modified
     * @return n x n, symmetric, zero on the diagonal; the same bits on any thread count
     * @throws IllegalArgumentException if a number is negative or NaN
     */
    public static double[][] distances(FloatMatrix distributions, Threads threads) {
        int n = distributions.rows();
        double[] entropies = new double[n];
        threads.run(n, (row, _) -> entropies[row] = entropy(distributions, row, row));
        double[][] distances = new double[n][n];
        threads.run(n, (row, _) -> {
            for (int other = 0; other < row; other++) {
                double divergence = (entropy(distributions, row, other) - (entropies[row] + entropies[other]) / 2) / LN2;
                distances[row][other] = Math.sqrt(Math.clamp(divergence, 0, 1));
            }
        });
        for (int row = 0; row < n; row++) {
            for (int other = 0; other < row; other++) {
                distances[other][row] = distances[row][other];
            }
        }
        return distances;
    }

    /** Of the mean of two rows, in nats. */
    private static double entropy(FloatMatrix distributions, int row, int other) {
        float[] values = distributions.values();
        int first = distributions.offset(row);
        int second = distributions.offset(other);
        double entropy = 0;
        for (int term = 0; term < distributions.columns(); term++) {
            float one = values[first + term];
            float two = values[second + term];
            if (!(one >= 0) || !(two >= 0)) {
                throw new IllegalArgumentException("probabilities " + one + ", " + two + " at " + term);
            }
            double mean = ((double) one + two) / 2;
            if (mean > 0) {
                entropy -= mean * Math.log(mean);
            }
        }
        return entropy;
    }
}
