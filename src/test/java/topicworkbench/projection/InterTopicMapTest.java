package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

class InterTopicMapTest {

    /** Three topics always fit into the plane, so that their distances are kept. */
    @Test
    void keepsTheHellingerDistancesOfThreeTopics() {
        FloatMatrix topics = new FloatMatrix(3, 4, new float[] {
            0.7f, 0.1f, 0.1f, 0.1f,
            0.1f, 0.7f, 0.2f, 0,
            0, 0.1f, 0.2f, 0.7f});
        FloatMatrix map = of(topics, 2);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int term = 0; term < 4; term++) {
                    double difference = Math.sqrt(topics.get(a, term)) - Math.sqrt(topics.get(b, term));
                    sum += difference * difference;
                }
                assertThat(Math.sqrt(ExactTsne.squaredDistance(map, a, map, b))).isCloseTo(Math.sqrt(sum / 2), within(1e-5));
            }
        }
        assertThat(of(topics, 1).values()).isEqualTo(map.values());
    }

    @Test
    void alikeAndFewTopicsAreFine() {
        FloatMatrix alike = new FloatMatrix(2, 2, new float[] {0.5f, 0.5f, 0.5f, 0.5f});
        assertThat(of(alike, 1).values()).containsExactly(new float[4], within(1e-3f));
        assertThat(of(new FloatMatrix(1, 3, new float[] {1, 0, 0}), 1).values()).containsExactly(new float[2], within(1e-3f));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> of(new FloatMatrix(1, 2, new float[] {1.5f, -0.5f}), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FloatMatrix of(FloatMatrix topicTerm, int count) {
        try (Threads threads = new Threads(count)) {
            return InterTopicMap.of(topicTerm, threads);
        }
    }
}
