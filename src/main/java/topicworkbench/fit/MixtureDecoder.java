package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;
import topicworkbench.math.VectorMath;

/**
 * Each topic is a distribution over words, beta_k = softmax(W_k + b), and a document mixes them:
 * p(w|d) = sum over k of weight_dk beta_kw. Only the words a document holds are ever looked at, so that a batch costs
 * its distinct terms and one pass over the weights, not documents x vocabulary.
 *
 * @see <a href="https://arxiv.org/abs/1706.00359">Miao, Grefenstette and Blunsom 2017 (Gaussian softmax topics)</a>
 */
final class MixtureDecoder implements Decoder {
    private static final float LEAST_PROBABILITY = 1e-30f;

    private final Parameter weight;
    private final Parameter bias;
    private final VocabularyTiles tiles;
    private final Threads threads;
    private final int stride;
    /** terms x topics. */
    private final float[] topics;
    private final double[][] largest;
    private final double[][] sums;
    private final double[] logNormalizer;
    /** Of each stored count of the batch: probability, then the derivative of the loss by it. */
    private float[] probabilities = {};
    private float[] ratios = {};
    private final float[] centre;
    private final float[][] termGradient;
    private final float[][] topicGradient;

    MixtureDecoder(NtmOptions options, VocabularyTiles tiles, Threads threads) {
        this.weight = new Parameter("projection_weight", options.topics(), tiles.terms());
        this.bias = new Parameter("projection_bias", 1, tiles.terms());
        this.tiles = tiles;
        this.threads = threads;
        this.stride = VectorKernels.padded(options.topics());
        this.topics = new float[Math.multiplyExact(tiles.terms(), stride)];
        this.largest = new double[tiles.count()][options.topics()];
        this.sums = new double[tiles.count()][options.topics()];
        this.logNormalizer = new double[options.topics()];
        this.centre = new float[stride];
        this.termGradient = new float[threads.count()][tiles.width() * stride];
        this.topicGradient = new float[threads.count()][2 * tiles.width()];
    }

    @Override
    public Parameter weight() {
        return weight;
    }

    @Override
    public Parameter bias() {
        return bias;
    }

    @Override
    public void score(DocumentBatch batch, GaussianLatent latent, double[] reconstruction) {
        computeTopics();
        reconstruct(batch, latent, reconstruction, false);
    }

    @Override
    public void learn(DocumentBatch batch, GaussianLatent latent, double[] reconstruction) {
        computeTopics();
        reconstruct(batch, latent, reconstruction, true);
    }

    private void computeTopics() {
        threads.run(tiles.count(), (tile, worker) -> {
            float[] row = topicGradient[worker];
            for (int k = 0; k < weight.rows; k++) {
                int width = loadLogits(tile, k, row);
                float max = VectorKernels.max(row, 0, width);
                largest[tile][k] = max;
                sums[tile][k] = VectorMath.expAndSum(row, 0, max, width);
            }
        });
        for (int k = 0; k < weight.rows; k++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int tile = 0; tile < tiles.count(); tile++) {
                max = Math.max(max, largest[tile][k]);
            }
            double sum = 0;
            for (int tile = 0; tile < tiles.count(); tile++) {
                sum += sums[tile][k] * Math.exp(largest[tile][k] - max);
            }
            logNormalizer[k] = max + Math.log(sum);
        }
        threads.run(tiles.count(), (tile, worker) -> {
            float[] row = topicGradient[worker];
            for (int k = 0; k < weight.rows; k++) {
                int width = loadLogits(tile, k, row);
                VectorMath.exp(row, 0, (float) logNormalizer[k], row, 0, width);
                int at = tiles.start(tile) * stride + k;
                for (int w = 0; w < width; w++) {
                    topics[at + w * stride] = row[w];
                }
            }
        });
    }

    /** weight + bias of one topic in one tile; returns the number of terms. */
    private int loadLogits(int tile, int topic, float[] row) {
        int start = tiles.start(tile);
        int width = tiles.end(tile) - start;
        System.arraycopy(weight.values, topic * weight.stride + start, row, 0, width);
        VectorKernels.axpy(1, bias.values, start, row, 0, width);
        return width;
    }

    private void reconstruct(DocumentBatch batch, GaussianLatent latent, double[] reconstruction, boolean learning) {
        int stored = batch.starts[batch.size];
        if (probabilities.length < stored) {
            probabilities = new float[stored + stored / 4];
            ratios = new float[probabilities.length];
        }
        DocumentBlocks.run(threads, batch.size, (from, to) -> {
            for (int d = from; d < to; d++) {
                reconstruction[d] = reconstruct(batch, latent, d, learning);
            }
        });
    }

    private double reconstruct(DocumentBatch batch, GaussianLatent latent, int d, boolean learning) {
        int begin = batch.tileStart(d, 0);
        int at = batch.starts[d];
        int distinct = batch.starts[d + 1] - at;
        int[] terms = batch.counts.columnIndices();
        int[] counts = batch.counts.counts();
        float share = batch.tokenWeight(d);
        int row = d * stride;
        if (learning) {
            Arrays.fill(latent.weightsGradient, row, row + stride, 0);
        }
        for (int i = 0; i < distinct; i++) {
            int word = terms[begin + i] * stride;
            float p = VectorKernels.dot(latent.weights, row, topics, word, stride);
            // written so that NaN stays NaN and training notices
            p = p < LEAST_PROBABILITY ? LEAST_PROBABILITY : p;
            probabilities[at + i] = p;
            if (learning) {
                float ratio = -share * counts[begin + i] / p;
                ratios[at + i] = ratio;
                VectorKernels.axpy(ratio, topics, word, latent.weightsGradient, row, stride);
            }
        }
        VectorMath.log(probabilities, at, distinct);
        double sum = 0;
        for (int i = 0; i < distinct; i++) {
            sum -= (double) counts[begin + i] * probabilities[at + i];
        }
        return sum * share;
    }

    @Override
    public void update(DocumentBatch batch, GaussianLatent latent, UpdateRule rule) {
        // derivative through the softmax over words: beta (dbeta - sum over words of beta dbeta), and that sum is
        // the documents' weight x gradient of the weight
        Arrays.fill(centre, 0);
        for (int d = 0; d < batch.size; d++) {
            for (int k = 0; k < weight.rows; k++) {
                centre[k] += latent.weights[d * stride + k] * latent.weightsGradient[d * stride + k];
            }
        }
        threads.run(tiles.count(), (tile, worker) ->
                update(tile, batch, latent, rule, termGradient[worker], topicGradient[worker]));
    }

    private void update(int tile, DocumentBatch batch, GaussianLatent latent, UpdateRule rule, float[] gradient,
            float[] row) {
        int start = tiles.start(tile);
        int width = tiles.end(tile) - start;
        int padded = tiles.paddedWidth(tile);
        Arrays.fill(gradient, 0, width * stride, 0);
        int[] terms = batch.counts.columnIndices();
        for (int d = 0; d < batch.size; d++) {
            int begin = batch.tileStart(d, tile);
            int end = batch.tileStart(d, tile + 1);
            int at = batch.starts[d] + begin - batch.tileStart(d, 0);
            for (int i = begin; i < end; i++) {
                VectorKernels.axpy(ratios[at + i - begin], latent.weights, d * stride, gradient,
                        (terms[i] - start) * stride, stride);
            }
        }
        int biasRow = tiles.width();
        Arrays.fill(row, 0);
        for (int k = 0; k < weight.rows; k++) {
            int word = start * stride + k;
            for (int w = 0; w < width; w++) {
                row[w] = topics[word + w * stride] * (gradient[w * stride + k] - centre[k]);
            }
            VectorKernels.axpy(1, row, 0, row, biasRow, width);
            rule.update(weight, k * weight.stride + start, row, 0, padded);
        }
        rule.update(bias, start, row, biasRow, padded);
    }

    /** The mixture's own components. */
    @Override
    public FloatMatrix topicTerm() {
        return TopicDistributions.softmax(weight, bias);
    }
}
