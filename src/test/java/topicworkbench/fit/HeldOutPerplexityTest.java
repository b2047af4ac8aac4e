package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.fit.HeldOutPerplexity.Halves;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

class HeldOutPerplexityTest {
    private static final Corpus CORPUS = withSplits(CountsFixture.corpus());

    /** Every fifth document for validation, every sixth of the others for testing. */
    private static Corpus withSplits(Corpus corpus) {
        Split[] splits = IntStream.range(0, corpus.documents()).mapToObj(d -> d % 5 == 0 ? Split.VALIDATION
                : d % 6 == 0 ? Split.TEST : Split.TRAIN).toArray(Split[]::new);
        return new Corpus(corpus.vocabulary(), corpus.counts(), corpus.reviews(), splits);
    }

    private static int[] all() {
        return IntStream.range(0, CORPUS.documents()).toArray();
    }

    @Test
    void everyTokenIsInOneOfTwoHalves() {
        Halves halves = Halves.of(CORPUS, all());
        for (int d = 0; d < CORPUS.documents(); d++) {
            long tokens = CORPUS.counts().rowTotal(d);
            assertThat(halves.observed().rowTotal(d)).isEqualTo((tokens + 1) / 2);
            int[] sum = dense(halves.observed(), d);
            int[] scored = dense(halves.scored(), d);
            Arrays.setAll(sum, w -> sum[w] + scored[w]);
            assertThat(sum).isEqualTo(dense(CORPUS.counts(), d));
        }
        assertThat(halves.scored().counts()).as("stored counts").doesNotContain(0);
    }

    @Test
    void theHalvesOfADocumentDoNotDependOnTheOthers() {
        Halves alone = Halves.of(CORPUS, new int[] {17});
        Halves together = Halves.of(CORPUS, all());
        assertThat(dense(alone.observed(), 0)).isEqualTo(dense(together.observed(), 17));
    }

    @Test
    void aModelThatKnowsNothingIsAsPerplexedAsThereAreTerms() {
        float[] uniform = new float[6 * 80];
        Arrays.fill(uniform, 1f / 80);
        assertThat(perplexity(new FloatMatrix(6, 80, uniform), CORPUS)).isCloseTo(80, within(1e-3));
    }

    @Test
    void aModelThatKnowsEachDocumentsTopicChoosesAmongItsTerms() {
        // topic k has the eight terms from 8 k on, each equally often; a document holds one topic's terms only
        FloatMatrix topicTerm = FloatMatrix.zeros(10, 80);
        int[][] dense = new int[30][80];
        for (int w = 0; w < 80; w++) {
            topicTerm.set(w / 8, w, 1f / 8);
            for (int d = w / 8; d < dense.length; d += 10) {
                dense[d][w] = 20;
            }
        }
        Corpus blocks = CountsFixture.corpus(CountsFixture.fromDense(dense));
        Arrays.fill(blocks.splits(), Split.TEST);
        // beside the topic's share of about 80 of 80 tokens, the prior gives .001 to each of the nine others
        assertThat(perplexity(topicTerm, blocks)).isCloseTo(8 * (80 + 10 * 0.001) / 80.001, within(1e-3));
    }

    private static double perplexity(FloatMatrix topicTerm, Corpus corpus) {
        float[] prior = new float[topicTerm.rows()];
        Arrays.fill(prior, 0.001f);
        try (Threads threads = new Threads(1)) {
            return HeldOutPerplexity.of(new MixtureInference(topicTerm, new FloatMatrix(1, prior.length, prior), threads),
                    corpus, ProgressListener.NONE);
        }
    }

    @ParameterizedTest
    @EnumSource(NtmOptions.Decoder.class)
    void theNeuralModelPredictsByItsOwnDecoder(NtmOptions.Decoder decoder) {
        NtmOptions options = decoder == NtmOptions.Decoder.LOGITS ? NtmOptions.sagemaker(6) : NtmOptions.recommended(6);
        try (Threads threads = new Threads(1)) {
            TrainedModel trained = new NtmTrainer(options, 7, threads).train(CORPUS, TrainingListener.NONE);
            TopicInference inference = TopicInference.of(options, trained.model().topicTerm(), trained.parameters(), threads);
            Halves halves = Halves.of(CORPUS, CORPUS.heldOut());
            double[] predicted = inference.logLikelihood(halves.observed(), halves.scored(), ProgressListener.NONE);
            ReferenceNetwork reference = new ReferenceNetwork(options, trained.parameters(), 0);
            for (int d = 0; d < predicted.length; d++) {
                assertThat(predicted[d]).as("document %d", d)
                        .isCloseTo(reference.logLikelihood(halves.observed(), halves.scored(), d), within(2e-3));
            }
        }
    }

    @Test
    void testDocumentsComeBeforeThoseOfTheValidation() {
        assertThat(CORPUS.heldOut()).isEqualTo(CORPUS.documentsOf(Split.TEST)).isNotEmpty();
        Split[] splits = CORPUS.splits().clone();
        Arrays.setAll(splits, d -> splits[d] == Split.TEST ? Split.TRAIN : splits[d]);
        Corpus untested = new Corpus(CORPUS.vocabulary(), CORPUS.counts(), CORPUS.reviews(), splits);
        assertThat(untested.heldOut()).isEqualTo(CORPUS.documentsOf(Split.VALIDATION));
    }

    @Test
    void withoutHeldOutDocumentsThereIsNone() {
        float[] uniform = new float[80];
        Arrays.fill(uniform, 1f / 80);
        assertThat(perplexity(new FloatMatrix(1, 80, uniform), CountsFixture.corpus())).isNaN();
    }

    @Test
    void canBeCancelled() {
        try (Threads threads = new Threads(2)) {
            TopicInference inference = new MixtureInference(FloatMatrix.zeros(1, 80), new FloatMatrix(1, 1, new float[] {1}), threads);
            assertThatThrownBy(() -> HeldOutPerplexity.of(inference, CORPUS, (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
    }

    private static int[] dense(CsrCounts counts, int row) {
        int[] result = new int[counts.columns()];
        for (int i = counts.rowStarts()[row]; i < counts.rowStarts()[row + 1]; i++) {
            result[counts.columnIndices()[i]] = counts.counts()[i];
        }
        return result;
    }
}
