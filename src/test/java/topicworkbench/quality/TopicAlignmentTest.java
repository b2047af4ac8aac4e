package topicworkbench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

class TopicAlignmentTest {
    private static final RandomStream RANDOM = RandomStream.of(5, "alignment");

    private static FloatMatrix random(int rows, int columns, int levels) {
        FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = levels == 0 ? RANDOM.nextFloat() - 0.5f : RANDOM.nextInt(levels);
        }
        return matrix;
    }

    /** The largest sum of weights over every way to pair rows with columns. */
    private static double bestByTrying(FloatMatrix weights, int row, boolean[] taken, int mayBeLeftOver) {
        if (row == weights.rows()) {
            return 0;
        }
        double best = mayBeLeftOver > 0 ? bestByTrying(weights, row + 1, taken, mayBeLeftOver - 1)
                : Double.NEGATIVE_INFINITY;
        for (int column = 0; column < weights.columns(); column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.max(best, weights.get(row, column) + bestByTrying(weights, row + 1, taken, mayBeLeftOver));
                taken[column] = false;
            }
        }
        return best;
    }

    @Test
    void noOtherPairingHasMoreWeight() {
        for (int trial = 0; trial < 300; trial++) {
            int rows = 1 + RANDOM.nextInt(7);
            int columns = 1 + RANDOM.nextInt(7);
            FloatMatrix weights = random(rows, columns, trial % 3 == 0 ? 3 : 0); // few levels make many ties
            int[] column = Assignment.ofMostWeight(weights);
            int[] paired = Arrays.stream(column).filter(c -> c != Assignment.NONE).toArray();
            assertThat(paired).hasSize(Math.min(rows, columns)).doesNotHaveDuplicates();
            double sum = IntStream.range(0, rows).filter(r -> column[r] != Assignment.NONE)
                    .mapToDouble(r -> weights.get(r, column[r])).sum();
            assertThat(sum).isCloseTo(bestByTrying(weights, 0, new boolean[columns], Math.max(0, rows - columns)),
                    within(1e-6));
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Assignment.ofMostWeight(new FloatMatrix(1, 2, new float[] {1, Float.NaN})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Topics of 300 terms, each with a few leading words of its own. */
    private static FloatMatrix topics(int topics) {
        FloatMatrix result = FloatMatrix.zeros(topics, 300);
        for (int topic = 0; topic < topics; topic++) {
            for (int term = 0; term < 300; term++) {
                result.set(topic, term, term % topics == topic ? 1 + RANDOM.nextFloat() : 0.05f * RANDOM.nextFloat());
            }
            normalize(result, topic);
        }
        return result;
    }

    private static void normalize(FloatMatrix matrix, int row) {
        float sum = 0;
        for (float value : matrix.row(row)) {
            sum += value;
        }
        for (int column = 0; column < matrix.columns(); column++) {
            matrix.set(row, column, matrix.get(row, column) / sum);
        }
    }

    /** Row {@code topic} of the first stands in row {@code order[topic]} of the result, a little changed. */
    private static FloatMatrix shuffled(FloatMatrix topics, int[] order, float noise) {
        FloatMatrix result = FloatMatrix.zeros(topics.rows(), topics.columns());
        for (int topic = 0; topic < topics.rows(); topic++) {
            for (int term = 0; term < topics.columns(); term++) {
                result.set(order[topic], term, topics.get(topic, term) * (1 + noise * (RANDOM.nextFloat() - 0.5f)));
            }
            normalize(result, order[topic]);
        }
        return result;
    }

    @Test
    void recoversAPlantedPermutation() {
        FloatMatrix planted = topics(12);
        int[] order = IntStream.range(0, 12).toArray();
        RANDOM.shuffle(order);
        try (Threads one = new Threads(1); Threads two = new Threads(2)) {
            TopicAlignment alignment = TopicAlignment.of(planted, shuffled(planted, order, 0.6f), one);
            assertThat(alignment.partner()).isEqualTo(order);
            assertThat(alignment.similarity()).hasSize(12);
            for (float similarity : alignment.similarity()) {
                assertThat(similarity).isBetween(0.9f, 1.001f);
            }
            FloatMatrix other = shuffled(planted, order, 1);
            assertThat(TopicAlignment.of(planted, other, two).similarity())
                    .isEqualTo(TopicAlignment.of(planted, other, one).similarity());
        }
    }

    @Test
    void theSameTopicsAreOneApartFromNothing() {
        FloatMatrix planted = topics(5);
        try (Threads threads = new Threads(1)) {
            for (float similarity : TopicAlignment.of(planted, planted, threads).similarity()) {
                assertThat(similarity).isCloseTo(1, within(1e-5f));
            }
        }
    }

    @Test
    void topicsWithoutAPartnerSaySo() {
        FloatMatrix many = topics(6);
        FloatMatrix few = new FloatMatrix(4, 300, Arrays.copyOf(many.values(), 4 * 300));
        try (Threads threads = new Threads(1)) {
            assertThat(TopicAlignment.of(many, few, threads).partner()).containsExactly(0, 1, 2, 3, -1, -1);
            assertThat(TopicAlignment.of(few, many, threads).partner()).containsExactly(0, 1, 2, 3);
            assertThatThrownBy(() -> TopicAlignment.of(many, FloatMatrix.zeros(6, 299), threads))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aThousandTopicsArePairedToo() {
        int[] order = IntStream.range(0, 1000).toArray();
        RANDOM.shuffle(order);
        FloatMatrix weights = random(1000, 1000, 0);
        for (int row = 0; row < 1000; row++) {
            weights.set(row, order[row], 1.5f + RANDOM.nextFloat());
        }
        assertThat(Assignment.ofMostWeight(weights)).isEqualTo(order);
    }

    @Test
    void stabilityCountsCommonWordsOfAlignedTopics() {
        // two topics, words 0..19 and 20..39; the second model has them the other way round, one with 10 other words
        FloatMatrix first = FloatMatrix.zeros(2, 60);
        FloatMatrix second = FloatMatrix.zeros(2, 60);
        for (int word = 0; word < 20; word++) {
            first.set(0, word, 0.05f);
            first.set(1, 20 + word, 0.05f);
            second.set(1, word, 0.05f);
            second.set(0, 30 + word, 0.05f);
        }
        int[][] firstWords = {range(0, 20), range(20, 40)};
        int[][] secondWords = {range(30, 50), range(0, 20)};
        int[][] strange = {range(40, 60), range(19, 39)};
        FloatMatrix third = FloatMatrix.zeros(2, 60);
        for (int word = 0; word < 20; word++) {
            third.set(0, 40 + word, 0.05f);
            third.set(1, 19 + word, 0.05f);
        }
        try (Threads threads = new Threads(1)) {
            Stability two = Stability.of(List.of(first, second), List.of(firstWords, secondWords), threads);
            assertThat(two.overlapOf(0)).containsExactly(1, 1.0 / 3);
            assertThat(two.overlapOf(1)).containsExactly(1.0 / 3, 1);
            assertThat(two.foundOf(0)).containsExactly(2, 2); // 10 of 20 words are enough
            assertThat(two.mean()).isCloseTo(2.0 / 3, within(1e-12));
            assertThat(two.medoid()).isZero();

            Stability three = Stability.of(List.of(third, first, second), List.of(strange, firstWords, secondWords), threads);
            assertThat(three.medoid()).isEqualTo(1);
            assertThat(three.foundOf(1)).containsExactly(2, 3);
            assertThat(three.foundOf(0)).containsExactly(2, 2); // one again in the second, the other in the first
            assertThat(three.mean()).isCloseTo((three.overlapOf(0)[0] + three.overlapOf(0)[1] + three.overlapOf(1)[0]
                    + three.overlapOf(1)[1] + three.overlapOf(2)[0] + three.overlapOf(2)[1]) / 6, within(1e-12));
            assertThat(Stability.of(three.matches()).matches()).isEqualTo(three.matches()).hasSize(3 * 2 * 2);
            assertThatThrownBy(() -> Stability.of(three.matches().subList(1, 12)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Stability.of(List.of(first), List.<int[][]>of(firstWords), threads))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
