package topicworkbench.fit;

import java.util.Map;
import topicworkbench.corpus.Corpus;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.topic.TopicModel;

/**
 * Topics by non-negative matrix factorisation of TF-IDF: seconds, and nearly the same topics with every seed. A topic's
 * words are its share of TF-IDF weight, not of tokens; there is no likelihood.
 *
 * @see NmfFactorization
 */
public final class NmfTrainer implements TopicTrainer {
    private final NmfOptions options;
    private final long seed;
    private final Threads threads;

    public NmfTrainer(NmfOptions options, long seed, Threads threads) {
        this.options = options;
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * Every pass of the descent is an epoch. Metrics: total is the share of the squared weights that the topics leave
     * unexplained, 0 to 1; reconstruction, KL and validation do not exist here.
     */
    @Override
    public TrainedModel train(Corpus corpus, TrainingListener listener) {
        int[] documents = TrainingDocuments.of(corpus, options.topics());
        CsrCounts counts = corpus.counts().selectRows(documents);
        TermWeights weights = TermWeights.learn(counts, options.documentScaling());
        NmfFactorization factorization = new NmfFactorization(weights.of(counts), options.topics(), seed, threads,
                (done, total) -> listener.progress(0, options.iterations()));
        EpochMetrics metrics;
        boolean goOn;
        int iteration = 0;
        do {
            listener.progress(iteration, options.iterations());
            metrics = iterate(++iteration, documents.length, factorization);
            goOn = listener.epochFinished(metrics, factorization::topicTerm);
        } while (goOn && iteration < options.iterations() && !factorization.hasConverged(options.tolerance()));
        FloatMatrix topicTerm = factorization.topicTerm();
        Map<String, FloatMatrix> parameters = NmfInference.parameters(topicTerm, weights);
        FloatMatrix documentTopic = new NmfInference(options, parameters, threads).documentTopic(corpus.counts(),
                (done, total) -> listener.progress(options.iterations(), options.iterations()));
        return new TrainedModel(new TopicModel(corpus.vocabulary(), topicTerm, documentTopic), parameters, metrics,
                iteration);
    }

    private EpochMetrics iterate(int iteration, int documents, NmfFactorization factorization) {
        long start = System.nanoTime();
        factorization.improve();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new EpochMetrics(iteration, options.iterations(), factorization.unexplained(), Double.NaN, Double.NaN,
                Double.NaN, documents / seconds, seconds, false);
    }
}
