package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;

class HellingerTest {

    @Test
    void distancesAreHellingers() {
        FloatMatrix prepared = Hellinger.prepared(new FloatMatrix(3, 2, new float[] {1, 0, 0, 1, 0.5f, 0.5f}));
        assertThat(Math.sqrt(ExactTsne.squaredDistance(prepared, 0, prepared, 1))).isCloseTo(1, within(1e-6));
        // sqrt(1 - sum of sqrt(p q))
        assertThat(Math.sqrt(ExactTsne.squaredDistance(prepared, 0, prepared, 2)))
                .isCloseTo(Math.sqrt(1 - Math.sqrt(0.5)), within(1e-6));
    }

    @Test
    void refusesWhatIsNoProbability() {
        for (float bad : new float[] {-0.1f, Float.NaN}) {
            assertThatThrownBy(() -> Hellinger.prepared(new FloatMatrix(2, 1, new float[] {1, bad})))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("row 1");
        }
    }
}
