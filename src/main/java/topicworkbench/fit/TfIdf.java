package topicworkbench.fit;

import topicworkbench.math.CsrCounts;
import topicworkbench.math.CsrMatrix;

/** Counts weighted by how rare a term is, rows of unit length: scikit-learn's {@code TfidfTransformer} by default. */
final class TfIdf {
    private TfIdf() { }

    /** count x (ln((1 + documents) / (1 + document frequency)) + 1), then each row divided by its Euclidean norm. */
    static CsrMatrix of(CsrCounts counts) {
        int[] frequencies = counts.documentFrequencies();
        double[] inverseFrequency = new double[counts.columns()];
        for (int w = 0; w < inverseFrequency.length; w++) {
            inverseFrequency[w] = Math.log((1.0 + counts.rows()) / (1.0 + frequencies[w])) + 1;
        }
        int[] starts = counts.rowStarts();
        float[] values = new float[counts.stored()];
        for (int d = 0; d < counts.rows(); d++) {
            double squares = 0;
            for (int i = starts[d]; i < starts[d + 1]; i++) {
                double weight = counts.counts()[i] * inverseFrequency[counts.columnIndices()[i]];
                values[i] = (float) weight;
                squares += weight * weight;
            }
            float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
            for (int i = starts[d]; i < starts[d + 1]; i++) {
                values[i] *= scale;
            }
        }
        int[] columns = java.util.Arrays.copyOf(counts.columnIndices(), values.length);
        return new CsrMatrix(counts.rows(), counts.columns(), starts, columns, values);
    }
}
