package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int MANY = 200_000;

    /** The JDK has the same generator: one step from a state is its mixing of the state a golden ratio further. */
    private static long mix(long state) {
        return new SplittableRandom(state - 0x9E3779B97F4A7C15L).nextLong();
    }

    /** FNV-1a, as its authors publish it: "a" hashes to af63dc4c8601ec8c. */
    private static final long HASH_OF_A = 0xaf63dc4c8601ec8cL;

    @Test
    void isTheSplittableGeneratorOfTheJdk() {
        long origin = mix(new SplittableRandom(42).nextLong() ^ HASH_OF_A);
        assertSame(RandomStream.of(42, "a"), origin);
        RandomStream drawn = RandomStream.of(42, "a");
        drawn.nextLong();
        assertSame(drawn.substream(6), mix(origin ^ mix(7 * 0x9E3779B97F4A7C15L)));
    }

    private static void assertSame(RandomStream stream, long state) {
        SplittableRandom reference = new SplittableRandom(state);
        for (int i = 0; i < 100; i++) {
            assertThat(stream.nextLong()).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void aPurposeIsReadAsBytesWithoutSigns() {
        assertThat("\u00e9".getBytes(StandardCharsets.UTF_8)).containsExactly(0xc3, 0xa9);
        long hash = 0xcbf29ce484222325L;
        for (int unsigned : new int[] {0xc3, 0xa9}) {
            hash = (hash ^ unsigned) * 0x100000001b3L;
        }
        assertSame(RandomStream.of(1, "\u00e9"), mix(new SplittableRandom(1).nextLong() ^ hash));
    }

    @Test
    void wholeNumbersBelowABoundComeEquallyOften() {
        RandomStream random = RandomStream.of(3, "integers");
        int[] seen = new int[7];
        for (int i = 0; i < MANY; i++) {
            seen[random.nextInt(7)]++;
        }
        double expected = MANY / 7.0;
        double chiSquared = Arrays.stream(seen).mapToDouble(count -> (count - expected) * (count - expected) / expected).sum();
        assertThat(chiSquared).as("6 degrees of freedom, one in 100,000").isLessThan(33);
        assertThat(IntStream.range(0, 1000).map(i -> random.nextInt(1))).containsOnly(0);
        assertThat(IntStream.range(0, 100).map(i -> random.nextInt(Integer.MAX_VALUE))).allMatch(value -> value >= 0)
                .anyMatch(value -> value > 1 << 30);
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
    }

    @Test
    void fractionsAreUniform() {
        RandomStream random = RandomStream.of(4, "fractions");
        assertUniform(IntStream.range(0, MANY).mapToDouble(i -> random.nextDouble()).toArray());
        assertUniform(IntStream.range(0, MANY).mapToDouble(i -> random.nextFloat()).toArray());
    }

    private static void assertUniform(double[] drawn) {
        assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(0.0, 0.001);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isBetween(0.999, Math.nextDown(1.0));
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.5, within(0.004));
        assertThat(Arrays.stream(drawn).map(value -> (value - 0.5) * (value - 0.5)).average().orElseThrow())
                .isCloseTo(1 / 12.0, within(0.001));
    }

    @Test
    void gaussiansHaveTheMomentsOfTheNormalDistributionAndDoNotFollowEachOther() {
        RandomStream random = RandomStream.of(5, "gaussians");
        double[] drawn = IntStream.range(0, MANY).mapToDouble(i -> random.nextGaussian()).toArray();
        for (int[] powerAndMoment : new int[][] {{1, 0}, {2, 1}, {3, 0}, {4, 3}}) {
            double moment = Arrays.stream(drawn).map(value -> Math.pow(value, powerAndMoment[0])).average().orElseThrow();
            assertThat(moment).as("moment %d", powerAndMoment[0])
                    .isCloseTo(powerAndMoment[1], within(0.02 * powerAndMoment[0] * powerAndMoment[0]));
        }
        double together = IntStream.range(1, MANY).mapToDouble(i -> drawn[i] * drawn[i - 1]).average().orElseThrow();
        assertThat(together).isCloseTo(0, within(0.02));
        assertThat(Arrays.stream(drawn).filter(value -> Math.abs(value) < 1).count() / (double) MANY).isCloseTo(0.6827, within(0.005));
    }

    @Test
    void allOrdersComeEquallyOften() {
        RandomStream random = RandomStream.of(6, "orders");
        int[] seen = new int[27];
        for (int i = 0; i < 60_000; i++) {
            int[] elements = {0, 1, 2};
            random.shuffle(elements);
            seen[9 * elements[0] + 3 * elements[1] + elements[2]]++;
        }
        assertThat(Arrays.stream(seen).filter(count -> count > 0)).hasSize(6).allMatch(count -> Math.abs(count - 10_000) < 500);
        int[] many = IntStream.range(0, 1000).toArray();
        random.shuffle(many);
        assertThat(Arrays.stream(many).sorted().toArray()).containsExactly(IntStream.range(0, 1000).toArray());
    }
}
