package topicworkbench.fit;

import topicworkbench.math.CsrCounts;
import topicworkbench.math.CsrMatrix;

/**
 * Counts weighted for factorisation: log(1 + count) times scikit-learn's smoothed inverse document frequency. Rows are
 * not scaled to one length, as is usual for TF-IDF, because then a review of three words weighs as much as one of three
 * hundred and topics become turns of phrase ("waste of money"). Only the longest are held back, since one review of many
 * pages would otherwise become a topic of its own.
 */
final class TermWeights {
    /** Greatest length of a row, in root mean square lengths of all rows. */
    private static final double LONGEST = 2;

    private TermWeights() { }

    /** log(1 + count) x (ln((1 + documents) / (1 + document frequency)) + 1), long rows scaled down. */
    static CsrMatrix of(CsrCounts counts) {
        double[] inverseFrequency = inverseFrequencies(counts);
        int[] starts = counts.rowStarts();
        float[] values = new float[counts.stored()];
        double[] squares = new double[counts.rows()];
        double total = 0;
        for (int d = 0; d < counts.rows(); d++) {
            for (int i = starts[d]; i < starts[d + 1]; i++) {
                double weight = Math.log1p(counts.counts()[i]) * inverseFrequency[counts.columnIndices()[i]];
                values[i] = (float) weight;
                squares[d] += weight * weight;
            }
            total += squares[d];
        }
        double longest = LONGEST * Math.sqrt(total / counts.rows());
        for (int d = 0; d < counts.rows(); d++) {
            double length = Math.sqrt(squares[d]);
            for (int i = starts[d]; i < starts[d + 1] && length > longest; i++) {
                values[i] *= (float) (longest / length);
            }
        }
        int[] columns = java.util.Arrays.copyOf(counts.columnIndices(), values.length);
        return new CsrMatrix(counts.rows(), counts.columns(), starts, columns, values);
    }

    private static double[] inverseFrequencies(CsrCounts counts) {
        int[] frequencies = counts.documentFrequencies();
        double[] inverse = new double[counts.columns()];
        for (int w = 0; w < inverse.length; w++) {
            inverse[w] = Math.log((1.0 + counts.rows()) / (1.0 + frequencies[w])) + 1;
        }
        return inverse;
    }
}
