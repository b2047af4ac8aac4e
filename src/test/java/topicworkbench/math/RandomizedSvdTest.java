package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import topicworkbench.testdata.CountsFixture;

/** The references are NumPy 1.24's {@code linalg.svd} of the same counts. */
class RandomizedSvdTest {
    private static final double[] SINGULAR = {77.36201135883688, 51.489943337378236, 48.235035311407785,
            39.2299701221294, 32.695779571985064, 30.35172415190675};
    private static final float[] FIRST_LEFT = {0.1271088f, 0.07438622f, 0.11014045f, 0.02890353f};
    private static final float[] FIRST_RIGHT = {0.0021045974f, 0.021669722f, 0.14145776f, 0.02105837f};
    private static final float[] SIXTH_LEFT = {0.075192914f, -0.017419367f, 0.0019608114f, 0.09882402f};
    private static final float[] SIXTH_RIGHT = {-0.0047458553f, -0.0066217723f, -0.030365847f, 0.038400748f};

    private static CsrMatrix matrix() {
        CsrCounts counts = CountsFixture.counts();
        float[] values = new float[counts.stored()];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts.counts()[i];
        }
        return new CsrMatrix(counts.rows(), counts.columns(), counts.rowStarts(), counts.columnIndices(), values);
    }

    private static RandomizedSvd decompose(CsrMatrix matrix, int rank, int threadCount) {
        try (Threads threads = new Threads(threadCount)) {
            return RandomizedSvd.of(matrix, rank, RandomizedSvd.Precision.ROUGH, RandomStream.of(1, "test"), threads,
                    ProgressListener.NONE);
        }
    }

    @Test
    void singularValuesEqualNumPys() {
        assertThat(decompose(matrix(), 6, 1).singular()).containsExactly(SINGULAR, within(2e-3));
    }

    @Test
    void singularVectorsEqualNumPys() {
        RandomizedSvd svd = decompose(matrix(), 6, 1);
        for (int i = 0; i < 4; i++) {
            assertThat(svd.left().get(i, 0)).isCloseTo(FIRST_LEFT[i], within(1e-4f));
            assertThat(svd.right().get(i, 0)).isCloseTo(FIRST_RIGHT[i], within(1e-4f));
            assertThat(svd.left().get(i, 5)).isCloseTo(SIXTH_LEFT[i], within(1e-4f));
            assertThat(svd.right().get(i, 5)).isCloseTo(SIXTH_RIGHT[i], within(1e-4f));
        }
    }

    @Test
    void sameBitsWithOneAndTwoThreads() {
        RandomizedSvd one = decompose(matrix(), 6, 1);
        RandomizedSvd two = decompose(matrix(), 6, 2);
        assertThat(two.left().values()).isEqualTo(one.left().values());
        assertThat(two.right().values()).isEqualTo(one.right().values());
        assertThat(two.singular()).isEqualTo(one.singular());
    }

    @Test
    void singularValuesBeyondTheRankAreZero() {
        int[] starts = {0, 2, 4, 6};
        CsrMatrix rankOne = new CsrMatrix(3, 3, starts, new int[] {0, 1, 0, 1, 0, 1}, new float[] {1, 2, 2, 4, 3, 6});
        RandomizedSvd svd = decompose(rankOne, 3, 1);
        assertThat(svd.singular()[0]).isCloseTo(Math.sqrt(14 * 5), within(1e-4));
        assertThat(Arrays.copyOfRange(svd.singular(), 1, 3)).containsOnly(0);
        for (float value : svd.left().values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void refusesMoreVectorsThanTheMatrixHas() {
        assertThatThrownBy(() -> decompose(matrix(), 81, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
