package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

class AffinitiesTest {
    /**
     * scikit-learn 1.2.1: {@code sklearn.manifold._utils._binary_search_perplexity(D * D, 4., 0)} of the 12 nearest
     * neighbours of 40 points, x[i][k] = sin(1.7 i (k + 1) + k); rows 0 and 7.
     */
    private static final int[] ROW_0_NEIGHBORS = {37, 11, 26, 22, 17, 6, 28, 33, 15, 32, 39, 2};
    private static final double[] ROW_0 = {0.446183, 0.323346, 0.091571, 0.076583, 0.036438, 0.012275, 0.009507,
        0.002344, 0.001381, 0.000238, 0.000126, 8e-06};
    private static final double[] ROW_7 = {0.381209, 0.349207, 0.169901, 0.05319, 0.028516, 0.008661, 0.007162,
        0.001116, 0.000337, 0.000312, 0.000228, 0.00016};
    /** Symmetrised by numpy: (C + C') / 80 at (0, 37) and (0, 6). */
    private static final double JOINT_0_37 = 0.011543446666570681;
    private static final double JOINT_0_6 = 0.00020653284485849444;

    @Test
    void equalScikitLearns() {
        Neighbors neighbors = neighbors(waves(), 12);
        float[] affinities = conditional(neighbors, List.of(4.0));
        for (int j = 0; j < 12; j++) {
            assertThat(neighbors.indices()[j]).isEqualTo(ROW_0_NEIGHBORS[j]);
            assertThat((double) affinities[j]).isCloseTo(ROW_0[j], within(1e-5));
            assertThat((double) affinities[7 * 12 + j]).isCloseTo(ROW_7[j], within(1e-5));
        }
        CsrMatrix joint = joint(neighbors, affinities);
        assertThat(at(joint, 0, 37)).isCloseTo(JOINT_0_37, within(1e-6));
        assertThat(at(joint, 37, 0)).isCloseTo(JOINT_0_37, within(1e-6));
        assertThat(at(joint, 0, 6)).isCloseTo(JOINT_0_6, within(1e-6));
        assertThat(at(joint, 0, 0)).isZero();
        double sum = 0;
        for (float value : joint.values()) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void reachThePerplexity() {
        float[] affinities = conditional(neighbors(Clumps.of(400, 6, 4, 1), 90), List.of(30.0));
        for (int i = 0; i < 400; i++) {
            assertThat(perplexity(affinities, i, 90)).isCloseTo(30, within(1e-3));
        }
    }

    @Test
    void reachThePerplexityWhateverTheUnit() {
        for (float unit : new float[] {1e-6f, 1e6f}) {
            FloatMatrix points = Clumps.of(100, 6, 4, 1);
            for (int i = 0; i < points.values().length; i++) {
                points.values()[i] *= unit;
            }
            assertThat(perplexity(conditional(neighbors(points, 30), List.of(10.0)), 0, 30)).isCloseTo(10, within(1e-3));
        }
    }

    @Test
    void severalPerplexitiesGiveTheMean() {
        Neighbors neighbors = neighbors(waves(), 12);
        float[] narrow = conditional(neighbors, List.of(2.0));
        float[] wide = conditional(neighbors, List.of(4.0));
        float[] both = conditional(neighbors, List.of(2.0, 4.0));
        for (int i = 0; i < both.length; i++) {
            assertThat(both[i]).isCloseTo((narrow[i] + wide[i]) / 2, within(1e-6f));
        }
    }

    @Test
    void equallyNearNeighborsHaveEqualAffinities() {
        FloatMatrix points = Clumps.of(60, 3, 3, 1);
        for (int i = 0; i < 40; i++) {
            System.arraycopy(points.values(), 0, points.values(), points.offset(i), 3);
        }
        float[] affinities = conditional(neighbors(points, 12), List.of(4.0));
        for (int j = 0; j < 40 * 12; j++) {
            assertThat(affinities[j]).isCloseTo(1f / 12, within(1e-6f));
        }
    }

    /** More rows than one part holds, of points that some are near to and hardly any. */
    @Test
    void jointAreTheMeanOfBothWays() {
        int n = 700;
        Neighbors neighbors = neighbors(Clumps.of(n, 3, 4, 5), 24);
        float[] conditional = conditional(neighbors, List.of(8.0));
        double[][] expected = new double[n][n];
        for (int i = 0; i < conditional.length; i++) {
            expected[i / 24][neighbors.indices()[i]] += conditional[i] / (2.0 * n);
            expected[neighbors.indices()[i]][i / 24] += conditional[i] / (2.0 * n);
        }
        CsrMatrix joint = joint(neighbors, conditional);
        for (int row = 0; row < n; row++) {
            for (int i = joint.rowStarts()[row]; i < joint.rowStarts()[row + 1]; i++) {
                expected[row][joint.columnIndices()[i]] -= joint.values()[i];
            }
            for (double difference : expected[row]) {
                assertThat(difference).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void mayTakeThePlaceOfTheDistances() {
        Neighbors neighbors = neighbors(waves(), 12);
        float[] beside = conditional(neighbors, List.of(2.0, 4.0));
        try (Threads threads = new Threads(2)) {
            ConditionalAffinities.fill(neighbors.squaredDistances(), neighbors, List.of(2.0, 4.0), threads,
                    ProgressListener.NONE);
        }
        assertThat(neighbors.squaredDistances()).isEqualTo(beside);
    }

    @Test
    void areCancelledAtOnce() {
        Neighbors neighbors = neighbors(waves(), 12);
        float[] conditional = conditional(neighbors, List.of(4.0));
        ProgressListener cancelling = (done, total) -> {
            throw new CancellationException();
        };
        try (Threads threads = new Threads(2)) {
            assertThatThrownBy(() -> ConditionalAffinities.fill(conditional, neighbors, List.of(4.0), threads, cancelling))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> JointAffinities.of(neighbors, conditional, threads, cancelling))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static double perplexity(float[] affinities, int row, int k) {
        double entropy = 0;
        for (int j = row * k; j < (row + 1) * k; j++) {
            entropy -= affinities[j] > 0 ? affinities[j] * Math.log(affinities[j]) : 0;
        }
        return Math.exp(entropy);
    }

    private static FloatMatrix waves() {
        FloatMatrix points = FloatMatrix.zeros(40, 3);
        for (int i = 0; i < 40; i++) {
            for (int k = 0; k < 3; k++) {
                points.set(i, k, (float) Math.sin(1.7 * i * (k + 1) + k));
            }
        }
        return points;
    }

    private static Neighbors neighbors(FloatMatrix points, int k) {
        try (Threads threads = new Threads(1)) {
            return NeighborIndex.exact(points).searchSelf(k, threads, ProgressListener.NONE);
        }
    }

    private static float[] conditional(Neighbors neighbors, List<Double> perplexities) {
        try (Threads threads = new Threads(2)) {
            float[] affinities = new float[neighbors.indices().length];
            ConditionalAffinities.fill(affinities, neighbors, perplexities, threads, ProgressListener.NONE);
            return affinities;
        }
    }

    private static CsrMatrix joint(Neighbors neighbors, float[] conditional) {
        try (Threads threads = new Threads(2)) {
            return JointAffinities.of(neighbors, conditional, threads, ProgressListener.NONE);
        }
    }

    private static double at(CsrMatrix matrix, int row, int column) {
        double sum = 0;
        for (int i = matrix.rowStarts()[row]; i < matrix.rowStarts()[row + 1]; i++) {
            sum += matrix.columnIndices()[i] == column ? matrix.values()[i] : 0;
        }
        return sum;
    }
}
