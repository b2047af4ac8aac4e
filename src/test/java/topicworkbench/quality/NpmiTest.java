package topicworkbench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.testdata.CountsFixture;

class NpmiTest {
    /** Every pair of each topic occurs together in some document of the fixture. */
    private static final int[][] TOPICS = {{65, 32, 36, 53, 47, 5, 2, 44, 46, 56}, {74, 44, 5, 12, 32, 2, 36, 65, 53, 46},
            {27, 77, 20, 28, 9, 19, 71, 54, 79, 6}};
    /** gensim 4.2.0: CoherenceModel(coherence="c_npmi", window_size=1000, topn=10).get_coherence_per_topic() */
    private static final double[] GENSIM = {0.02632651303580808, 0.0934530775347469, -0.02178527460133493};

    @Test
    void equalsGensims() {
        assertThat(new Npmi(CountsFixture.counts()).of(TOPICS)).containsExactly(GENSIM, within(1e-9));
    }

    @Test
    void neverTogetherIsMinusOneAndAlwaysTogetherIsZero() {
        Npmi npmi = new Npmi(CountsFixture.fromDense(new int[][] {{1, 0, 2, 1}, {0, 3, 1, 1}}));
        assertThat(npmi.of(new int[][] {{0, 1}, {2, 3}, {0}})).containsExactly(-1, 0, Double.NaN);
    }

    @Test
    void looksAtTenWordsOnly() {
        int[] eleven = java.util.Arrays.copyOf(TOPICS[0], 11);
        eleven[10] = 27;
        assertThat(new Npmi(CountsFixture.counts()).of(new int[][] {eleven})[0]).isCloseTo(GENSIM[0], within(1e-9));
    }
}
