package topicworkbench.quality;

import java.util.HashMap;
import java.util.Map;

/**
 * Topic uniqueness (TU): how little a topic's top words are shared with other topics. TU of topic k is the mean over its
 * top 20 words of 1 / (number of topics whose top 20 hold the word): 1/K when all topics are the same, 1 when none
 * shares a word. Reproduces the values in SageMaker's training logs.
 *
 * @see <a href="https://arxiv.org/abs/1809.02687">Ding, Nallapati and Xiang 2018</a>
 */
public final class TopicUniqueness {
    /** Top words looked at, as SageMaker does. */
    public static final int WORDS = 20;

    private TopicUniqueness() { }

    /**
     * @param topWords for each topic the columns of its leading words, best first; only the first 20 count
     * @return for each topic its TU; NaN for a topic without words
     */
    public static double[] of(int[][] topWords) {
        Map<Integer, Integer> topicsWithWord = new HashMap<>();
        for (int[] words : topWords) {
            for (int i = 0; i < Math.min(WORDS, words.length); i++) {
                topicsWithWord.merge(words[i], 1, Integer::sum);
            }
        }
        double[] result = new double[topWords.length];
        for (int k = 0; k < result.length; k++) {
            int count = Math.min(WORDS, topWords[k].length);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += 1.0 / topicsWithWord.get(topWords[k][i]);
            }
            result[k] = count == 0 ? Double.NaN : sum / count;
        }
        return result;
    }
}
