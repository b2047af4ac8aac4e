package topicworkbench.topic;

import java.util.Arrays;
import topicworkbench.math.FloatMatrix;

/**
 * Ranks the words of a topic by relevance: lambda * log p(w|k) + (1 - lambda) * log(p(w|k) / p(w)). With lambda 1 the
 * most probable words lead, with 0 those most particular to the topic.
 *
 * @see <a href="https://aclanthology.org/W14-3110/">Sievert and Shirley 2014</a>
 */
public final class Relevance {
    /** What the user study of the paper found best. */
    public static final double DEFAULT_LAMBDA = 0.6;

    private Relevance() { }

    /**
     * @param topicTerm  topics x terms, rows are distributions
     * @param termTotals how often each term occurs in the corpus; a term that never occurs is ranked last
     * @param lambda     0 to 1
     * @param count      words wanted; all of them if the vocabulary is smaller
     * @return for each topic the columns of its leading words, best first; ties go to the lower column
     */
    public static int[][] topWords(FloatMatrix topicTerm, long[] termTotals, double lambda, int count) {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda " + lambda);
        }
        double total = Arrays.stream(termTotals).sum();
        int[][] result = new int[topicTerm.rows()][];
        double[] scores = new double[topicTerm.columns()];
        for (int k = 0; k < result.length; k++) {
            for (int w = 0; w < scores.length; w++) {
                double p = topicTerm.get(k, w);
                scores[w] = p <= 0 || termTotals[w] == 0 ? Double.NEGATIVE_INFINITY
                        : Math.log(p) - (1 - lambda) * Math.log(termTotals[w] / total);
            }
            result[k] = largest(scores, Math.min(count, scores.length));
        }
        return result;
    }

    static int[] largest(double[] scores, int count) {
        int[] best = new int[count];
        int size = 0;
        for (int w = 0; w < scores.length; w++) {
            if (size == count && scores[w] <= scores[best[count - 1]]) {
                continue;
            }
            int at = size < count ? size++ : count - 1;
            while (at > 0 && scores[best[at - 1]] < scores[w]) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = w;
        }
        return best;
    }
}
