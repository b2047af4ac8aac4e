package topicworkbench.quality;

import topicworkbench.math.FloatMatrix;

/**
 * Word embedding topic coherence (WETC): the mean cosine over all pairs of a topic's top 20 words, as SageMaker logs it.
 * Words without a vector are left out, and their pairs with them; SageMaker gives them an undocumented default vector
 * instead, so values compare with its logs only where every word has a vector.
 *
 * @see <a href="https://arxiv.org/abs/1809.02687">Ding, Nallapati and Xiang 2018</a>
 */
public final class Wetc {
    /** Top words looked at, as SageMaker does. */
    public static final int WORDS = 20;

    private Wetc() { }

    /**
     * @param topWords for each topic the columns of its leading words, best first; only the first 20 count
     * @return for each topic its WETC, -1 to 1; NaN where fewer than two words have a vector
     */
    public static double[] of(int[][] topWords, WordVectors vectors) {
        double[] result = new double[topWords.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = meanPairwiseCosine(topWords[k], vectors);
        }
        return result;
    }

    /** For unit vectors the sum over ordered pairs is the squared length of their sum, less the pairs of equals. */
    private static double meanPairwiseCosine(int[] words, WordVectors vectors) {
        FloatMatrix rows = vectors.rows();
        double[] sum = new double[rows.columns()];
        int found = 0;
        for (int i = 0; i < Math.min(WORDS, words.length); i++) {
            if (vectors.found()[words[i]]) {
                found++;
                int at = rows.offset(words[i]);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += rows.values()[at + j];
                }
            }
        }
        double squaredLength = 0;
        for (double component : sum) {
            squaredLength += component * component;
        }
        return found < 2 ? Double.NaN : (squaredLength - found) / (found * (found - 1.0));
    }
}
