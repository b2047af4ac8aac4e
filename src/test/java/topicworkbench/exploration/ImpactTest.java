package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import topicworkbench.exploration.Impact.Weights;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.Threads;

class ImpactTest {
    /** 200 reviews of three topics with 2, 1 and 4 stars; 20 of the first have 3 votes each, all of the second one. */
    private static final TopicSums SUMS = new TopicSums(new long[] {100, 60, 40}, new long[] {100, 60, 40},
            new long[] {20000, 6000, 16000}, new long[] {60, 60, 0},
            new long[] {Math.round(20 * Math.log(4) * 1e6), Math.round(60 * Math.log(2) * 1e6), 0},
            new long[] {10, 30, 10}, new long[] {100, 60, 40}, new RecentTime(17000, 17100));

    @Test
    void isTheProductOfItsFactors() {
        List<Impact> ranked = Impact.ranked(SUMS, Weights.EQUAL);
        assertThat(ranked).extracting(Impact::topic).containsExactly(1, 0, 2);
        // by hand: volume .5 .3 .2, severity .75 1 .25, attention 1.27726 1.69315 1, growth .34577 2.98020 1.02597
        assertThat(ranked.get(0).score()).isEqualTo(100);
        assertThat(ranked.get(1).score()).isCloseTo(10.94044404, within(1e-6));
        assertThat(ranked.get(2).score()).isCloseTo(3.38878095, within(1e-6));
        Impact first = ranked.getFirst();
        assertThat(first.reviews()).isEqualTo(60);
        assertThat(first.volume()).isEqualTo(0.3);
        assertThat(first.meanStars()).isEqualTo(1);
        assertThat(first.severity()).isEqualTo(1);
        assertThat(first.votes()).isEqualTo(60);
        assertThat(first.attention()).isCloseTo(1.69314718, within(1e-6));
        assertThat(first.growth().ratio()).isCloseTo(2.98019802, within(1e-8));
    }

    @Test
    void aWeightOfNothingLeavesAFactorOutAndTwoSquaresIt() {
        List<Impact> ranked = Impact.ranked(SUMS, new Weights(1, 2, 0, 0));
        assertThat(ranked).extracting(Impact::topic).containsExactly(1, 0, 2);
        assertThat(ranked.get(1).score()).isCloseTo(93.75, within(1e-9));
        assertThat(ranked.get(2).score()).isCloseTo(4.16666667, within(1e-6));
        assertThat(Impact.ranked(SUMS, new Weights(1, 0, 0, 0))).extracting(Impact::topic).containsExactly(0, 1, 2);
        assertThatThrownBy(() -> new Weights(1, -1, 0, 0)).isInstanceOf(InvalidOptionException.class);
    }

    @Test
    void whatIsMissingChangesNothing() {
        // topic 1 has no stars: it counts with the mean of all, 1.5 stars; no dates: growth is unknown; topic 2 is empty
        TopicSums sums = new TopicSums(new long[] {10, 10, 0}, new long[] {10, 0, 0}, new long[] {1500, 0, 0}, new long[3],
                new long[3], new long[3], new long[3], RecentTime.UNKNOWN);
        List<Impact> ranked = Impact.ranked(sums, Weights.EQUAL);
        assertThat(ranked).extracting(Impact::topic).containsExactly(0, 1);
        assertThat(ranked).extracting(Impact::score).containsExactly(100.0, 100.0);
        assertThat(ranked.get(1).meanStars()).isNaN();
        assertThat(ranked.get(1).growth().isKnown()).isFalse();
        assertThat(ranked.get(1).growthFactor()).isEqualTo(1);
    }

    @Test
    void sumsAreThoseOfTheChosenDocuments() {
        DocumentColumns columns = new DocumentColumns(new float[] {1, 5, 4.5f, Float.NaN, 2}, new int[] {100, 90,
            DocumentColumns.NO_DAY, 80, 99}, new int[] {3, 0, 1, 0, 9}, new byte[5], null, null, null);
        TopicAssignment assignment = new TopicAssignment(new int[] {0, 0, 0, 1, 1});
        Selection among = Selection.of(5, new int[] {0, 1, 2, 3});
        try (Threads threads = new Threads(2)) {
            TopicSums sums = TopicSums.of(among, assignment, 2, columns, threads);
            assertThat(sums.reviews()).containsExactly(3, 1);
            assertThat(sums.meanStars(0)).isEqualTo(3.5);
            assertThat(sums.meanStars(1)).isNaN();
            assertThat(sums.votes()).containsExactly(4, 0);
            assertThat(sums.meanAttention(0)).isCloseTo((Math.log(4) + Math.log(2)) / 3, within(1e-6));
            assertThat(sums.time()).as("one in four of the three dated").isEqualTo(new RecentTime(100, 100));
            assertThat(sums.growth(0)).isEqualTo(new Growth(1, 1, 1, 2));
            assertThat(sums.growth(1)).isEqualTo(new Growth(0, 1, 1, 2));
        }
    }
}
