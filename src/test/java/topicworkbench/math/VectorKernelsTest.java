package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against plain loops in double precision, at every kind of length that a vector width can meet. */
class VectorKernelsTest {
    private static final int OFFSET = 3;

    private static float[] random(String purpose, int length) {
        RandomStream random = RandomStream.of(1, purpose);
        float[] values = new float[length + 2 * OFFSET];
        for (int i = 0; i < values.length; i++) {
            values[i] = 4 * random.nextFloat() - 2;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 15, 16, 17, 63, 64, 100, 1003})
    void agreeWithPlainLoops(int n) {
        float[] x = random("x", n);
        float[] y = random("y", n);
        double dot = IntStream.range(0, n).mapToDouble(i -> (double) x[OFFSET + i] * y[1 + i]).sum();
        assertThat((double) VectorKernels.dot(x, OFFSET, y, 1, n)).isCloseTo(dot, within(1e-6 * (n + 1)));
        double apart = IntStream.range(0, n).mapToDouble(i -> Math.pow((double) x[OFFSET + i] - y[1 + i], 2)).sum();
        assertThat((double) VectorKernels.squaredDistance(x, OFFSET, y, 1, n)).isCloseTo(apart, within(1e-6 * (n + 1) * 4));
        double sum = IntStream.range(0, n).mapToDouble(i -> x[OFFSET + i]).sum();
        assertThat((double) VectorKernels.sum(x, OFFSET, n)).isCloseTo(sum, within(1e-6 * (n + 1)));
        double max = IntStream.range(0, n).mapToDouble(i -> x[OFFSET + i]).max().orElse(Double.NEGATIVE_INFINITY);
        assertThat((double) VectorKernels.max(x, OFFSET, n)).isEqualTo(max);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16, 17, 100})
    void changeTheirRangeAndNothingElse(int n) {
        float[] x = random("x", n);
        float[] axpy = random("y", n);
        VectorKernels.axpy(0.5f, x, OFFSET, axpy, OFFSET, n);
        float[] scaled = x.clone();
        VectorKernels.scale(0.5f, scaled, OFFSET, n);
        float[] both = x.clone();
        float[] sums = random("y", n);
        VectorKernels.scaleAndAdd(0.5f, both, OFFSET, sums, OFFSET, n);
        float[] added = x.clone();
        float max = VectorKernels.addAndMax(added, OFFSET, random("y", n), OFFSET, n);
        float[] y = random("y", n);
        float expectedMax = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            boolean inside = i >= OFFSET && i < OFFSET + n;
            assertThat(axpy[i]).isCloseTo(inside ? y[i] + 0.5f * x[i] : y[i], within(1e-6f));
            assertThat(scaled[i]).isEqualTo(inside ? 0.5f * x[i] : x[i]);
            assertThat(both[i]).isEqualTo(scaled[i]);
            assertThat(sums[i]).isCloseTo(axpy[i], within(1e-6f));
            assertThat(added[i]).isEqualTo(inside ? x[i] + y[i] : x[i]);
            expectedMax = inside ? Math.max(expectedMax, added[i]) : expectedMax;
        }
        assertThat(max).isEqualTo(expectedMax);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16, 17, 100})
    void shareOutAndExchange(int n) {
        float[] x = random("x", n);
        float[] y = random("y", n);
        float[] factor = random("factor", n);
        float[] product = random("product", n);
        float[] untouched = product.clone();
        float sum = VectorKernels.multiplyDifference(x, OFFSET, y, OFFSET, factor, 1, product, OFFSET, n);
        float[] exchanged = y.clone();
        float[] total = random("total", n);
        float[] before = total.clone();
        VectorKernels.exchange(3, 0.5f, x, OFFSET, exchanged, OFFSET, total, OFFSET, n);
        double expectedSum = 0;
        for (int i = 0; i < x.length; i++) {
            boolean inside = i >= OFFSET && i < OFFSET + n;
            float expected = inside ? Math.max(x[i] - y[i], 0) * factor[i - OFFSET + 1] : untouched[i];
            expectedSum += inside ? expected : 0;
            assertThat(product[i]).isEqualTo(expected);
            assertThat(exchanged[i]).isEqualTo(inside ? 0.5f * x[i] : y[i]);
            assertThat(total[i]).isCloseTo(inside ? before[i] + 3 * (0.5f * x[i] - y[i]) : before[i], within(1e-5f));
        }
        assertThat((double) sum).isCloseTo(expectedSum, within(1e-5 * (n + 1)));
    }
}
