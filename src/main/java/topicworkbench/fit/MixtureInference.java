package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;

/**
 * Finds the topics of documents where each topic is a distribution over words and a document mixes them, as in latent
 * Dirichlet allocation. The topics are held fixed, and of every word it is found what share of it each topic has, given
 * the shares of the document's other words: collapsed variational Bayes of order zero, which predicts held-out words at
 * least as well as averages over Gibbs samples do, and needs no random numbers.
 *
 * @see <a href="https://arxiv.org/abs/1205.2662">Asuncion, Welling, Smyth and Teh 2009</a>
 */
public final class MixtureInference implements TopicInference {
    private static final int BATCH = 4096;
    private static final int DOCUMENTS_PER_BLOCK = 64;
    private static final int MAX_PASSES = 50;
    /** A document's topics are found when a pass moves less than this share of its tokens (in the Euclidean sense). */
    private static final float TOLERANCE = 0.005f;
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
        Document[] documents = new Document[threads.count()];
        Arrays.setAll(documents, worker -> new Document(counts));
        for (int batch = 0; batch < counts.rows(); batch += BATCH) {
            listener.progress(batch, counts.rows());
            int first = batch;
            int end = Math.min(counts.rows(), batch + BATCH);
            threads.run(Math.ceilDiv(end - first, DOCUMENTS_PER_BLOCK), (block, worker) -> {
                int from = first + block * DOCUMENTS_PER_BLOCK;
                for (int d = from; d < Math.min(end, from + DOCUMENTS_PER_BLOCK); d++) {
                    consumer.accept(d, documents[worker].infer(d));
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

    /** Scratch space for one document at a time. */
    private final class Document {
        private final CsrCounts counts;
        /** The prior, and the tokens that each topic has. */
        private final float[] weights = new float[stride];
        private final float[] before = new float[stride];
        private final float[] product = new float[stride];
        /** distinct terms x topics: each topic's share of a token of the term. */
        private float[] shares = {};

        Document(CsrCounts counts) {
            this.counts = counts;
        }

        float[] infer(int document) {
            int begin = counts.rowStarts()[document];
            int end = counts.rowStarts()[document + 1];
            int size = Math.multiplyExact(end - begin, stride);
            if (shares.length < size) {
                shares = new float[size];
            } else {
                Arrays.fill(shares, 0, size, 0);
            }
            System.arraycopy(prior, 0, weights, 0, stride);
            pass(begin, end, prior);
            float enough = TOLERANCE * counts.rowTotal(document);
            for (int i = 1; i < MAX_PASSES && VectorKernels.squaredDistance(before, 0, weights, 0, stride) > enough * enough; i++) {
                pass(begin, end, weights);
            }
            VectorKernels.scale(1 / VectorKernels.sum(weights, 0, stride), weights, 0, stride);
            return weights;
        }

        /** Shares out each word by what {@code known} says of the others; the first pass knows the prior only. */
        private void pass(int begin, int end, float[] known) {
            System.arraycopy(weights, 0, before, 0, stride);
            for (int i = begin; i < end; i++) {
                int share = (i - begin) * stride;
                float p = VectorKernels.multiplyDifference(known, 0, shares, share, termTopic,
                        counts.columnIndices()[i] * stride, product, 0, stride);
                VectorKernels.exchange(counts.counts()[i], p > LEAST_PROBABILITY ? 1 / p : 0, product, 0, shares, share,
                        weights, 0, stride);
            }
        }
    }
}
