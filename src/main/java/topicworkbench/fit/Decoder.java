package topicworkbench.fit;

import java.util.List;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/** From the documents' topic weights to the probability of their words, and back. */
sealed interface Decoder permits LogitsDecoder, MixtureDecoder {

    static Decoder of(NtmOptions options, VocabularyTiles tiles, int capacity, Threads threads) {
        return switch (options.decoder()) {
            case LOGITS -> new LogitsDecoder(options, tiles, capacity, LogitsDecoder.BUFFER, threads);
            case MIXTURE -> new MixtureDecoder(options, tiles, threads);
        };
    }

    /** topics x terms. */
    Parameter weight();

    /** 1 x terms. */
    Parameter bias();

    default List<Parameter> parameters() {
        return List.of(weight(), bias());
    }

    /**
     * Measures the reconstruction loss, nats per token, of each document.
     *
     * @param reconstruction one number a document, overwritten; 0 for an empty one
     */
    void score(DocumentBatch batch, GaussianLatent latent, double[] reconstruction);

    /** As {@link #score}, and leaves the gradient of the topic weights in {@code latent}, its own for {@link #update}. */
    void learn(DocumentBatch batch, GaussianLatent latent, double[] reconstruction);

    /** Updates the parameters from the gradient of the last {@link #learn}. */
    void update(DocumentBatch batch, GaussianLatent latent, UpdateRule rule);

    /** topics x terms, each row the topic's distribution over words. */
    FloatMatrix topicTerm();
}
