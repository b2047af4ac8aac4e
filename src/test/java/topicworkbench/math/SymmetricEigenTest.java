package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    /** The second difference of n points has known eigenvalues, 2 - 2 cos(k pi / (n + 1)). */
    @Test
    void theSecondDifferenceHasItsKnownValues() {
        int n = 12;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 2;
            if (i > 0) {
                matrix[i][i - 1] = -1;
                matrix[i - 1][i] = -1;
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        for (int k = 0; k < n; k++) {
            assertThat(eigen.values()[k]).isCloseTo(2 - 2 * Math.cos((n - k) * Math.PI / (n + 1)), within(1e-13));
        }
        assertThat(matrix[0]).startsWith(2, -1, 0);
    }

    @Test
    void vectorsAreTurnedByNothingButTheirValue() {
        RandomStream random = RandomStream.of(1, "eigen");
        int n = 9;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = 1e6 * random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        assertThat(eigen.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        for (int k = 0; k < n; k++) {
            double[] vector = eigen.vectors()[k];
            for (int i = 0; i < n; i++) {
                assertThat(dot(matrix[i], vector)).isCloseTo(eigen.values()[k] * vector[i], within(1e-6));
                assertThat(dot(eigen.vectors()[i], vector)).isCloseTo(i == k ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void aDiagonalIsItsOwn() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{1, 0}, {0, 3}});
        assertThat(eigen.values()).containsExactly(3, 1);
        assertThat(eigen.vectors()[0]).containsExactly(0, 1);
        assertThat(SymmetricEigen.of(new double[0][]).values()).isEmpty();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
