package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.failure.InvalidOptionException;

/** What may be asked of LDA, here and of the service, to the very bounds. */
class LdaOptionsTest {
    @ParameterizedTest
    @CsvSource({"num_topics, 2, 1000", "iterations, 1, 1e9", "alpha, 1e-9, 999999", "beta, 1e-9, 999999", "optimize_interval, 0, 1e9",
        "burn_in, 0, 1e9", "max_restarts, 1, 1e9", "max_iterations, 1, 1e9", "tol, 1e-12, 999999"})
    void takesBothEnds(String name, double least, double most) {
        assertThat(with(name, least).topics()).isPositive();
        assertThat(with(name, most).topics()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"num_topics, 1", "num_topics, 1001", "iterations, 0", "alpha, 0", "alpha, 1e6", "alpha, NaN", "beta, 0", "beta, 1e6",
        "optimize_interval, -1", "burn_in, -1", "max_restarts, 0", "max_iterations, 0", "tol, 0", "tol, 1e6"})
    void refusesWhatIsBeyondByItsName(String name, double value) {
        assertThatThrownBy(() -> with(name, value)).isInstanceOf(InvalidOptionException.class).hasMessageContaining(name);
    }

    @Test
    void theRecommendedOnesAreOfLda() {
        assertThat(LdaOptions.recommended(20)).extracting(LdaOptions::algorithm, LdaOptions::topics).containsExactly("lda", 20);
    }

    /** The recommended ones, one of them changed. */
    private static LdaOptions with(String name, double value) {
        LdaOptions o = LdaOptions.recommended(6);
        ServiceLdaOptions s = o.service();
        int whole = (int) value;
        return new LdaOptions(name.equals("num_topics") ? whole : o.topics(), name.equals("iterations") ? whole : o.iterations(),
                name.equals("alpha") ? value : o.alpha(), name.equals("beta") ? value : o.beta(),
                name.equals("optimize_interval") ? whole : o.optimizeInterval(), name.equals("burn_in") ? whole : o.burnIn(),
                new ServiceLdaOptions(name.equals("max_restarts") ? whole : s.maxRestarts(),
                        name.equals("max_iterations") ? whole : s.maxIterations(), name.equals("tol") ? value : s.tolerance()));
    }
}
