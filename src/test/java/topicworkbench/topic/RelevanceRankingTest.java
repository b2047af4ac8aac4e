package topicworkbench.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

class RelevanceRankingTest {
    private static final int WORDS = 30;

    /** Every word is looked at by the one, few by the other; ties and words that never occur among them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void saysWhatRankingEveryWordSaysAtAnyLambda(int threadCount) {
        RandomStream random = RandomStream.of(7, "relevance test");
        FloatMatrix topicTerm = FloatMatrix.zeros(6, 4000);
        long[] totals = new long[4000];
        for (int term = 0; term < totals.length; term++) {
            totals[term] = ((long) (5000 / (1 + random.nextDouble() * term))) * (term % 50 == 0 ? 0 : 1);
        }
        for (int topic = 0; topic < 6; topic++) {
            double sum = 0;
            for (int term = 0; term < totals.length; term++) {
                // coarse, so that some are equal; some zero
                float weight = (float) Math.rint(20 * Math.pow(random.nextDouble(), 8)) * (totals[term] + 3);
                topicTerm.set(topic, term, weight);
                sum += weight;
            }
            for (int term = 0; term < totals.length; term++) {
                topicTerm.set(topic, term, (float) (topicTerm.get(topic, term) / sum));
            }
        }
        RelevanceRanking ranking;
        try (Threads threads = new Threads(threadCount)) {
            ranking = RelevanceRanking.of(topicTerm, totals, WORDS, threads);
        }
        for (double lambda = 0; lambda <= 1; lambda += 0.0625) {
            int[][] expected = Relevance.topWords(topicTerm, totals, lambda, WORDS);
            for (int topic = 0; topic < 6; topic++) {
                assertThat(ranking.words(topic, lambda, WORDS)).as("topic %d at %f", topic, lambda)
                        .containsExactly(expected[topic]);
            }
        }
    }

    @Test
    void aSmallVocabularyHasAsManyWordsAsItHas() {
        FloatMatrix topicTerm = new FloatMatrix(1, 3, new float[] {0.5f, 0, 0.5f});
        RelevanceRanking ranking;
        try (Threads threads = new Threads(1)) {
            ranking = RelevanceRanking.of(topicTerm, new long[] {9, 5, 3}, 10, threads);
        }
        assertThat(ranking.words(0, 0, 10)).containsExactly(2, 0);
        assertThat(ranking.words(0, 1, 1)).containsExactly(0);
        assertThatThrownBy(() -> ranking.words(0, 1.1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
