package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

class RepulsionTest {

    /** Error of the forces (root mean square over their own) and of the sum of weights, relative. */
    @ParameterizedTest
    @CsvSource({
        "EXACT, 1e-4, 1e-6, 1e-7", "EXACT, 60, 1e-6, 1e-7",
        "BARNES_HUT, 1e-4, 1e-5, 1e-7", "BARNES_HUT, 3, 1e-2, 5e-3", "BARNES_HUT, 60, 2e-2, 1e-2",
        "INTERPOLATION, 1e-4, 1e-5, 1e-6", "INTERPOLATION, 3, 1e-5, 1e-6", "INTERPOLATION, 60, 1.5e-2, 1e-2",
        "INTERPOLATION, 300, 2e-2, 1e-1"})
    void agreesWithTheDefinition(RepulsionMethod method, double size, double forceTolerance, double weightTolerance) {
        FloatMatrix map = Clumps.map(1500, size);
        double[][] expected = ExactTsne.repulsion(map);
        float[] forceX = new float[map.rows()];
        float[] forceY = new float[map.rows()];
        double weights;
        try (Threads threads = new Threads(2)) {
            weights = method.repulsion(map.rows(), threads).forces(Clumps.column(map, 0), Clumps.column(map, 1), forceX, forceY);
        }
        double error = 0;
        double size2 = 0;
        for (int i = 0; i < map.rows(); i++) {
            error += square(forceX[i] - expected[i][0]) + square(forceY[i] - expected[i][1]);
            size2 += square(expected[i][0]) + square(expected[i][1]);
        }
        double weightError = Math.abs(weights / ExactTsne.weights(map) - 1);
        assertThat(Math.sqrt(error / size2)).isLessThan(forceTolerance);
        assertThat(weightError).isLessThan(weightTolerance);
    }

    private static double square(double x) {
        return x * x;
    }
}
