package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against StrictMath over the whole stated range; the stated errors are what is asserted. */
class VectorMathTest {
    /** Not a multiple of any vector width. */
    private static final int COUNT = 200_003;

    private static float[] between(float from, float to) {
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = from + (to - from) * i / (COUNT - 1);
        }
        return values;
    }

    @Test
    void exponential() {
        float[] x = between(-87, 87.9f);
        float[] y = new float[COUNT];
        VectorMath.exp(x, 0, 0, y, 0, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double exact = StrictMath.exp(x[i]);
            assertThat(Math.abs(y[i] - exact) / exact).as("exp %s", x[i]).isLessThan(3e-7);
        }
    }

    @Test
    void exponentialBeyondItsRange() {
        float[] x = {-1e9f, Float.NEGATIVE_INFINITY, 1e9f, Float.NaN, 0, -0f};
        float[] y = new float[6];
        VectorMath.exp(x, 0, 0, y, 0, 6);
        assertThat(y[0]).isEqualTo(y[1]).isBetween(0f, 2e-38f);
        assertThat(y[2]).isGreaterThan(1e38f);
        assertThat(y[3]).isNaN();
        assertThat(y[4]).isEqualTo(1);
        assertThat(y[5]).isEqualTo(1);
    }

    @Test
    void sumOfExponentials() {
        float[] x = between(-20, 3);
        float[] in = x.clone();
        double sum = 0;
        for (float v : x) {
            sum += StrictMath.exp(v - 1.5);
        }
        assertThat((double) VectorMath.expAndSum(in, 0, 1.5f, COUNT)).isCloseTo(sum, within(1e-5 * sum));
        assertThat(VectorMath.logSumExp(x, 0, COUNT)).isCloseTo(StrictMath.log(sum) + 1.5, within(1e-5));
        assertThat((double) in[100]).isCloseTo(StrictMath.exp(x[100] - 1.5), within(1e-15));
    }

    @Test
    void logarithm() {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = (float) StrictMath.exp(-87 + 175.0 * i / COUNT);
        }
        float[] y = x.clone();
        VectorMath.log(y, 0, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double exact = StrictMath.log(x[i]);
            assertThat(Math.abs(y[i] - exact)).as("log %s", x[i]).isLessThan(3e-7 * Math.max(1, Math.abs(exact)));
        }
        float[] special = {0, -1, Float.NaN};
        VectorMath.log(special, 0, 3);
        assertThat(special[0]).isCloseTo(-87.34f, within(0.01f)).isEqualTo(special[1]);
        assertThat(special[2]).isNaN();
    }

    @Test
    void sigmoid() {
        float[] x = between(-60, 60);
        float[] y = x.clone();
        VectorMath.sigmoid(y, 0, COUNT);
        for (int i = 0; i < COUNT; i++) {
            assertThat(Math.abs(y[i] - 1 / (1 + StrictMath.exp(-x[i])))).as("sigmoid %s", x[i]).isLessThan(2e-7);
        }
    }
}
