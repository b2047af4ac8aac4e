package topicworkbench.fit;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.VectorKernels;
import topicworkbench.math.VectorMath;

/** Word distributions of topics from a decoder's weights, and the other way. */
final class TopicDistributions {
    /** Share of the corpus's own word frequencies mixed into given topics, so that no word is impossible. */
    private static final double SMOOTHING = 0.1;

    private TopicDistributions() { }

    /**
     * @param weight topics x terms
     * @param bias   1 x terms, or null for none
     * @return topics x terms: softmax of each row of weight + bias
     */
    static FloatMatrix softmax(Parameter weight, Parameter bias) {
        FloatMatrix result = FloatMatrix.zeros(weight.rows, weight.columns);
        float[] values = result.values();
        for (int k = 0; k < weight.rows; k++) {
            int row = result.offset(k);
            System.arraycopy(weight.values, k * weight.stride, values, row, weight.columns);
            if (bias != null) {
                VectorKernels.axpy(1, bias.values, 0, values, row, weight.columns);
            }
            double normalizer = VectorMath.logSumExp(values, row, weight.columns);
            for (int w = row; w < row + weight.columns; w++) {
                values[w] = (float) Math.exp(values[w] - normalizer);
            }
        }
        return result;
    }

    /** Logarithms of the words' shares of all tokens; a word that never occurs counts as half an occurrence. */
    static float[] logFrequencies(long[] termTotals) {
        double total = 0;
        for (long t : termTotals) {
            total += Math.max(t, 0.5);
        }
        float[] result = new float[termTotals.length];
        for (int w = 0; w < result.length; w++) {
            result[w] = (float) StrictMath.log(Math.max(termTotals[w], 0.5) / total);
        }
        return result;
    }

    /**
     * Sets the weights so that softmax(weight + logFrequencies) are the given topics, smoothed.
     *
     * @param topicTerm topics x terms, non-negative
     */
    static void startFrom(FloatMatrix topicTerm, float[] logFrequencies, Parameter weight) {
        for (int k = 0; k < weight.rows; k++) {
            double sum = 0;
            for (int w = 0; w < weight.columns; w++) {
                sum += topicTerm.get(k, w);
            }
            for (int w = 0; w < weight.columns; w++) {
                double background = StrictMath.exp(logFrequencies[w]);
                double share = sum > 0 ? topicTerm.get(k, w) / sum : background;
                weight.values[k * weight.stride + w] = (float) StrictMath.log(
                        (1 - SMOOTHING) * share / background + SMOOTHING);
            }
        }
    }

    /** Scales a non-negative row to sum 1; one of zeros becomes uniform. */
    static void normalizeRow(FloatMatrix matrix, int row) {
        float[] values = matrix.values();
        int from = matrix.offset(row);
        int to = from + matrix.columns();
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        for (int i = from; i < to; i++) {
            values[i] = sum > 0 ? (float) (values[i] / sum) : 1f / matrix.columns();
        }
    }
}
