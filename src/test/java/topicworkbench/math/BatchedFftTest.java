package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchedFftTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 12, 27, 96, 144, 192})
    void findsTheFrequenciesOfTheDefinition(int length) {
        float[] real = randoms(length, 1);
        float[] imaginary = randoms(length, 2);
        int lane = 5;
        double[] expected = new double[length];
        for (int f = 0; f < length; f++) {
            double re = 0;
            double im = 0;
            for (int t = 0; t < length; t++) {
                double angle = -2 * Math.PI * t * f / length;
                double r = real[t * BatchedFft.BATCH + lane];
                double i = imaginary[t * BatchedFft.BATCH + lane];
                re += r * Math.cos(angle) - i * Math.sin(angle);
                im += r * Math.sin(angle) + i * Math.cos(angle);
            }
            expected[f] = re * re + im * im;
        }
        new BatchedFft(length).forward(real, imaginary);
        double[] found = new double[length];
        for (int f = 0; f < length; f++) {
            double re = real[f * BatchedFft.BATCH + lane];
            double im = imaginary[f * BatchedFft.BATCH + lane];
            found[f] = re * re + im * im;
        }
        Arrays.sort(expected);
        Arrays.sort(found);
        assertThat(found).usingComparatorWithPrecision(1e-5 * length).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 32, 96, 288, 768})
    void convolvesInACircle(int length) {
        BatchedFft fft = new BatchedFft(length);
        float[] a = randoms(length, 3);
        float[] b = randoms(length, 4);
        float[] aReal = a.clone();
        float[] aImaginary = new float[a.length];
        float[] bReal = b.clone();
        float[] bImaginary = new float[b.length];
        fft.forward(aReal, aImaginary);
        fft.forward(bReal, bImaginary);
        for (int i = 0; i < a.length; i++) {
            float re = aReal[i] * bReal[i] - aImaginary[i] * bImaginary[i];
            aImaginary[i] = aReal[i] * bImaginary[i] + aImaginary[i] * bReal[i];
            aReal[i] = re;
        }
        fft.inverse(aReal, aImaginary);
        for (int lane = 0; lane < BatchedFft.BATCH; lane += 7) {
            for (int t = 0; t < length; t++) {
                double sum = 0;
                for (int u = 0; u < length; u++) {
                    sum += (double) a[u * BatchedFft.BATCH + lane]
                            * b[Math.floorMod(t - u, length) * BatchedFft.BATCH + lane];
                }
                assertThat(aReal[t * BatchedFft.BATCH + lane] / (double) length).isCloseTo(sum, within(1e-4));
            }
        }
    }

    @Test
    void choosesLengthsThatFitItsLanes() {
        assertThat(BatchedFft.goodLength(1)).isEqualTo(32);
        assertThat(BatchedFft.goodLength(97)).isEqualTo(128);
        assertThat(BatchedFft.goodLength(520)).isEqualTo(576);
        assertThat(BatchedFft.goodLength(800)).isEqualTo(864);
    }

    @Test
    void refusesOtherLengths() {
        assertThatThrownBy(() -> new BatchedFft(10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10");
    }

    private static float[] randoms(int length, long seed) {
        RandomStream random = RandomStream.of(seed, "test");
        float[] values = new float[length * BatchedFft.BATCH];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
