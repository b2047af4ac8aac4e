package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

class JensenShannonTest {

    /**
     * The reference, by SciPy 1.10 with p[i, w] in proportion to (7 i + 3 w² + w i) mod 11, and 1/2 more where w = i:
     * {@code scipy.spatial.distance.jensenshannon(p[0], p[i], base=2)}.
     */
    @Test
    void agreesWithScipy() {
        double[][] distances = of(eight(), 2);
        assertThat(distances[0]).containsExactly(new double[] {0, 0.43967947, 0.58917954, 0.56848815, 0.50990802,
            0.49175914, 0.4262495, 0.3815126}, within(1e-6));
        assertThat(of(eight(), 1)).isDeepEqualTo(distances);
    }

    @Test
    void goesFromNothingInCommonToTheSame() {
        double[][] distances = of(new FloatMatrix(3, 3, new float[] {1, 0, 0, 0, 0.5f, 0.5f, 0, 0.5f, 0.5f}), 1);
        assertThat(distances[0][1]).isCloseTo(1, within(1e-9));
        assertThat(distances[1][2]).isZero();
        assertThatThrownBy(() -> of(new FloatMatrix(1, 2, new float[] {Float.NaN, 1}), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Three points always fit into the plane, so that their distances are kept. */
    @Test
    void threeTopicsKeepTheirDistancesOnTheMap() {
        FloatMatrix three = new FloatMatrix(3, 6, java.util.Arrays.copyOf(eight().values(), 18));
        double[][] distances = of(three, 1);
        FloatMatrix map = InterTopicMap.ofDistances(distances);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < a; b++) {
                assertThat(Math.hypot(map.get(a, 0) - map.get(b, 0), map.get(a, 1) - map.get(b, 1)))
                        .isCloseTo(distances[a][b], within(1e-6));
            }
        }
    }

    /** Rows that no generator of random numbers is needed for. */
    private static FloatMatrix eight() {
        FloatMatrix rows = FloatMatrix.zeros(8, 6);
        for (int i = 0; i < 8; i++) {
            double[] weights = new double[6];
            double sum = 0;
            for (int w = 0; w < 6; w++) {
                weights[w] = (i * 7 + 3 * w * w + w * i) % 11 + (w == i ? 0.5 : 0);
                sum += weights[w];
            }
            for (int w = 0; w < 6; w++) {
                rows.set(i, w, (float) (weights[w] / sum));
            }
        }
        return rows;
    }

    private static double[][] of(FloatMatrix distributions, int count) {
        try (Threads threads = new Threads(count)) {
            return JensenShannon.distances(distributions, threads);
        }
    }
}
