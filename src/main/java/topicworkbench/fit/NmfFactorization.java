package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.GramMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.RandomizedSvd;
import topicworkbench.math.Threads;

/**
 * Topics by non-negative matrix factorisation: documents ≈ weights x topics in the least-squares sense, fitted by
 * coordinate descent from non-negative double SVD. Fast and stable, which makes it a start for the neural topic model
 * too. Same matrix and seed give the same bits on any number of threads.
 *
 * @see <a href="https://doi.org/10.1587/transfun.E92.A.708">Cichocki and Phan 2009 (coordinate descent)</a>
 * @see <a href="https://doi.org/10.1016/j.patcog.2007.09.010">Boutsidis and Gallopoulos 2008 (NNDSVD)</a>
 */
final class NmfFactorization {
    private static final int ROWS_PER_BLOCK = 256;

    private final CsrMatrix documents;
    private final CsrMatrix terms;
    private final Threads threads;
    /** documents x topics. */
    private final FloatMatrix weights;
    /** terms x topics. */
    private final FloatMatrix topics;
    private double firstViolation = Double.NaN;
    private double violation;
    /** Inner product of documents and weights x topics. */
    private double common;

    /**
     * What one factor's pass saw.
     *
     * @param violation sum of the projected gradient's sizes before each step
     * @param common    inner product of the target and what the factors make after the pass
     */
    private record Pass(double violation, double common) {
        static final Pass NONE = new Pass(0, 0);

        Pass plus(Pass other) {
            return new Pass(violation + other.violation, common + other.common);
        }
    }

    /**
     * @param documents  documents x terms, non-negative
     * @param topicCount number of topics, at least 1
     * @param listener   hears the decomposition from which the topics start, may cancel
     */
    NmfFactorization(CsrMatrix documents, int topicCount, long seed, Threads threads, ProgressListener listener) {
        RandomStream random = RandomStream.of(seed, "non-negative factorisation");
        this.documents = documents;
        this.terms = documents.transposed();
        this.threads = threads;
        this.weights = FloatMatrix.zeros(documents.rows(), topicCount);
        this.topics = FloatMatrix.zeros(documents.columns(), topicCount);
        int rank = Math.min(topicCount, Math.min(documents.rows(), documents.columns()));
        startFrom(RandomizedSvd.of(documents, rank, RandomizedSvd.Precision.FINE, random, threads, listener), random);
    }

    /**
     * The topics of some documents by the options recommended.
     *
     * @param counts     documents x terms
     * @param topicCount number of topics, at least 2
     * @param listener   hears each iteration, may cancel
     * @return topics x terms, each row non-negative with sum 1
     */
    static FloatMatrix topicTerm(CsrCounts counts, int topicCount, long seed, Threads threads, ProgressListener listener) {
        NmfOptions options = NmfOptions.recommended(topicCount);
        NmfFactorization factorization = new NmfFactorization(
                TermWeights.learn(counts, options.documentScaling()).of(counts), topicCount, seed, threads, listener);
        for (int i = 0; i < options.iterations() && !factorization.hasConverged(options.tolerance()); i++) {
            listener.progress(i, options.iterations());
            factorization.improve();
        }
        return factorization.topicTerm();
    }

    /** One pass of coordinate descent over the documents' weights, then one over the topics. */
    void improve() {
        Pass ofWeights = improve(weights, documents, topics);
        Pass ofTopics = improve(topics, terms, weights);
        violation = ofWeights.violation + ofTopics.violation;
        common = ofTopics.common;
        firstViolation = Double.isNaN(firstViolation) ? violation : firstViolation;
    }

    /** @param tolerance share of the first pass's projected gradient */
    boolean hasConverged(double tolerance) {
        return violation <= tolerance * firstViolation;
    }

    /** |documents - weights x topics|² as a share of |documents|² after the last pass, 0 to 1. */
    double unexplained() {
        double[][] weightGram = GramMatrix.of(weights, threads);
        double[][] topicGram = GramMatrix.of(topics, threads);
        double fitted = 0;
        for (int i = 0; i < weightGram.length; i++) {
            for (int j = 0; j < weightGram.length; j++) {
                fitted += weightGram[i][j] * topicGram[i][j];
            }
        }
        double squares = 0;
        for (float value : documents.values()) {
            squares += (double) value * value;
        }
        return squares == 0 ? 0 : Math.max(0, (squares - 2 * common + fitted) / squares);
    }

    /**
     * One pass of coordinate descent over {@code factor} with {@code other} fixed, for {@code target} ≈ factor x otherᵀ.
     */
    private Pass improve(FloatMatrix factor, CsrMatrix target, FloatMatrix other) {
        int topicCount = factor.columns();
        FloatMatrix gram = single(GramMatrix.of(other, threads));
        Pass[] passes = new Pass[Math.ceilDiv(factor.rows(), ROWS_PER_BLOCK)];
        threads.run(passes.length, (block, worker) -> {
            float[] projection = new float[topicCount];
            int end = Math.min(factor.rows(), (block + 1) * ROWS_PER_BLOCK);
            Pass pass = Pass.NONE;
            for (int row = block * ROWS_PER_BLOCK; row < end; row++) {
                Arrays.fill(projection, 0);
                target.addRowTimes(row, other, projection, 0);
                double rowViolation = improveRow(factor.values(), factor.offset(row), gram, projection);
                double rowCommon = 0;
                for (int k = 0; k < topicCount; k++) {
                    rowCommon += (double) projection[k] * factor.get(row, k);
                }
                pass = pass.plus(new Pass(rowViolation, rowCommon));
            }
            passes[block] = pass;
        });
        return Arrays.stream(passes).reduce(Pass.NONE, Pass::plus);
    }

    /**
     * Improves one row of a factor, topic by topic, the others as they stand.
     *
     * @param gram       otherᵀ x other
     * @param projection the target's row x other
     * @return sum of the projected gradient's sizes before each step
     */
    static double improveRow(float[] factor, int at, FloatMatrix gram, float[] projection) {
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

    static FloatMatrix single(double[][] square) {
        FloatMatrix result = FloatMatrix.zeros(square.length, square.length);
        for (int i = 0; i < square.length; i++) {
            for (int j = 0; j < square.length; j++) {
                result.set(i, j, (float) square[i][j]);
            }
        }
        return result;
    }

    /** topics x terms, rows with sum 1; a topic that the descent emptied becomes uniform. */
    FloatMatrix topicTerm() {
        FloatMatrix result = topics.transposed();
        for (int k = 0; k < result.rows(); k++) {
            TopicDistributions.normalizeRow(result, k);
        }
        return result;
    }
}
