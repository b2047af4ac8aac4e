package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topicworkbench.math.RandomStream;
import topicworkbench.math.VectorKernels;

/** A layer of several blocks of weights against plain sums; some documents of a batch only. */
class DenseLayerTest {
    private static final int INPUTS = 70;
    private static final int OUTPUTS = 5;
    private static final int DOCUMENTS = 6;
    private static final int FROM = 1;
    private static final int TO = 4;
    private static final float RATE = 0.5f;

    private final DenseLayer layer = new DenseLayer("enc_0", INPUTS, OUTPUTS);
    private final int inputStride = VectorKernels.padded(INPUTS);
    private final int stride = layer.stride();
    private final float[] input = numbers(DOCUMENTS, INPUTS, inputStride, 1);
    private final float[] gradient = numbers(DOCUMENTS, OUTPUTS, stride, 2);

    @BeforeEach
    void start() {
        System.arraycopy(numbers(INPUTS, OUTPUTS, stride, 3), 0, layer.weight.values, 0, layer.weight.values.length);
        System.arraycopy(numbers(1, OUTPUTS, stride, 4), 0, layer.bias.values, 0, stride);
    }

    private static float[] numbers(int rows, int columns, int stride, long seed) {
        RandomStream random = RandomStream.of(seed, "dense layer test");
        float[] result = new float[rows * stride];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                result[r * stride + c] = (float) random.nextGaussian();
            }
        }
        return result;
    }

    @Test
    void addsUpItsInputs() {
        float[] output = new float[DOCUMENTS * stride];
        layer.forward(input, inputStride, output, FROM, TO);
        for (int d = 0; d < DOCUMENTS; d++) {
            for (int o = 0; o < OUTPUTS; o++) {
                double sum = layer.bias.values[o];
                for (int i = 0; i < INPUTS; i++) {
                    sum += input[d * inputStride + i] * layer.weight.values[i * stride + o];
                }
                assertThat(output[d * stride + o]).isCloseTo(d < FROM || d >= TO ? 0 : (float) sum, within(1e-4f));
            }
        }
    }

    @Test
    void handsTheGradientBackToItsInputs() {
        float[] back = new float[DOCUMENTS * inputStride];
        layer.backward(gradient, back, inputStride, FROM, TO, false);
        layer.backward(gradient, back, inputStride, FROM, TO, true); // once more, added
        for (int d = 0; d < DOCUMENTS; d++) {
            for (int i = 0; i < INPUTS; i++) {
                double sum = 0;
                for (int o = 0; o < OUTPUTS; o++) {
                    sum += gradient[d * stride + o] * layer.weight.values[i * stride + o];
                }
                assertThat(back[d * inputStride + i]).isCloseTo(d < FROM || d >= TO ? 0 : (float) (2 * sum), within(1e-4f));
            }
        }
    }

    @Test
    void everyBlockOfWeightsGoesDownItsGradient() {
        float[] before = layer.weight.values.clone();
        float[] biasBefore = layer.bias.values.clone();
        UpdateRule descent = new UpdateRule.Sgd(new UpdateRule.Settings(RATE, 1, Float.POSITIVE_INFINITY, 0));
        float[] scratch = new float[layer.scratchSize()];
        assertThat(layer.updateBlocks()).isEqualTo(3);
        for (int block = 0; block < layer.updateBlocks(); block++) {
            layer.update(descent, block, DOCUMENTS, input, inputStride, gradient, scratch);
        }
        for (int o = 0; o < OUTPUTS; o++) {
            double ofBias = 0;
            for (int d = 0; d < DOCUMENTS; d++) {
                ofBias += gradient[d * stride + o];
            }
            assertThat(layer.bias.values[o]).isCloseTo((float) (biasBefore[o] - RATE * ofBias), within(1e-4f));
            for (int i = 0; i < INPUTS; i++) {
                double sum = 0;
                for (int d = 0; d < DOCUMENTS; d++) {
                    sum += input[d * inputStride + i] * gradient[d * stride + o];
                }
                assertThat(layer.weight.values[i * stride + o]).isCloseTo((float) (before[i * stride + o] - RATE * sum), within(1e-4f));
            }
        }
    }
}
