package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.MatrixProduct;
import topicworkbench.math.MatrixProduct.View;
import topicworkbench.math.Threads;
import topicworkbench.math.TransposedProduct;
import topicworkbench.math.VectorKernels;
import topicworkbench.math.VectorMath;

/**
 * SageMaker's decoder: log p(w|d) = log softmax(W z + b). Softmax and cross-entropy are one step; the logits of a
 * group of documents live in one buffer that is made once.
 */
final class LogitsDecoder implements Decoder {
    /** Floats of the buffer of logits; documents are taken in groups that fit. */
    static final int BUFFER = 1 << 22;

    private final Parameter weight;
    private final Parameter bias;
    private final boolean biasInTopics;
    private final VocabularyTiles tiles;
    private final Threads threads;
    private final int group;
    private final float[] logits;
    private final float[] weightGradient;
    private final float[] biasGradient;
    /** For each tile and document of the group: largest logit, sum of exponentials, sum of count x logit. */
    private final float[][] largest;
    private final double[][] sums;
    private final double[][] matched;
    private final float[][] latentGradient;
    /** log of the normaliser of each document of the group. */
    private final double[] logNormalizer;

    /** @param buffer floats for logits; the work is the same, in more or fewer groups of documents */
    LogitsDecoder(NtmOptions options, VocabularyTiles tiles, int capacity, int buffer, Threads threads) {
        this.weight = new Parameter("projection_weight", options.topics(), tiles.terms());
        this.bias = new Parameter("projection_bias", 1, tiles.terms());
        this.biasInTopics = options.background();
        this.tiles = tiles;
        this.threads = threads;
        this.group = Math.clamp(buffer / weight.stride, 1, capacity);
        this.logits = new float[Math.multiplyExact(group, weight.stride)];
        this.weightGradient = new float[weight.values.length];
        this.biasGradient = new float[bias.values.length];
        this.largest = new float[tiles.count()][group];
        this.sums = new double[tiles.count()][group];
        this.matched = new double[tiles.count()][group];
        this.latentGradient = new float[tiles.count()][group * VectorKernels.padded(options.topics())];
        this.logNormalizer = new double[group];
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
        for (int from = 0; from < batch.size; from += group) {
            forward(batch, latent, from, Math.min(group, batch.size - from), reconstruction);
        }
    }

    @Override
    public void learn(DocumentBatch batch, GaussianLatent latent, double[] reconstruction) {
        Arrays.fill(biasGradient, 0);
        for (int from = 0; from < batch.size; from += group) {
            int first = from;
            int count = Math.min(group, batch.size - from);
            forward(batch, latent, first, count, reconstruction);
            threads.run(tiles.count(), (tile, worker) -> backward(tile, batch, latent, first, count));
            sumLatentGradient(latent, first, count);
        }
    }

    private void forward(DocumentBatch batch, GaussianLatent latent, int first, int count, double[] reconstruction) {
        threads.run(tiles.count(), (tile, worker) -> forward(tile, batch, latent, first, count));
        for (int g = 0; g < count; g++) {
            float max = Float.NEGATIVE_INFINITY;
            double match = 0;
            for (int tile = 0; tile < tiles.count(); tile++) {
                max = Math.max(max, largest[tile][g]);
                match += matched[tile][g];
            }
            double sum = 0;
            for (int tile = 0; tile < tiles.count(); tile++) {
                sum += sums[tile][g] * Math.exp(largest[tile][g] - max);
            }
            logNormalizer[g] = max + Math.log(sum);
            int d = first + g;
            reconstruction[d] = (batch.tokens[d] * logNormalizer[g] - match) * batch.tokenWeight(d);
        }
    }

    /** Leaves e^(logit - largest of the tile) in the buffer. */
    private void forward(int tile, DocumentBatch batch, GaussianLatent latent, int first, int count) {
        int start = tiles.start(tile);
        int width = tiles.end(tile) - start;
        int padded = tiles.paddedWidth(tile);
        MatrixProduct.multiply(View.of(latent.weights, first * latent.stride, latent.stride),
                View.of(weight.values, start, weight.stride), View.of(logits, start, weight.stride), count,
                weight.rows, padded, false);
        for (int g = 0; g < count; g++) {
            int row = g * weight.stride;
            float max = VectorKernels.addAndMax(logits, row + start, bias.values, start, width);
            double match = 0;
            int end = batch.tileStart(first + g, tile + 1);
            for (int i = batch.tileStart(first + g, tile); i < end; i++) {
                match += (double) batch.counts.counts()[i] * logits[row + batch.counts.columnIndices()[i]];
            }
            largest[tile][g] = max;
            matched[tile][g] = match;
            sums[tile][g] = VectorMath.expAndSum(logits, row + start, max, width);
            Arrays.fill(logits, row + start + width, row + start + padded, 0);
        }
    }

    /** Turns the buffer into the gradient of the logits, softmax - count / tokens, and that into the others. */
    private void backward(int tile, DocumentBatch batch, GaussianLatent latent, int first, int count) {
        int start = tiles.start(tile);
        int padded = tiles.paddedWidth(tile);
        for (int g = 0; g < count; g++) {
            int d = first + g;
            int row = g * weight.stride;
            float share = batch.tokenWeight(d);
            float factor = share == 0 ? 0 : (float) Math.exp(largest[tile][g] - logNormalizer[g]);
            VectorKernels.scaleAndAdd(factor, logits, row + start, biasGradient, start, padded);
            int end = batch.tileStart(d, tile + 1);
            for (int i = batch.tileStart(d, tile); i < end; i++) {
                int term = batch.counts.columnIndices()[i];
                float observed = batch.counts.counts()[i] * share;
                logits[row + term] -= observed;
                biasGradient[term] -= observed;
            }
        }
        View gradient = View.of(logits, start, weight.stride);
        TransposedProduct.multiply(gradient, View.of(weight.values, start, weight.stride),
                View.of(latentGradient[tile], 0, latent.stride), count, padded, weight.rows, false);
        MatrixProduct.multiply(View.of(latent.weights, first * latent.stride, latent.stride).transposed(), gradient,
                View.of(weightGradient, start, weight.stride), weight.rows, count, padded, first > 0);
    }

    private void sumLatentGradient(GaussianLatent latent, int first, int count) {
        int offset = first * latent.stride;
        int length = count * latent.stride;
        System.arraycopy(latentGradient[0], 0, latent.weightsGradient, offset, length);
        for (int tile = 1; tile < tiles.count(); tile++) {
            VectorKernels.axpy(1, latentGradient[tile], 0, latent.weightsGradient, offset, length);
        }
    }

    @Override
    public void update(DocumentBatch batch, GaussianLatent latent, UpdateRule rule) {
        threads.run(tiles.count(), (tile, worker) -> {
            int start = tiles.start(tile);
            int padded = tiles.paddedWidth(tile);
            for (int k = 0; k < weight.rows; k++) {
                int at = k * weight.stride + start;
                rule.update(weight, at, weightGradient, at, padded);
            }
            rule.update(bias, start, biasGradient, start, padded);
        });
    }

    /**
     * Softmax of each topic's weights over the vocabulary, as the service's own notebooks read an artifact; with the
     * bias where it holds the corpus's word frequencies.
     */
    @Override
    public FloatMatrix topicTerm() {
        return TopicDistributions.softmax(weight, biasInTopics ? bias : null);
    }
}
