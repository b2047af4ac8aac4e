package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

class MixtureInferenceTest {
    private static final CsrCounts COUNTS = CountsFixture.counts();

    /** Random topics, 20 of them, so that rows do not fill whole vectors. */
    private static FloatMatrix topicTerm() {
        FloatMatrix topics = FloatMatrix.zeros(20, 80);
        RandomStream random = RandomStream.of(3, "topics");
        for (int k = 0; k < 20; k++) {
            for (int w = 0; w < 80; w++) {
                topics.set(k, w, (float) Math.pow(random.nextDouble(), 8) + 1e-4f);
            }
            TopicDistributions.normalizeRow(topics, k);
        }
        return topics;
    }

    private static FloatMatrix prior(int topics) {
        FloatMatrix prior = FloatMatrix.zeros(1, topics);
        for (int k = 0; k < topics; k++) {
            prior.set(0, k, 0.05f + 0.02f * k);
        }
        return prior;
    }

    private static FloatMatrix infer(FloatMatrix topicTerm, FloatMatrix prior, CsrCounts counts, int threadCount) {
        try (Threads threads = new Threads(threadCount)) {
            return new MixtureInference(topicTerm, prior, threads).documentTopic(counts, ProgressListener.NONE);
        }
    }

    private static int[] tokens(CsrCounts counts, int d) {
        return IntStream.range(counts.rowStarts()[d], counts.rowStarts()[d + 1])
                .flatMap(i -> IntStream.range(0, counts.counts()[i]).map(copy -> counts.columnIndices()[i])).toArray();
    }

    /** Every token by itself, in double precision, far beyond where the inference stops. */
    private static double[] plainly(CsrCounts counts, int d, FloatMatrix topicTerm, FloatMatrix prior) {
        int topics = topicTerm.rows();
        int[] words = tokens(counts, d);
        double[][] shares = new double[words.length][topics];
        double[] weights = new double[topics];
        Arrays.setAll(weights, k -> prior.get(0, k));
        for (int pass = 0; pass < 500; pass++) {
            for (int t = 0; t < words.length; t++) {
                double[] fresh = new double[topics];
                for (int k = 0; k < topics; k++) {
                    double others = pass == 0 ? prior.get(0, k) : weights[k] - shares[t][k];
                    fresh[k] = others * topicTerm.get(k, words[t]);
                }
                double sum = Arrays.stream(fresh).sum();
                for (int k = 0; k < topics; k++) {
                    weights[k] += fresh[k] / sum - shares[t][k];
                    shares[t][k] = fresh[k] / sum;
                }
            }
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    @Test
    void findsTheFixedPoint() {
        FloatMatrix topicTerm = topicTerm();
        FloatMatrix found = infer(topicTerm, prior(20), COUNTS, 1);
        double difference = 0;
        for (int d = 0; d < COUNTS.rows(); d++) {
            double[] exact = plainly(COUNTS, d, topicTerm, prior(20));
            double ofDocument = 0;
            double sum = 0;
            for (int k = 0; k < 20; k++) {
                ofDocument += Math.abs(found.get(d, k) - exact[k]);
                sum += found.get(d, k);
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
            difference += ofDocument / COUNTS.rows();
        }
        assertThat(difference).as("mean absolute difference, summed over topics").isLessThan(0.03);
    }

    /** Mean of the weights over samples of all tokens' topics: what the fixed point stands for. */
    private static double[] sampled(CsrCounts counts, int d, FloatMatrix topicTerm, FloatMatrix prior) {
        int topics = topicTerm.rows();
        int[] words = tokens(counts, d);
        int[] assigned = new int[words.length];
        double[] weights = new double[topics];
        Arrays.setAll(weights, k -> prior.get(0, k) + (k == 0 ? words.length : 0));
        double[] mean = new double[topics];
        RandomStream random = RandomStream.of(d, "samples");
        for (int sweep = 0; sweep < 3000; sweep++) {
            for (int t = 0; t < words.length; t++) {
                weights[assigned[t]]--;
                double[] cumulative = new double[topics];
                for (int k = 0; k < topics; k++) {
                    cumulative[k] = (k == 0 ? 0 : cumulative[k - 1]) + weights[k] * topicTerm.get(k, words[t]);
                }
                double wanted = random.nextDouble() * cumulative[topics - 1];
                assigned[t] = (int) Arrays.stream(cumulative).filter(c -> c <= wanted).count();
                weights[assigned[t]]++;
            }
            for (int k = 0; k < topics && sweep >= 100; k++) {
                mean[k] += weights[k];
            }
        }
        double sum = Arrays.stream(mean).sum();
        return Arrays.stream(mean).map(m -> m / sum).toArray();
    }

    @Test
    void agreesWithAveragesOfGibbsSamples() {
        FloatMatrix topicTerm = topicTerm();
        FloatMatrix found = infer(topicTerm, prior(20), COUNTS, 1);
        double difference = 0;
        for (int d = 0; d < 20; d++) {
            double[] sampled = sampled(COUNTS, d, topicTerm, prior(20));
            for (int k = 0; k < 20; k++) {
                difference += Math.abs(found.get(d, k) - sampled[k]) / 20;
            }
        }
        assertThat(difference).as("mean absolute difference, summed over topics").isLessThan(0.15);
    }

    @Test
    void sameBitsOnAnyNumberOfThreadsAndInAnyCompany() {
        // more than one batch
        CsrCounts many = COUNTS.selectRows(IntStream.range(0, 9000).map(d -> d % COUNTS.rows()).toArray());
        FloatMatrix one = infer(topicTerm(), prior(20), many, 1);
        assertThat(infer(topicTerm(), prior(20), many, 2).values()).isEqualTo(one.values());
        FloatMatrix alone = infer(topicTerm(), prior(20), COUNTS.selectRows(new int[] {119}), 1);
        assertThat(alone.values()).isEqualTo(one.row(8999));
    }

    @Test
    void aDocumentOfNothingKnownHasThePrior() {
        FloatMatrix topicTerm = FloatMatrix.zeros(2, 3);
        topicTerm.set(0, 0, 1);
        topicTerm.set(1, 1, 1);
        FloatMatrix prior = new FloatMatrix(1, 2, new float[] {1, 3});
        FloatMatrix found = infer(topicTerm, prior, CountsFixture.fromDense(new int[][] {{0, 0, 0}, {0, 0, 9}, {4, 0, 2}}), 1);
        assertThat(found.row(0)).containsExactly(0.25f, 0.75f);
        assertThat(found.row(1)).containsExactly(0.25f, 0.75f);
        assertThat(found.get(2, 0)).isCloseTo(5 / 8f, within(1e-6f));
    }

    @Test
    void canBeCancelledAndRefusesWhatDoesNotFit() {
        try (Threads threads = new Threads(2)) {
            MixtureInference inference = new MixtureInference(topicTerm(), prior(20), threads);
            assertThatThrownBy(() -> inference.documentTopic(COUNTS, (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
            CsrCounts narrow = CountsFixture.fromDense(new int[][] {{1, 2, 3}});
            assertThatThrownBy(() -> inference.documentTopic(narrow, ProgressListener.NONE))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 terms where the model has 80");
            assertThatThrownBy(() -> inference.logLikelihood(COUNTS, narrow, ProgressListener.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new MixtureInference(topicTerm(), prior(7), threads))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a prior of 7 for 20 topics");
        }
    }
}
