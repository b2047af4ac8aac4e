package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import topicworkbench.failure.InvalidOptionException;

class TsneOptionsTest {

    @Test
    void refusesBadOptions() {
        TsneOptions good = TsneOptions.DEFAULTS;
        for (Runnable bad : new Runnable[] {() -> good.withPerplexities(0.5), () -> good.withPerplexities(),
            () -> good.withPerplexities(Double.NaN), () -> good.withSteps(-1, 5), () -> good.withSteps(5, -1),
            () -> good.withExaggeration(0.5), () -> good.withStepsPerReport(0), () -> good.withExactNeighborsUpTo(-1),
            () -> PlacementOptions.DEFAULTS.withSteps(-1)}) {
            assertThatThrownBy(bad::run).isInstanceOf(InvalidOptionException.class);
        }
    }
}
