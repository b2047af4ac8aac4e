package topicworkbench.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("num_topics", "min_df", "max_df", "epochs", "March run");

    @ParameterizedTest
    @CsvSource({"topics, num_topics", "NUM_TOPICS, num_topics", "min_fd, min_df", "mx_df, max_df", "epoch, epochs",
        "march rnu, March run"})
    void isTheOneWithTheFewestEdits(String typed, String meant) {
        assertThat(NearestName.of(typed, KNOWN)).contains(meant);
        assertThat(NearestName.question(typed, KNOWN)).isEqualTo(" Did you mean " + meant + "?");
    }

    @Test
    void isNoneIfNothingIsNear() {
        assertThat(NearestName.of("qqqqqqqq", KNOWN)).isEmpty();
        assertThat(NearestName.of("anything", List.of())).isEmpty();
        assertThat(NearestName.question("qqqqqqqq", KNOWN)).isEmpty();
    }
}
