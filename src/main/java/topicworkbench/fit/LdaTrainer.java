package topicworkbench.fit;

import java.util.Map;
import topicworkbench.corpus.Corpus;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.topic.TopicModel;

/**
 * Latent Dirichlet allocation by collapsed Gibbs sampling with re-estimated priors, as MALLET does it. The topics of
 * every document, learnt from or not, are inferred afterwards with the topics held fixed.
 *
 * @see <a href="https://doi.org/10.1145/1557019.1557121">Yao, Mimno and McCallum 2009</a>
 */
public final class LdaTrainer implements TopicTrainer {
    /** What the listener hears as one epoch. */
    private static final int SWEEPS_PER_EPOCH = 10;

    private final LdaOptions options;
    private final long seed;
    private final Threads threads;

    public LdaTrainer(LdaOptions options, long seed, Threads threads) {
        this.options = options;
        this.seed = seed;
        this.threads = threads;
    }

    /** Metrics: total is the negative log-likelihood per token; reconstruction, KL and validation do not exist here. */
    @Override
    public TrainedModel train(Corpus corpus, TrainingListener listener) {
        int[] documents = TrainingDocuments.of(corpus, options.topics());
        MalletSampler sampler = new MalletSampler(corpus, documents, options, seed);
        int epochs = Math.ceilDiv(options.iterations(), SWEEPS_PER_EPOCH);
        EpochMetrics metrics = null;
        boolean goOn = true;
        for (int epoch = 1; epoch <= epochs && goOn; epoch++) {
            metrics = runEpoch(epoch, epochs, documents.length, sampler, listener);
            goOn = listener.epochFinished(metrics, sampler::topicTerm);
        }
        TopicModel model = new TopicModel(corpus.vocabulary(), sampler.topicTerm(),
                documentTopic(corpus, sampler, listener));
        Map<String, FloatMatrix> parameters = Map.of("alpha", sampler.documentPrior(),
                "beta", new FloatMatrix(1, 1, new float[] {sampler.wordPrior()}),
                "topic_word_counts", sampler.topicWordCounts());
        return new TrainedModel(model, parameters, metrics, metrics.epoch());
    }

    private EpochMetrics runEpoch(int epoch, int epochs, int documents, MalletSampler sampler, TrainingListener listener) {
        long start = System.nanoTime();
        int first = (epoch - 1) * SWEEPS_PER_EPOCH;
        int end = Math.min(options.iterations(), first + SWEEPS_PER_EPOCH);
        for (int sweep = first; sweep < end; sweep++) {
            listener.progress(sweep * sampler.tokens(), options.iterations() * sampler.tokens());
            sampler.sweep();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new EpochMetrics(epoch, epochs, sampler.negativeLogLikelihoodPerToken(), Double.NaN, Double.NaN,
                Double.NaN, (double) documents * (end - first) / seconds, seconds, false);
    }

    private FloatMatrix documentTopic(Corpus corpus, MalletSampler sampler, TrainingListener listener) {
        long allTokens = options.iterations() * sampler.tokens();
        return new MixtureInference(sampler.topicTerm(), sampler.documentPrior(), threads)
                .documentTopic(corpus.counts(), (done, total) -> listener.progress(allTokens, allTokens));
    }
}
