package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

/** Topics of documents that the model was not trained on; many more than a batch holds. */
class NtmInferenceTest {
    private static final NtmOptions OPTIONS = NtmOptions.recommended(6);
    private static final CsrCounts MANY = many();
    private static Map<String, FloatMatrix> parameters;

    @BeforeAll
    static void train() {
        try (Threads threads = new Threads(2)) {
            parameters = new NtmTrainer(OPTIONS, 7, threads).train(CountsFixture.corpus(), TrainingListener.NONE).parameters();
        }
    }

    private static CsrCounts many() {
        RandomStream random = RandomStream.of(4, "documents");
        int[][] dense = new int[1_500][80];
        for (int[] row : dense) {
            for (int token = 0; token < 15; token++) {
                row[random.nextInt(80)]++;
            }
        }
        return CountsFixture.fromDense(dense);
    }

    private static FloatMatrix topics(CsrCounts counts, int count, ProgressListener listener) {
        try (Threads threads = new Threads(count)) {
            return new NtmInference(OPTIONS, parameters, threads).documentTopic(counts, listener);
        }
    }

    @Test
    void sameBitsOnAnyNumberOfThreadsAndInAnyCompany() {
        FloatMatrix together = topics(MANY, 2, ProgressListener.NONE);
        assertThat(topics(MANY, 1, ProgressListener.NONE).values()).isEqualTo(together.values());
        assertThat(topics(MANY.selectRows(new int[] {1_400}), 1, ProgressListener.NONE).values())
                .containsExactly(together.row(1_400));
    }

    @Test
    void isCancelledBetweenBatches() {
        long[] last = new long[1];
        assertThatThrownBy(() -> topics(MANY, 2, (done, total) -> {
            last[0] = done;
            if (done > 0) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(last[0]).isLessThan(MANY.rows() / 2);
    }

    @Test
    void refusesOtherTermsAndAMissingArray() {
        assertThatThrownBy(() -> topics(CountsFixture.fromDense(new int[][] {{1, 2}}), 1, ProgressListener.NONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 terms where the model has 80");
        try (Threads threads = new Threads(1)) {
            assertThatThrownBy(() -> new NtmInference(OPTIONS, Map.of(), threads))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("projection_bias");
        }
    }

    /** Several batches of documents, each with noise of its own. */
    @Test
    void theLossIsThatOfAPlainForwardPass() {
        NtmOptions service = NtmOptions.sagemaker(6);
        try (Threads threads = new Threads(2)) {
            Map<String, FloatMatrix> trained = new NtmTrainer(service, 7, threads).train(CountsFixture.corpus(), TrainingListener.NONE)
                    .parameters();
            NtmInference inference = new NtmInference(service, trained, threads);
            long[] heard = new long[2];
            double loss = inference.totalLoss(MANY, (done, total) -> {
                heard[0] = done;
                heard[1] = total;
            });
            assertThat(loss).isCloseTo(new ReferenceNetwork(service, trained, 1).loss(MANY, RandomStream.of(0, "ntm loss"))
                    / MANY.rows(), within(1e-5));
            assertThat(heard).containsExactly(MANY.rows(), MANY.rows());
            assertThat(inference.totalLoss(MANY.selectRows(new int[0]), ProgressListener.NONE)).isNaN();
            assertThatThrownBy(() -> inference.totalLoss(CountsFixture.fromDense(new int[][] {{1, 2}}), ProgressListener.NONE))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 terms where the model has 80");
        }
    }

    @Test
    void aTrainedModelsTopicsAreThoseOfItsParametersAlone() {
        try (Threads threads = new Threads(1)) {
            TrainedModel trained = new NtmTrainer(OPTIONS, 7, threads).train(CountsFixture.corpus(), TrainingListener.NONE);
            NtmInference inference = new NtmInference(OPTIONS, trained.parameters(), threads);
            assertThat(inference.topicTerm().values()).isEqualTo(trained.model().topicTerm().values());
            assertThat(inference.documentTopic(CountsFixture.counts(), ProgressListener.NONE).values())
                    .isEqualTo(trained.model().documentTopic().values());
        }
    }
}
