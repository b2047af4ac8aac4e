package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

class NmfFactorizationTest {
    /** sklearn 1.2.1: NMF(6, init="nndsvd", tol=1e-6).fit(np.log1p(counts) * TfidfTransformer().fit(counts).idf_).reconstruction_err_ */
    private static final double SKLEARN_ERROR = 57.31304;

    @Test
    void reconstructsAsWellAsScikitLearn() {
        try (Threads threads = new Threads(1)) {
            FloatMatrix topics = NmfFactorization.topicTerm(CountsFixture.counts(), 6, 1, threads, ProgressListener.NONE);
            double error = reconstructionError(heldWeights(CountsFixture.counts()), topics);
            assertThat(error).isCloseTo(SKLEARN_ERROR, within(2e-2));
        }
    }

    @Test
    void rowsAreDistributions() {
        try (Threads threads = new Threads(1)) {
            FloatMatrix topics = NmfFactorization.topicTerm(CountsFixture.counts(), 6, 1, threads, ProgressListener.NONE);
            for (int k = 0; k < 6; k++) {
                float[] row = topics.row(k);
                double sum = 0;
                for (float value : row) {
                    assertThat(value).isNotNegative();
                    sum += value;
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void sameBitsWithOneAndTwoThreads() {
        try (Threads one = new Threads(1); Threads two = new Threads(2)) {
            FloatMatrix first = NmfFactorization.topicTerm(CountsFixture.counts(), 6, 5, one, ProgressListener.NONE);
            FloatMatrix second = NmfFactorization.topicTerm(CountsFixture.counts(), 6, 5, two, ProgressListener.NONE);
            assertThat(second.values()).isEqualTo(first.values());
        }
    }

    @Test
    void moreTopicsThanTheCorpusHoldsStillGivesDistributions() {
        int[][] dense = {{2, 0, 1}, {0, 3, 0}, {2, 0, 1}};
        try (Threads threads = new Threads(1)) {
            FloatMatrix topics = NmfFactorization.topicTerm(CountsFixture.fromDense(dense), 5, 1,
                    threads, ProgressListener.NONE);
            for (int k = 0; k < 5; k++) {
                double sum = 0;
                for (float value : topics.row(k)) {
                    sum += value;
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void canBeCancelled() {
        try (Threads threads = new Threads(1)) {
            assertThatThrownBy(() -> NmfFactorization.topicTerm(CountsFixture.counts(), 6, 1, threads,
                    (done, total) -> {
                        throw new CancellationException();
                    })).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void weightsEqualNumPys() {
        float[] first = Arrays.copyOf(heldWeights(CountsFixture.counts()).values(), 5);
        assertThat(first).containsExactly(new float[] {1.8332061f, 1.4779484f, 2.2692356f, 2.1880807f, 1.3635239f},
                within(1e-6f));
    }

    @Test
    void aLongDocumentIsHeldToTwiceTheUsualLength() {
        int[][] dense = new int[10][100];
        for (int d = 0; d < 9; d++) {
            dense[d][d] = 1;
        }
        Arrays.fill(dense[9], 5);
        CsrMatrix weights = heldWeights(CountsFixture.fromDense(dense));
        double[] squares = new double[10];
        for (int d = 0; d < 10; d++) {
            for (int i = weights.rowStarts()[d]; i < weights.rowStarts()[d + 1]; i++) {
                squares[d] += weights.values()[i] * weights.values()[i];
            }
        }
        // before, the lengths' mean square is that of the short rows and of the long one, all terms of which are rare
        double shortRow = Math.log(2) * (Math.log(11 / 3.0) + 1);
        double longRow = Math.pow(Math.log(6), 2) * (9 * Math.pow(Math.log(11 / 3.0) + 1, 2) + 91 * Math.pow(Math.log(11 / 2.0) + 1, 2));
        double meanSquare = (9 * shortRow * shortRow + longRow) / 10;
        assertThat(Math.sqrt(squares[0])).isCloseTo(shortRow, within(1e-5));
        assertThat(Math.sqrt(squares[9])).isCloseTo(2 * Math.sqrt(meanSquare), within(1e-3));
    }

    private static CsrMatrix heldWeights(CsrCounts counts) {
        return TermWeights.learn(counts, NmfOptions.DocumentScaling.HELD).of(counts);
    }

    /** Frobenius norm of documents - weights x topics with the best non-negative weights for these topics. */
    private static double reconstructionError(CsrMatrix documents, FloatMatrix topics) {
        int k = topics.rows();
        double squares = 0;
        for (int d = 0; d < documents.rows(); d++) {
            double[] residual = new double[documents.columns()];
            for (int i = documents.rowStarts()[d]; i < documents.rowStarts()[d + 1]; i++) {
                residual[documents.columnIndices()[i]] = documents.values()[i];
            }
            double[] weights = new double[k];
            for (int pass = 0; pass < 500; pass++) {
                for (int t = 0; t < k; t++) {
                    double along = 0;
                    double length = 0;
                    for (int w = 0; w < residual.length; w++) {
                        along += residual[w] * topics.get(t, w);
                        length += (double) topics.get(t, w) * topics.get(t, w);
                    }
                    double updated = Math.max(0, weights[t] + along / length);
                    for (int w = 0; w < residual.length; w++) {
                        residual[w] -= (updated - weights[t]) * topics.get(t, w);
                    }
                    weights[t] = updated;
                }
            }
            squares += Arrays.stream(residual).map(r -> r * r).sum();
        }
        return Math.sqrt(squares);
    }
}
