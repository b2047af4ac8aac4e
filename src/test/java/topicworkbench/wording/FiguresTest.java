package topicworkbench.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void numbersAreWrittenTheHouseWay() {
        assertThat(Figures.count(14559)).isEqualTo("14,559");
        assertThat(Figures.count(1, "run")).isEqualTo("1 run");
        assertThat(Figures.count(2, "run")).isEqualTo("2 runs");
        assertThat(Figures.score(0.4)).isEqualTo("0.400");
        assertThat(Figures.score(-0.05)).isEqualTo("−0.050");
        assertThat(Figures.score(Double.NaN)).isEqualTo("–");
        assertThat(Figures.percent(0.0678)).isEqualTo("6.8%");
    }

    @Test
    void durationsFitTheirSize() {
        assertThat(Figures.duration(0.42)).isEqualTo("0.4 s");
        assertThat(Figures.duration(12.4)).isEqualTo("12 s");
        assertThat(Figures.duration(199.6)).isEqualTo("3 min 20 s");
    }
}
