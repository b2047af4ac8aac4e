package topicworkbench.fit;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/** Finds the topics of documents by a trained neural topic model: the encoder alone, without noise. */
public final class NtmInference {
    private static final int BATCH = 256;

    private final NtmOptions options;
    private final NtmNetwork network;
    private final int terms;

    /**
     * @param options    of the model
     * @param parameters arrays by SageMaker's names, as {@link TrainedModel#parameters()} or an artifact has them
     * @throws IllegalArgumentException if an array is missing or does not fit the options
     */
    public NtmInference(NtmOptions options, Map<String, FloatMatrix> parameters, Threads threads) {
        this(options, network(options, parameters, threads), parameters.get("projection_bias").columns());
    }

    private NtmInference(NtmOptions options, NtmNetwork network, int terms) {
        this.options = options;
        this.network = network;
        this.terms = terms;
    }

    static NtmInference of(NtmOptions options, NtmNetwork network, int terms) {
        return new NtmInference(options, network, terms);
    }

    private static NtmNetwork network(NtmOptions options, Map<String, FloatMatrix> parameters, Threads threads) {
        if (!parameters.containsKey("projection_bias")) {
            throw new IllegalArgumentException("there is no array projection_bias");
        }
        VocabularyTiles tiles = VocabularyTiles.of(parameters.get("projection_bias").columns());
        NtmNetwork network = new NtmNetwork(options, tiles, BATCH, threads);
        network.load(parameters);
        return network;
    }

    /**
     * The documents' topic weights. With the softmax latent they are the decoder's own; with SageMaker's rectifier
     * they are the softmax of relu(mean), one of the two maps that fit the positive weights of sum 1 that the service
     * answers (which of the two it uses is not documented).
     *
     * @param counts   documents x terms of the model's vocabulary
     * @param listener hears documents done, may cancel
     * @return documents x topics, each row positive with sum 1
     */
    public FloatMatrix documentTopic(CsrCounts counts, ProgressListener listener) {
        if (counts.columns() != terms) {
            throw new IllegalArgumentException(counts.columns() + " terms where the model has " + terms);
        }
        int batchSize = Math.min(BATCH, network.latent.divergence.length);
        DocumentBatch batch = new DocumentBatch(counts, VocabularyTiles.of(terms), batchSize);
        int[] order = IntStream.range(0, counts.rows()).toArray();
        FloatMatrix result = FloatMatrix.zeros(counts.rows(), options.topics());
        for (int from = 0; from < order.length; from += batchSize) {
            listener.progress(from, order.length);
            batch.fill(order, from, Math.min(batchSize, order.length - from));
            network.encode(batch, null);
            for (int d = 0; d < batch.size; d++) {
                float[] weights = Arrays.copyOfRange(network.latent.weights, d * network.latent.stride,
                        d * network.latent.stride + options.topics());
                if (options.latent() == NtmOptions.Latent.RELU) {
                    GaussianLatent.softmax(weights, 0, weights.length);
                }
                System.arraycopy(weights, 0, result.values(), result.offset(from + d), weights.length);
            }
        }
        return result;
    }
}
