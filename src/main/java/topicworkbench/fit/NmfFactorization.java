package topicworkbench.fit;

import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.GramMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.RandomizedSvd;
import topicworkbench.math.Threads;

/**
 * Topics by non-negative matrix factorisation: documents ≈ weights x topics in the least-squares sense, fitted by
 * coordinate descent from non-negative double SVD. Fast and stable, which makes it a start for the neural topic model.
 *
 * @see <a href="https://doi.org/10.1587/transfun.E92.A.708">Cichocki and Phan 2009 (coordinate descent)</a>
 * @see <a href="https://doi.org/10.1016/j.patcog.2007.09.010">Boutsidis and Gallopoulos 2008 (NNDSVD)</a>
 */
public final class NmfFactorization {
    private static final int MAX_ITERATIONS = 200;
    /** Share of the first iteration's projected gradient at which the descent has converged. */
    private static final double TOLERANCE = 1e-3;
    private static final int ROWS_PER_BLOCK = 256;

    private final CsrMatrix documents;
    private final CsrMatrix terms;
    private final Threads threads;
    /** documents x topics. */
    private final FloatMatrix weights;
    /** terms x topics. */
    private final FloatMatrix topics;

    private NmfFactorization(CsrMatrix documents, int topicCount, RandomStream random, Threads threads,
            ProgressListener listener) {
        this.documents = documents;
        this.terms = documents.transposed();
        this.threads = threads;
        this.weights = FloatMatrix.zeros(documents.rows(), topicCount);
        this.topics = FloatMatrix.zeros(documents.columns(), topicCount);
        int rank = Math.min(topicCount, Math.min(documents.rows(), documents.columns()));
        startFrom(RandomizedSvd.of(documents, rank, random, threads, listener), random);
    }

    /**
     * Factorises the weighted counts of the corpus's training documents. Same corpus and seed give the same bits on any
     * number of threads.
     *
     * @param topicCount number of topics, at least 1
     * @param listener   hears each iteration, may cancel
     * @return topics x terms, each row non-negative with sum 1
     */
    public static FloatMatrix topicTerm(Corpus corpus, int topicCount, long seed, Threads threads,
            ProgressListener listener) {
        CsrMatrix documents = TermWeights.of(corpus.counts().selectRows(corpus.documentsOf(Split.TRAIN)));
        return topicTerm(documents, topicCount, seed, threads, listener);
    }

    /** Factorises any non-negative matrix, documents x terms. */
    static FloatMatrix topicTerm(CsrMatrix documents, int topicCount, long seed, Threads threads,
            ProgressListener listener) {
        NmfFactorization factorization = new NmfFactorization(documents, topicCount,
                RandomStream.of(seed, "non-negative factorisation"), threads, listener);
        factorization.descend(listener);
        return factorization.distributions();
    }

    private void descend(ProgressListener listener) {
        double firstViolation = 0;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            listener.progress(i, MAX_ITERATIONS);
            double violation = improve(weights, documents, topics) + improve(topics, terms, weights);
            firstViolation = i == 0 ? violation : firstViolation;
            if (violation <= TOLERANCE * firstViolation) {
                return;
            }
        }
    }

    /**
     * One pass of coordinate descent over {@code factor} with {@code other} fixed, for {@code target} ≈ factor x otherᵀ.
     *
     * @return sum of the projected gradient's sizes before each step
     */
    private double improve(FloatMatrix factor, CsrMatrix target, FloatMatrix other) {
        int topicCount = factor.columns();
        FloatMatrix gram = single(GramMatrix.of(other, threads));
        double[] violations = new double[Math.ceilDiv(factor.rows(), ROWS_PER_BLOCK)];
        threads.run(violations.length, (block, worker) -> {
            float[] projection = new float[topicCount];
            int end = Math.min(factor.rows(), (block + 1) * ROWS_PER_BLOCK);
            for (int row = block * ROWS_PER_BLOCK; row < end; row++) {
                java.util.Arrays.fill(projection, 0);
                target.addRowTimes(row, other, projection, 0);
                violations[block] += improveRow(factor.values(), factor.offset(row), gram, projection);
            }
        });
        return java.util.Arrays.stream(violations).sum();
    }

    private static double improveRow(float[] factor, int at, FloatMatrix gram, float[] projection) {
        double violation = 0;
        for (int t = 0; t < projection.length; t++) {
            float curvature = gram.get(t, t);
            float gradient = -projection[t];
            int row = gram.offset(t);
            for (int s = 0; s < projection.length; s++) {
                gradient += gram.values()[row + s] * factor[at + s];
            }
            float weight = factor[at + t];
            violation += Math.abs(weight == 0 ? Math.min(0, gradient) : gradient);
            if (curvature > 0) {
                factor[at + t] = Math.max(0, weight - gradient / curvature);
            }
        }
        return violation;
    }

    /** Non-negative double SVD; topics beyond the matrix's rank start from small random numbers. */
    private void startFrom(RandomizedSvd svd, RandomStream random) {
        for (int k = 0; k < topics.columns(); k++) {
            if (k >= svd.singular().length || svd.singular()[k] == 0) {
                fillColumn(topics, k, random);
                fillColumn(weights, k, random);
                continue;
            }
            double positive = partNorm(svd.left(), k, 1) * partNorm(svd.right(), k, 1);
            double negative = partNorm(svd.left(), k, -1) * partNorm(svd.right(), k, -1);
            int sign = positive >= negative ? 1 : -1;
            double scale = Math.sqrt(svd.singular()[k] * Math.max(positive, negative));
            copyPart(svd.left(), weights, k, sign, scale / partNorm(svd.left(), k, sign));
            copyPart(svd.right(), topics, k, sign, scale / partNorm(svd.right(), k, sign));
        }
    }

    private static void fillColumn(FloatMatrix matrix, int column, RandomStream random) {
        for (int r = 0; r < matrix.rows(); r++) {
            matrix.set(r, column, 0.01f * random.nextFloat());
        }
    }

    /** Euclidean norm of a column's entries of one sign. */
    private static double partNorm(FloatMatrix matrix, int column, int sign) {
        double squares = 0;
        for (int r = 0; r < matrix.rows(); r++) {
            double value = Math.max(0, sign * matrix.get(r, column));
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static void copyPart(FloatMatrix from, FloatMatrix to, int column, int sign, double scale) {
        for (int r = 0; r < from.rows(); r++) {
            to.set(r, column, (float) (scale * Math.max(0, sign * from.get(r, column))));
        }
    }

    private static FloatMatrix single(double[][] square) {
        FloatMatrix result = FloatMatrix.zeros(square.length, square.length);
        for (int i = 0; i < square.length; i++) {
            for (int j = 0; j < square.length; j++) {
                result.set(i, j, (float) square[i][j]);
            }
        }
        return result;
    }

    /** Topics as rows with sum 1; a topic that the descent emptied becomes uniform. */
    private FloatMatrix distributions() {
        FloatMatrix result = topics.transposed();
        for (int k = 0; k < result.rows(); k++) {
            double sum = 0;
            for (int w = 0; w < result.columns(); w++) {
                sum += result.get(k, w);
            }
            for (int w = 0; w < result.columns(); w++) {
                result.set(k, w, sum > 0 ? (float) (result.get(k, w) / sum) : 1f / result.columns());
            }
        }
        return result;
    }
}
