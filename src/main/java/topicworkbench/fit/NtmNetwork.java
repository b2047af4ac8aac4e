package topicworkbench.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

/**
 * The neural topic model's graph, as SageMaker's artifacts hold it: encoder, Gaussian latent variables, decoder. Losses
 * are reconstruction and KL divergence in nats per token, 0 for an empty document.
 *
 * @see <a href="https://arxiv.org/abs/1809.02687">Ding, Nallapati and Xiang 2018</a>
 */
final class NtmNetwork {
    /** Sums over documents. */
    record Losses(double reconstruction, double divergence, int documents) {
        static final Losses NONE = new Losses(0, 0, 0);

        Losses plus(Losses other) {
            return new Losses(reconstruction + other.reconstruction, divergence + other.divergence,
                    documents + other.documents);
        }

        double meanReconstruction() {
            return reconstruction / documents;
        }

        double meanDivergence() {
            return divergence / documents;
        }

        /** total_loss per document; NaN if there was none. */
        double meanTotal() {
            return meanReconstruction() + meanDivergence();
        }
    }

    final GaussianLatent latent;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Threads threads;
    private final double[] reconstruction;

    /** @param capacity most documents of a batch */
    NtmNetwork(NtmOptions options, VocabularyTiles tiles, int capacity, Threads threads) {
        this.threads = threads;
        this.encoder = new Encoder(options, tiles, capacity, threads);
        this.latent = new GaussianLatent(options, capacity);
        this.decoder = Decoder.of(options, tiles, capacity, threads);
        this.reconstruction = new double[capacity];
    }

    /** Uniform weights of Glorot and Bengio 2010, as MXNet's {@code Xavier}; biases 0. */
    void initialize(RandomStream random) {
        for (Parameter p : trained()) {
            if (!p.isWeight()) {
                continue;
            }
            float bound = (float) Math.sqrt(6.0 / (p.rows + p.columns));
            for (int r = 0; r < p.rows; r++) {
                for (int c = 0; c < p.columns; c++) {
                    p.values[r * p.stride + c] = bound * (2 * random.nextFloat() - 1);
                }
            }
        }
    }

    Parameter projectionWeight() {
        return decoder.weight();
    }

    Parameter projectionBias() {
        return decoder.bias();
    }

    /** What the update rule trains. */
    List<Parameter> trained() {
        return Stream.concat(encoder.parameters().stream(), decoder.parameters().stream()).toList();
    }

    /** All arrays, also the moving averages. */
    List<Parameter> all() {
        return Stream.concat(trained().stream(), encoder.averages().stream()).toList();
    }

    /** The arrays as exported, by SageMaker's names. */
    Map<String, FloatMatrix> named() {
        Map<String, FloatMatrix> result = new LinkedHashMap<>();
        all().forEach(p -> result.put(p.name, p.exported()));
        return result;
    }

    /** @throws IllegalArgumentException if an array is missing or of another shape */
    void load(Map<String, FloatMatrix> named) {
        for (Parameter p : all()) {
            if (!named.containsKey(p.name)) {
                throw new IllegalArgumentException("there is no array " + p.name);
            }
            p.load(named.get(p.name));
        }
    }

    /**
     * One step of training on a batch; the losses are those before the step.
     *
     * @param noise    numbers of the sampled noise and of the hidden inputs, substreams for each document
     * @param klWeight factor of the KL divergence in what is minimised
     */
    Losses learn(DocumentBatch batch, RandomStream noise, float klWeight, UpdateRule encoderRule,
            UpdateRule decoderRule) {
        encoder.forward(batch, latent, noise);
        DocumentBlocks.run(threads, batch.size, (from, to) -> latent.sample(batch, noise, from, to));
        decoder.learn(batch, latent, reconstruction);
        DocumentBlocks.run(threads, batch.size, (from, to) -> latent.backward(batch, klWeight, from, to));
        encoder.backward(batch, latent);
        encoderRule.nextStep();
        decoderRule.nextStep();
        decoder.update(batch, latent, decoderRule);
        encoder.update(batch, latent, encoderRule);
        return losses(batch);
    }

    /** The losses of a batch; {@code noise} null takes the mean of the latent variables. */
    Losses score(DocumentBatch batch, RandomStream noise) {
        encode(batch, noise);
        decoder.score(batch, latent, reconstruction);
        return losses(batch);
    }

    /** Leaves the batch's latent variables in {@link #latent}. */
    void encode(DocumentBatch batch, RandomStream noise) {
        encoder.forward(batch, latent, null);
        DocumentBlocks.run(threads, batch.size, (from, to) -> latent.sample(batch, noise, from, to));
    }

    /** The reconstruction losses of the batch last scored, one a document. */
    double[] reconstruction() {
        return reconstruction;
    }

    /** The reconstruction losses of documents whose topics are those of the batch last encoded, one a document. */
    double[] reconstruction(DocumentBatch words) {
        decoder.score(words, latent, reconstruction);
        return reconstruction;
    }

    private Losses losses(DocumentBatch batch) {
        double recons = 0;
        double kld = 0;
        for (int d = 0; d < batch.size; d++) {
            recons += reconstruction[d];
            kld += latent.divergence[d];
        }
        return new Losses(recons, kld, batch.size);
    }

    FloatMatrix topicTerm() {
        return decoder.topicTerm();
    }
}
