package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.NmfOptions.DocumentScaling;

/** What may be asked of the factorisation, to the very bounds. */
class NmfOptionsTest {
    @Test
    void takesBothEnds() {
        assertThat(new NmfOptions(2, 1, 0, DocumentScaling.UNIT).algorithm()).isEqualTo("nmf");
        assertThat(new NmfOptions(1000, Integer.MAX_VALUE, 0.999, DocumentScaling.HELD).topics()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"1, 200, 0, num_topics", "1001, 200, 0, num_topics", "6, 0, 0, passes", "6, 200, -.001, convergence",
        "6, 200, 1, convergence", "6, 200, NaN, convergence"})
    void refusesWhatIsBeyondByItsName(int topics, int passes, double convergence, String name) {
        assertThatThrownBy(() -> new NmfOptions(topics, passes, convergence, DocumentScaling.HELD))
                .isInstanceOf(InvalidOptionException.class).hasMessageContaining(name);
    }
}
