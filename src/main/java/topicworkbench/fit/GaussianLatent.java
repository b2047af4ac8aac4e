package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.math.RandomStream;
import topicworkbench.math.VectorKernels;
import topicworkbench.math.VectorMath;

/**
 * The documents' latent variables: z = mean + exp(logsigma) * noise and the map of deviation * z to the decoder's input,
 * with the KL divergence of z from a standard normal, which is that of deviation * z from the prior.
 *
 * @see <a href="https://arxiv.org/abs/1312.6114">Kingma and Welling 2014</a>
 */
final class GaussianLatent {
    final int topics;
    final int stride;
    /** documents x topics, written by the encoder. */
    final float[] mean;
    /** documents x topics, written by the encoder. */
    final float[] logSigma;
    /** documents x topics, the decoder's input. */
    final float[] weights;
    /** Gradient of {@link #weights}, written by the decoder. */
    final float[] weightsGradient;
    final float[] meanGradient;
    final float[] logSigmaGradient;
    /** KL divergence of each document, nats per token. */
    final double[] divergence;
    private final NtmOptions.Latent kind;
    private final float deviation;
    private final float[] sigma;
    private final float[] noise;

    GaussianLatent(NtmOptions options, int capacity) {
        this.topics = options.topics();
        this.kind = options.latent();
        this.deviation = (float) options.priorDeviation();
        this.stride = VectorKernels.padded(topics);
        int size = Math.multiplyExact(capacity, stride);
        this.mean = new float[size];
        this.logSigma = new float[size];
        this.weights = new float[size];
        this.weightsGradient = new float[size];
        this.meanGradient = new float[size];
        this.logSigmaGradient = new float[size];
        this.sigma = new float[size];
        this.noise = new float[size];
        this.divergence = new double[capacity];
    }

    /** Samples z and maps it; a null stream is noise of zero. */
    void sample(DocumentBatch batch, RandomStream random, int from, int to) {
        for (int d = from; d < to; d++) {
            int row = d * stride;
            drawNoise(random == null ? null : random.substream(batch.documents[d]), row);
            VectorMath.exp(logSigma, row, 0, sigma, row, topics);
            double sum = 0;
            for (int k = row; k < row + topics; k++) {
                sum += 1 - mean[k] * mean[k] + 2 * logSigma[k] - sigma[k] * sigma[k];
                weights[k] = deviation * Math.fma(sigma[k], noise[k], mean[k]);
            }
            divergence[d] = -0.5 * sum * batch.tokenWeight(d);
            map(kind, weights, row, topics);
        }
    }

    private void drawNoise(RandomStream random, int row) {
        if (random == null) {
            Arrays.fill(noise, row, row + topics, 0);
            return;
        }
        for (int k = row; k < row + topics; k++) {
            noise[k] = (float) random.nextGaussian();
        }
    }

    /** z to the decoder's input, in place. */
    private static void map(NtmOptions.Latent kind, float[] z, int offset, int topics) {
        switch (kind) {
            case RELU -> {
                for (int k = offset; k < offset + topics; k++) {
                    // written so that NaN stays NaN and training notices
                    z[k] = z[k] <= 0 ? 0 : z[k];
                }
            }
            case SOFTMAX -> softmax(z, offset, topics);
        }
    }

    static void softmax(float[] x, int offset, int length) {
        float sum = VectorMath.expAndSum(x, offset, VectorKernels.max(x, offset, length), length);
        VectorKernels.scale(1 / sum, x, offset, length);
    }

    /**
     * From the gradient of {@link #weights} and the divergence to those of mean and logsigma.
     *
     * @param klWeight factor of the divergence in the loss
     */
    void backward(DocumentBatch batch, float klWeight, int from, int to) {
        for (int d = from; d < to; d++) {
            int row = d * stride;
            float kl = klWeight * batch.tokenWeight(d);
            float centre = kind == NtmOptions.Latent.RELU ? 0
                    : VectorKernels.dot(weights, row, weightsGradient, row, topics);
            for (int k = row; k < row + topics; k++) {
                float dz = deviation * switch (kind) {
                    case RELU -> weights[k] > 0 ? weightsGradient[k] : 0;
                    case SOFTMAX -> weights[k] * (weightsGradient[k] - centre);
                };
                meanGradient[k] = dz + kl * mean[k];
                logSigmaGradient[k] = dz * noise[k] * sigma[k] + kl * (sigma[k] * sigma[k] - 1);
            }
        }
    }
}
