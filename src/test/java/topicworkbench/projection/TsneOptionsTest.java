package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import topicworkbench.failure.InvalidOptionException;

class TsneOptionsTest {

    @Test
    void thePerplexityIsBoundByFewPointsAndByTheLengthOfAnArray() {
        assertThat(TsneOptions.greatestPerplexity(91)).isEqualTo(30);
        assertThat(TsneOptions.greatestPerplexity(90)).isEqualTo(29);
        assertThat(TsneOptions.greatestPerplexity(3)).isZero();
        assertThat(TsneOptions.greatestPerplexity(1_000_000)).isEqualTo(347);
        assertThat(TsneOptions.greatestPerplexity(Integer.MAX_VALUE)).isZero();
        TsneOptions.DEFAULTS.requireFor(91);
        assertThatThrownBy(() -> TsneOptions.DEFAULTS.requireFor(90)).hasMessageContaining("of 90 points");
        assertThatThrownBy(() -> TsneOptions.DEFAULTS.withPerplexities(30.0, 400.0).requireFor(1_000_000))
                .isInstanceOf(InvalidOptionException.class).hasMessageContaining("asks for 1200 neighbors");
    }

    @Test
    void refusesBadOptions() {
        TsneOptions good = TsneOptions.DEFAULTS;
        for (Runnable bad : new Runnable[] {() -> good.withPerplexities(0.5), () -> good.withPerplexities(),
            () -> good.withPerplexities(Double.NaN), () -> good.withSteps(-1, 5), () -> good.withSteps(5, -1),
            () -> good.withExaggeration(0.5), () -> good.withStepsPerReport(0), () -> good.withExactNeighborsUpTo(-1),
            () -> good.withEarlyExaggeration(0.5), () -> good.withLearningRate(-1),
            () -> good.withLearningRate(Double.POSITIVE_INFINITY)}) {
            assertThatThrownBy(bad::run).isInstanceOf(InvalidOptionException.class);
        }
    }

    @Test
    void oneOptionIsChangedAndTheOthersStay() {
        TsneOptions other = TsneOptions.DEFAULTS.withEarlyExaggeration(4).withExaggeration(2).withLearningRate(200);
        assertThat(other).isEqualTo(new TsneOptions(TsneOptions.DEFAULTS.perplexities(), 4, 250, 2, 500, 200, 80_000,
                RepulsionMethod.AUTOMATIC, 50, 1));
    }

    @Test
    void takesBothEndsOfAFactor() {
        assertThat(TsneOptions.DEFAULTS.withExaggeration(1).withEarlyExaggeration(100).earlyExaggeration()).isEqualTo(100);
        assertThat(TsneOptions.DEFAULTS.withPerplexities(1.0).perplexities()).containsExactly(1.0);
    }
}
