package topicworkbench.fit;

import java.util.Map;
import java.util.stream.IntStream;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

/** Finds the topics of documents by a trained neural topic model: the encoder alone, without noise. */
public final class NtmInference implements TopicInference {
    private static final int BATCH = 256;

    private final NtmOptions options;
    private final NtmNetwork network;
    private final VocabularyTiles tiles;
    private final Threads threads;

    /**
     * @param options    of the model
     * @param parameters arrays by SageMaker's names, as {@link TrainedModel#parameters()} or an artifact has them
     * @throws IllegalArgumentException if an array is missing or does not fit the options
     */
    public NtmInference(NtmOptions options, Map<String, FloatMatrix> parameters, Threads threads) {
        this(options, tiles(parameters), parameters, threads);
    }

    private NtmInference(NtmOptions options, VocabularyTiles tiles, Map<String, FloatMatrix> parameters, Threads threads) {
        this(options, new NtmNetwork(options, tiles, BATCH, threads), tiles, threads);
        network.load(parameters);
    }

    /** By a network as it stands; whoever changes it changes the topics. */
    NtmInference(NtmOptions options, NtmNetwork network, VocabularyTiles tiles, Threads threads) {
        this.options = options;
        this.network = network;
        this.tiles = tiles;
        this.threads = threads;
    }

    private static VocabularyTiles tiles(Map<String, FloatMatrix> parameters) {
        if (!parameters.containsKey("projection_bias")) {
            throw new IllegalArgumentException("there is no array projection_bias");
        }
        return VocabularyTiles.of(parameters.get("projection_bias").columns());
    }

    /**
     * {@inheritDoc} With the softmax latent they are the decoder's own weights; with SageMaker's rectifier they are the
     * softmax of relu(mean), one of the two maps that fit the positive weights of sum 1 that the service answers (which
     * of the two it uses is not documented).
     */
    @Override
    public FloatMatrix documentTopic(CsrCounts counts, ProgressListener listener) {
        FloatMatrix result = FloatMatrix.zeros(counts.rows(), options.topics());
        forEachBatch(counts, listener, (from, batch) -> DocumentBlocks.run(threads, batch.size, (first, end) -> {
            for (int d = first; d < end; d++) {
                int row = result.offset(from + d);
                System.arraycopy(network.latent.weights, d * network.latent.stride, result.values(), row, options.topics());
                if (options.latent() == NtmOptions.Latent.RELU) {
                    GaussianLatent.softmax(result.values(), row, options.topics());
                }
            }
        }));
        return result;
    }

    /** The words of the model's topics, topics x terms, each row a distribution. */
    public FloatMatrix topicTerm() {
        return network.topicTerm();
    }

    /**
     * The loss that the service calls {@code validation:total_loss}: reconstruction and divergence in nats per token, mean
     * over documents. The noise of a document depends on its place only, so that models compare.
     *
     * @param counts documents x terms of the model's vocabulary
     * @return NaN if there are no documents
     */
    public double totalLoss(CsrCounts counts, ProgressListener listener) {
        requireTerms(counts);
        DocumentBatch batch = new DocumentBatch(counts, tiles, capacity());
        int[] order = documents(counts);
        RandomStream noise = RandomStream.of(0, "ntm loss");
        NtmNetwork.Losses losses = NtmNetwork.Losses.NONE;
        for (int from = 0; from < order.length; from += capacity()) {
            listener.progress(from, order.length);
            batch.fill(order, from, Math.min(capacity(), order.length - from));
            losses = losses.plus(network.score(batch, noise));
        }
        listener.progress(order.length, order.length);
        return losses.meanTotal();
    }

    @Override
    public double[] logLikelihood(CsrCounts observed, CsrCounts scored, ProgressListener listener) {
        requireTerms(scored);
        double[] result = new double[scored.rows()];
        DocumentBatch words = new DocumentBatch(scored, tiles, capacity());
        int[] order = documents(scored);
        forEachBatch(observed, listener, (from, batch) -> {
            words.fill(order, from, batch.size);
            double[] lossPerToken = network.reconstruction(words);
            for (int d = 0; d < words.size; d++) {
                result[from + d] = -words.tokens[d] * lossPerToken[d];
            }
        });
        return result;
    }

    /** Takes a batch whose latent variables stand in the network. */
    @FunctionalInterface
    private interface Encoded {
        void accept(int from, DocumentBatch batch);
    }

    private void forEachBatch(CsrCounts counts, ProgressListener listener, Encoded consumer) {
        requireTerms(counts);
        DocumentBatch batch = new DocumentBatch(counts, tiles, capacity());
        int[] order = documents(counts);
        for (int from = 0; from < order.length; from += capacity()) {
            listener.progress(from, order.length);
            batch.fill(order, from, Math.min(capacity(), order.length - from));
            network.encode(batch, null);
            consumer.accept(from, batch);
        }
        listener.progress(order.length, order.length);
    }

    private int capacity() {
        return Math.min(BATCH, network.latent.divergence.length);
    }

    private static int[] documents(CsrCounts counts) {
        return IntStream.range(0, counts.rows()).toArray();
    }

    private void requireTerms(CsrCounts counts) {
        if (counts.columns() != tiles.terms()) {
            throw new IllegalArgumentException(counts.columns() + " terms where the model has " + tiles.terms());
        }
    }
}
