package topicworkbench.fit;

import java.util.Arrays;
import java.util.Map;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.GramMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/** Finds how much of each given topic is in a document: non-negative least squares on its TF-IDF weights. */
public final class NmfInference implements TopicInference {
    static final String TOPICS = "topics";
    static final String INVERSE_FREQUENCY = "inverse_document_frequency";
    static final String LONGEST = "longest_document";

    /** Of each topic in a document, where words are predicted; measured best on the real reviews. */
    private static final float PRIOR = 0.1f;
    private static final int MAX_PASSES = 100;
    /** Share of the first pass's projected gradient at which a document's topics are found. */
    private static final double TOLERANCE = 1e-4;
    private static final int DOCUMENTS_PER_BLOCK = 256;
    private static final int BLOCKS_PER_ROUND = 64;

    private final TermWeights weights;
    /** terms x topics. */
    private final FloatMatrix topics;
    private final FloatMatrix gram;
    private final Threads threads;

    /**
     * @param options    of the model
     * @param parameters as {@link TrainedModel#parameters()} has them
     */
    public NmfInference(NmfOptions options, Map<String, FloatMatrix> parameters, Threads threads) {
        this.weights = new TermWeights(parameters.get(INVERSE_FREQUENCY).values(), parameters.get(LONGEST).get(0, 0),
                options.documentScaling());
        this.topics = parameters.get(TOPICS).transposed();
        this.gram = NmfFactorization.single(GramMatrix.of(topics, threads));
        this.threads = threads;
    }

    static Map<String, FloatMatrix> parameters(FloatMatrix topicTerm, TermWeights weights) {
        return Map.of(TOPICS, topicTerm,
                INVERSE_FREQUENCY, new FloatMatrix(1, topicTerm.columns(), weights.inverseFrequency()),
                LONGEST, new FloatMatrix(1, 1, new float[] {weights.longest()}));
    }

    /** {@inheritDoc} A document without a word of any topic has equal shares of all. */
    @Override
    public FloatMatrix documentTopic(CsrCounts counts, ProgressListener listener) {
        if (counts.columns() != topics.rows()) {
            throw new IllegalArgumentException(counts.columns() + " terms where the model has " + topics.rows());
        }
        CsrMatrix documents = weights.of(counts);
        FloatMatrix result = FloatMatrix.zeros(counts.rows(), topics.columns());
        int documentsPerRound = BLOCKS_PER_ROUND * DOCUMENTS_PER_BLOCK;
        for (int first = 0; first < counts.rows(); first += documentsPerRound) {
            listener.progress(first, counts.rows());
            int from = first;
            int to = Math.min(counts.rows(), first + documentsPerRound);
            threads.run(Math.ceilDiv(to - from, DOCUMENTS_PER_BLOCK), (block, worker) -> {
                int start = from + block * DOCUMENTS_PER_BLOCK;
                infer(documents, start, Math.min(to, start + DOCUMENTS_PER_BLOCK), result);
            });
        }
        return result;
    }

    /**
     * {@inheritDoc} Factorisation itself knows no probabilities: the topics become distributions over tokens by undoing
     * the inverse document frequency, and one more topic has every word as often as documents have it, since words
     * outside all topics would be impossible otherwise. A document mixes these.
     */
    @Override
    public double[] logLikelihood(CsrCounts observed, CsrCounts scored, ProgressListener listener) {
        int count = topics.columns() + 1;
        FloatMatrix topicTerm = FloatMatrix.zeros(count, topics.rows());
        for (int w = 0; w < topics.rows(); w++) {
            for (int k = 0; k < topics.columns(); k++) {
                topicTerm.set(k, w, topics.get(w, k) / weights.inverseFrequency()[w]);
            }
            topicTerm.set(count - 1, w, (float) Math.exp(-weights.inverseFrequency()[w]));
        }
        for (int k = 0; k < count; k++) {
            TopicDistributions.normalizeRow(topicTerm, k);
        }
        float[] prior = new float[count];
        Arrays.fill(prior, PRIOR);
        return new MixtureInference(topicTerm, new FloatMatrix(1, count, prior), threads)
                .logLikelihood(observed, scored, listener);
    }

    private void infer(CsrMatrix documents, int from, int to, FloatMatrix result) {
        float[] projection = new float[topics.columns()];
        for (int d = from; d < to; d++) {
            Arrays.fill(projection, 0);
            documents.addRowTimes(d, topics, projection, 0);
            double first = NmfFactorization.improveRow(result.values(), result.offset(d), gram, projection);
            double violation = first;
            for (int pass = 1; pass < MAX_PASSES && violation > TOLERANCE * first; pass++) {
                violation = NmfFactorization.improveRow(result.values(), result.offset(d), gram, projection);
            }
            TopicDistributions.normalizeRow(result, d);
        }
    }
}
