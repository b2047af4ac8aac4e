package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.math.MatrixProduct.View;

/** Against three plain loops in double precision, at sizes that reach every block shape. */
class MatrixProductTest {
    private static float[] random(String purpose, int length) {
        RandomStream random = RandomStream.of(1, purpose);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    private static double at(View v, int row, int column) {
        return v.values()[v.offset() + row * v.rowStride() + column * v.columnStride()];
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 16", "4, 3, 64", "7, 20, 112", "9, 33, 80", "5, 2, 256"})
    void multiply(int m, int p, int n) {
        View a = View.of(random("a", 2 + m * (p + 5)), 2, p + 5);
        View flipped = View.of(random("a", 2 + p * (m + 3)), 2, m + 3).transposed();
        View b = View.of(random("b", 4 + p * (n + 16)), 4, n + 16);
        for (View left : new View[] {a, flipped}) {
            for (boolean add : new boolean[] {false, true}) {
                float[] before = random("c", 1 + m * (n + 7));
                View c = View.of(before.clone(), 1, n + 7);
                MatrixProduct.multiply(left, b, c, m, p, n, add);
                double[] expected = new double[before.length];
                for (int i = 0; i < before.length; i++) {
                    expected[i] = before[i];
                }
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        int at = 1 + i * (n + 7) + j;
                        expected[at] = add ? before[at] : 0;
                        for (int k = 0; k < p; k++) {
                            expected[at] += at(left, i, k) * at(b, k, j);
                        }
                    }
                }
                requireClose(c.values(), expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 16, 1", "4, 32, 4", "6, 112, 9", "9, 512, 20"})
    void multiplyTransposed(int m, int n, int p) {
        View a = View.of(random("a", 2 + m * (n + 16)), 2, n + 16);
        View b = View.of(random("b", 3 + p * (n + 5)), 3, n + 5);
        for (boolean add : new boolean[] {false, true}) {
            float[] before = random("c", 1 + m * (p + 7));
            View c = View.of(before.clone(), 1, p + 7);
            TransposedProduct.multiply(a, b, c, m, n, p, add);
            double[] expected = new double[before.length];
            for (int i = 0; i < before.length; i++) {
                expected[i] = before[i];
            }
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < p; j++) {
                    int at = 1 + i * (p + 7) + j;
                    expected[at] = add ? before[at] : 0;
                    for (int k = 0; k < n; k++) {
                        expected[at] += at(a, i, k) * at(b, j, k);
                    }
                }
            }
            requireClose(c.values(), expected);
        }
    }

    private static void requireClose(float[] actual, double[] expected) {
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).as("element %d", i).isCloseTo(expected[i], within(1e-5));
        }
    }
}
