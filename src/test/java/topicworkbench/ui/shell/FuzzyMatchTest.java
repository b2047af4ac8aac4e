package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    private static int score(String typed, String text) {
        return FuzzyMatch.score(typed, text).orElseThrow();
    }

    @Test
    void lettersAreFoundInOrderOnly() {
        assertThat(FuzzyMatch.score("nwrn", "New run")).isPresent();
        assertThat(FuzzyMatch.score("rwen", "New run")).isEmpty();
        assertThat(FuzzyMatch.score("newrunx", "New run")).isEmpty();
        assertThat(FuzzyMatch.score("ee", "New run")).isEmpty();
    }

    @Test
    void wordsMayComeInAnyOrderAndAnyCase() {
        assertThat(FuzzyMatch.score("RUN new", "New run")).isPresent();
        assertThat(score("", "anything")).isZero();
    }

    @Test
    void initialsAndNeighborsCountMore() {
        assertThat(score("nr", "New run")).isGreaterThan(score("nr", "Enlarge"));
        assertThat(score("run", "New run")).isGreaterThan(score("run", "Return"));
        assertThat(score("th", "Other theme")).as("the best place counts, not the first").isEqualTo(score("th", "Theme"));
    }
}
