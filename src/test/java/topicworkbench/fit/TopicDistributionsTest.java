package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;

class TopicDistributionsTest {
    @Test
    void aWordThatNeverOccursCountsAsHalfAnOccurrence() {
        float[] logs = TopicDistributions.logFrequencies(new long[] {3, 0, 1});
        assertThat(Math.exp(logs[0])).isCloseTo(3 / 4.5, within(1e-6));
        assertThat(Math.exp(logs[1])).isCloseTo(0.5 / 4.5, within(1e-6));
        assertThat(Math.exp(logs[2])).isCloseTo(1 / 4.5, within(1e-6));
    }

    @Test
    void weightsAboveTheBackgroundAreTheGivenTopicsSmoothed() {
        float[] background = TopicDistributions.logFrequencies(new long[] {5, 3, 2});
        Parameter weight = new Parameter("projection_weight", 2, 3);
        // of a topic only the shares matter; one without any word is like the background
        TopicDistributions.startFrom(new FloatMatrix(2, 3, new float[] {6, 0, 2, 0, 0, 0}), background, weight);
        double[] frequency = {0.5, 0.3, 0.2};
        double[] share = {0.75, 0, 0.25};
        for (int w = 0; w < 3; w++) {
            assertThat(Math.exp(weight.values[w]) * frequency[w]).isCloseTo(0.9 * share[w] + 0.1 * frequency[w], within(1e-6));
            assertThat(weight.values[weight.stride + w]).isCloseTo(0, within(1e-6f));
        }
    }

    @Test
    void aRowOfZerosBecomesUniform() {
        FloatMatrix rows = new FloatMatrix(2, 4, new float[] {1, 0, 3, 4, 0, 0, 0, 0});
        TopicDistributions.normalizeRow(rows, 0);
        TopicDistributions.normalizeRow(rows, 1);
        assertThat(rows.values()).containsExactly(0.125f, 0, 0.375f, 0.5f, 0.25f, 0.25f, 0.25f, 0.25f);
    }
}
