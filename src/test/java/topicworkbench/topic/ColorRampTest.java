package topicworkbench.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ramps as they are seen by eyes that lack one kind of cone, simulated after Machado et al. 2009. */
class ColorRampTest {
    private static final int STEPS = 7;
    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PROTANOPIA = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}};
    private static final double[][] DEUTERANOPIA = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}};
    private static final double[][] TRITANOPIA = {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}};
    private static final List<double[][]> EYES = List.of(NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA);

    private static double[] linear(int rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = (rgb >> 16 - 8 * i & 0xff) / 255.0;
            linear[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double[] seen(int rgb, double[][] eye) {
        double[] linear = linear(rgb);
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = Math.clamp(eye[i][0] * linear[0] + eye[i][1] * linear[1] + eye[i][2] * linear[2], 0, 1);
        }
        return result;
    }

    /** CIELAB under D65. */
    private static double[] lab(double[] linear) {
        double x = f((0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.9505);
        double y = f(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]);
        double z = f((0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double distance(int one, int other, double[][] eye) {
        double[] a = lab(seen(one, eye));
        double[] b = lab(seen(other, eye));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double contrast(int rgb, int page) {
        double[] a = linear(rgb);
        double[] b = linear(page);
        double one = 0.2126 * a[0] + 0.7152 * a[1] + 0.0722 * a[2] + 0.05;
        double other = 0.2126 * b[0] + 0.7152 * b[1] + 0.0722 * b[2] + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    @ParameterizedTest
    @CsvSource({"false, 0xffffff", "true, 0x0d1117"})
    void lightnessTellsTheOrderToEveryEye(boolean dark, int page) {
        for (double[][] eye : EYES) {
            for (int step = 1; step < STEPS; step++) {
                double before = lab(seen(ColorRamp.SEQUENTIAL.rgb(step - 1, STEPS, dark), eye))[0];
                double now = lab(seen(ColorRamp.SEQUENTIAL.rgb(step, STEPS, dark), eye))[0];
                assertThat(dark ? now - before : before - now).as("step %d", step).isGreaterThan(3.5);
            }
        }
        assertThat(contrast(ColorRamp.SEQUENTIAL.rgb(0, dark), page)).as("the least is still seen").isGreaterThan(1.5);
        assertThat(contrast(ColorRamp.SEQUENTIAL.rgb(1, dark), page)).as("the most stands out").isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({"false, 0xffffff", "true, 0x0d1117"})
    void noEyeTakesOneStarForFive(boolean dark, int page) {
        for (double[][] eye : EYES) {
            for (int step = 0; step < 5; step++) {
                for (int other = step + 1; other < 5; other++) {
                    assertThat(distance(ColorRamp.DIVERGING.rgb(step, 5, dark), ColorRamp.DIVERGING.rgb(other, 5, dark), eye))
                            .as("%d and %d stars", step + 1, other + 1).isGreaterThan(other - step > 2 ? 35 : 10);
                }
            }
        }
        for (int step = 0; step < 5; step++) {
            assertThat(contrast(ColorRamp.DIVERGING.rgb(step, 5, dark), page)).isGreaterThan(1.5);
        }
    }
}
