package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.fit.NmfOptions.DocumentScaling;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.CsrMatrix;

/**
 * Counts weighted for factorisation: log(1 + count) times scikit-learn's smoothed inverse document frequency, learnt from
 * training documents and the same for new ones.
 *
 * @param inverseFrequency of each term: ln((1 + documents) / (1 + document frequency)) + 1
 * @param longest          length at which the rows of {@link DocumentScaling#HELD} are held
 */
record TermWeights(float[] inverseFrequency, float longest, DocumentScaling scaling) {
    /** Greatest length of a row, in root mean square lengths of all rows. */
    private static final double LONGEST = 2;

    static TermWeights learn(CsrCounts training, DocumentScaling scaling) {
        int[] frequencies = training.documentFrequencies();
        float[] inverse = new float[training.columns()];
        for (int w = 0; w < inverse.length; w++) {
            inverse[w] = (float) (Math.log((1.0 + training.rows()) / (1.0 + frequencies[w])) + 1);
        }
        TermWeights unlimited = new TermWeights(inverse, Float.POSITIVE_INFINITY, scaling);
        double squares = 0;
        for (int d = 0; d < training.rows(); d++) {
            squares += unlimited.squaredLength(training, d);
        }
        return new TermWeights(inverse, (float) (LONGEST * Math.sqrt(squares / training.rows())), scaling);
    }

    /** documents x terms, rows scaled. */
    CsrMatrix of(CsrCounts counts) {
        int[] starts = counts.rowStarts();
        float[] values = new float[counts.stored()];
        for (int d = 0; d < counts.rows(); d++) {
            double scale = scale(Math.sqrt(squaredLength(counts, d)));
            for (int i = starts[d]; i < starts[d + 1]; i++) {
                values[i] = (float) (scale * weight(counts, i));
            }
        }
        int[] columns = Arrays.copyOf(counts.columnIndices(), values.length);
        return new CsrMatrix(counts.rows(), counts.columns(), starts, columns, values);
    }

    private double scale(double length) {
        return switch (scaling) {
            case HELD -> length > longest ? longest / length : 1;
            case UNIT -> 1 / length;
        };
    }

    private double squaredLength(CsrCounts counts, int document) {
        double squares = 0;
        for (int i = counts.rowStarts()[document]; i < counts.rowStarts()[document + 1]; i++) {
            squares += weight(counts, i) * weight(counts, i);
        }
        return squares;
    }

    private double weight(CsrCounts counts, int stored) {
        return Math.log1p(counts.counts()[stored]) * inverseFrequency[counts.columnIndices()[stored]];
    }
}
