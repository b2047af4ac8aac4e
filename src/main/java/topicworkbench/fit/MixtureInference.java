package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;

/**
 * Finds the topics of documents where each topic is a distribution over words and a document mixes them, as in latent
 * Dirichlet allocation: the topics are held fixed, and the document's weights are the fixed point of
 * theta_k ∝ alpha_k + sum over tokens of p(k | token, theta).
 *
 * @see <a href="https://arxiv.org/abs/1205.2662">Asuncion, Welling, Smyth and Teh 2009</a>
 */
public final class MixtureInference implements TopicInference {
    private static final int BATCH = 4096;
    private static final int DOCUMENTS_PER_BLOCK = 64;
    private static final int MAX_ITERATIONS = 100;
    /** Change of the weights, summed over topics, at which they are found. */
    private static final float TOLERANCE = 1e-3f;
    /** Takes the place of a word that no topic has. */
    private static final float LEAST_PROBABILITY = 1e-30f;

    private final int topics;
    private final int terms;
    private final int stride;
    /** terms x topics. */
    private final float[] termTopic;
    private final float[] prior;
    private final Threads threads;

    /**
     * @param topicTerm topics x terms, each row a probability distribution
     * @param prior     1 x topics: the parameters of the Dirichlet prior of a document's weights, each above 0
     * @throws IllegalArgumentException if the two do not fit each other
     */
    public MixtureInference(FloatMatrix topicTerm, FloatMatrix prior, Threads threads) {
        if (prior == null || prior.columns() != topicTerm.rows()) {
            throw new IllegalArgumentException("a prior of " + (prior == null ? 0 : prior.columns()) + " for "
                    + topicTerm.rows() + " topics");
        }
        this.topics = topicTerm.rows();
        this.terms = topicTerm.columns();
        this.stride = VectorKernels.padded(topics);
        this.threads = threads;
        this.prior = Arrays.copyOf(prior.values(), stride);
        this.termTopic = new float[Math.multiplyExact(terms, stride)];
        for (int k = 0; k < topics; k++) {
            for (int w = 0; w < terms; w++) {
                termTopic[w * stride + k] = topicTerm.get(k, w);
            }
        }
    }

    @Override
    public FloatMatrix documentTopic(CsrCounts counts, ProgressListener listener) {
        FloatMatrix result = FloatMatrix.zeros(counts.rows(), topics);
        forEachDocument(counts, listener, (document, weights) ->
                System.arraycopy(weights, 0, result.values(), result.offset(document), topics));
        return result;
    }

    @Override
    public double[] logLikelihood(CsrCounts observed, CsrCounts scored, ProgressListener listener) {
        requireTerms(scored);
        double[] result = new double[scored.rows()];
        forEachDocument(observed, listener, (document, weights) -> {
            for (int i = scored.rowStarts()[document]; i < scored.rowStarts()[document + 1]; i++) {
                float p = VectorKernels.dot(weights, 0, termTopic, scored.columnIndices()[i] * stride, stride);
                result[document] += scored.counts()[i] * Math.log(Math.max(p, LEAST_PROBABILITY));
            }
        });
        return result;
    }

    /** Takes the weights of one document; the array is used again for the next. */
    @FunctionalInterface
    private interface Consumer {
        void accept(int document, float[] weights);
    }

    private void forEachDocument(CsrCounts counts, ProgressListener listener, Consumer consumer) {
        requireTerms(counts);
        float[][] weights = new float[threads.count()][stride];
        float[][] next = new float[threads.count()][stride];
        for (int batch = 0; batch < counts.rows(); batch += BATCH) {
            listener.progress(batch, counts.rows());
            int first = batch;
            int end = Math.min(counts.rows(), batch + BATCH);
            threads.run(Math.ceilDiv(end - first, DOCUMENTS_PER_BLOCK), (block, worker) -> {
                int from = first + block * DOCUMENTS_PER_BLOCK;
                for (int d = from; d < Math.min(end, from + DOCUMENTS_PER_BLOCK); d++) {
                    infer(counts, d, weights[worker], next[worker]);
                    consumer.accept(d, weights[worker]);
                }
            });
        }
        listener.progress(counts.rows(), counts.rows());
    }

    private void requireTerms(CsrCounts counts) {
        if (counts.columns() != terms) {
            throw new IllegalArgumentException(counts.columns() + " terms where the model has " + terms);
        }
    }

    private void infer(CsrCounts counts, int document, float[] weights, float[] next) {
        System.arraycopy(prior, 0, weights, 0, stride);
        normalize(weights);
        float change = Float.POSITIVE_INFINITY;
        for (int i = 0; i < MAX_ITERATIONS && change > TOLERANCE; i++) {
            change = improve(counts, document, weights, next);
        }
    }

    /** One step towards the fixed point; returns how far it went. */
    private float improve(CsrCounts counts, int document, float[] weights, float[] next) {
        Arrays.fill(next, 0);
        for (int i = counts.rowStarts()[document]; i < counts.rowStarts()[document + 1]; i++) {
            int word = counts.columnIndices()[i] * stride;
            float p = VectorKernels.dot(weights, 0, termTopic, word, stride);
            if (p > LEAST_PROBABILITY) {
                VectorKernels.axpy(counts.counts()[i] / p, termTopic, word, next, 0, stride);
            }
        }
        for (int k = 0; k < topics; k++) {
            next[k] = prior[k] + weights[k] * next[k];
        }
        normalize(next);
        float change = 0;
        for (int k = 0; k < topics; k++) {
            change += Math.abs(next[k] - weights[k]);
            weights[k] = next[k];
        }
        return change;
    }

    private void normalize(float[] weights) {
        VectorKernels.scale(1 / VectorKernels.sum(weights, 0, stride), weights, 0, stride);
    }
}
