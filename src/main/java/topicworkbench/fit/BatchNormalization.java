package topicworkbench.fit;

import java.util.Arrays;
import java.util.List;

/**
 * Shifts and scales each latent dimension to mean 0 and a fixed deviation over a batch, which keeps topics from dying
 * at the start of training; scoring uses moving averages. Without learnt shift or scale, epsilon 1e-3, momentum .9.
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>
 * @see <a href="https://arxiv.org/abs/1703.01488">Srivastava and Sutton 2017, on its use in topic models</a>
 */
final class BatchNormalization {
    private static final float EPSILON = 1e-3f;
    private static final float MOMENTUM = 0.9f;

    private final int width;
    private final int stride;
    private final float deviation;
    private final Parameter movingMean;
    private final Parameter movingVariance;
    private final float[] inverse;

    /** @param deviation standard deviation of the output */
    BatchNormalization(String name, int width, float deviation) {
        this.width = width;
        this.deviation = deviation;
        this.movingMean = new Parameter(name + "_moving_mean", 1, width);
        this.movingVariance = new Parameter(name + "_moving_var", 1, width);
        Arrays.fill(movingVariance.values, 0, width, 1);
        this.stride = movingMean.stride;
        this.inverse = new float[width];
    }

    List<Parameter> parameters() {
        return List.of(movingMean, movingVariance);
    }

    /** Normalises {@code rows} rows in place by their own mean and variance, and remembers these. */
    void learn(float[] x, int rows) {
        for (int k = 0; k < width; k++) {
            double sum = 0;
            double squares = 0;
            for (int d = 0; d < rows; d++) {
                sum += x[d * stride + k];
            }
            double mean = sum / rows;
            for (int d = 0; d < rows; d++) {
                double centred = x[d * stride + k] - mean;
                squares += centred * centred;
            }
            double variance = squares / rows;
            movingMean.values[k] = MOMENTUM * movingMean.values[k] + (1 - MOMENTUM) * (float) mean;
            movingVariance.values[k] = MOMENTUM * movingVariance.values[k] + (1 - MOMENTUM) * (float) variance;
            inverse[k] = (float) (deviation / Math.sqrt(variance + EPSILON));
            for (int d = 0; d < rows; d++) {
                x[d * stride + k] = (float) (x[d * stride + k] - mean) * inverse[k];
            }
        }
    }

    /** Normalises rows from {@code from} to {@code to} in place by the moving averages. */
    void apply(float[] x, int from, int to) {
        for (int k = 0; k < width; k++) {
            float factor = (float) (deviation / Math.sqrt(movingVariance.values[k] + EPSILON));
            for (int d = from; d < to; d++) {
                x[d * stride + k] = (x[d * stride + k] - movingMean.values[k]) * factor;
            }
        }
    }

    /** Turns the gradient of the outputs of the last {@link #learn} into that of its inputs, in place. */
    void backward(float[] output, float[] gradient, int rows) {
        for (int k = 0; k < width; k++) {
            double sum = 0;
            double product = 0;
            for (int d = 0; d < rows; d++) {
                sum += gradient[d * stride + k];
                product += (double) gradient[d * stride + k] * output[d * stride + k];
            }
            double shift = sum / rows;
            double slope = product / rows / ((double) deviation * deviation);
            for (int d = 0; d < rows; d++) {
                int at = d * stride + k;
                gradient[at] = (float) (gradient[at] - shift - output[at] * slope) * inverse[k];
            }
        }
    }
}
