package topicworkbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KneeTest {
    private static final double[] TOPICS = {5, 10, 20, 40};

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        ".10 .15 .18 .17     | PEAK    | 2",
        ".10 .18 .17 .15     | PEAK    | 1",
        ".05 .15 .18 .185    | KNEE    | 1",
        ".100 .112 .138 .190 | RISING  | 3",
        ".19 .18 .15 .10     | FALLING | 0",
        ".170 .175 .172 .171 | FLAT    | 0"})
    void saysWhatTheCurveDoes(String values, Knee.Shape shape, int at) {
        double[] y = Arrays.stream(values.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertThat(Knee.of(TOPICS, y)).isEqualTo(new Knee(shape, at));
    }

    /** The curve of the paper's figure 2, y = -1/(x + 0.1) + 5, has its knee at x = 0.22. */
    @Test
    void findsTheKneeOfThePublishedCurve() {
        double[] x = new double[10];
        double[] y = new double[10];
        for (int i = 0; i < 10; i++) {
            x[i] = i / 9.0;
            y[i] = -1 / (x[i] + 0.1) + 5;
        }
        Knee knee = Knee.of(x, y);
        assertThat(knee.shape()).isEqualTo(Knee.Shape.KNEE);
        assertThat(x[knee.at()]).isBetween(0.2, 0.25);
    }

    @Test
    void twoPointsAreNoCurve() {
        assertThat(Knee.of(new double[] {5, 10}, new double[] {.1, .2})).isEqualTo(new Knee(Knee.Shape.UNKNOWN, 1));
        assertThat(Knee.of(new double[] {5}, new double[] {-.1})).isEqualTo(new Knee(Knee.Shape.UNKNOWN, 0));
    }
}
