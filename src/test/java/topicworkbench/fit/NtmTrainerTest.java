package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

class NtmTrainerTest {
    private static final Corpus CORPUS = withValidation(CountsFixture.corpus());

    private static Corpus withValidation(Corpus corpus) {
        Split[] splits = corpus.splits().clone();
        for (int d = 0; d < splits.length; d += 6) {
            splits[d] = Split.VALIDATION;
        }
        return new Corpus(corpus.vocabulary(), corpus.counts(), corpus.reviews(), splits);
    }

    private static Stream<NtmOptions> presets() {
        return Stream.of(NtmOptions.sagemaker(6), NtmOptions.recommended(6));
    }

    private static TrainedModel train(NtmOptions options, int threadCount, TrainingListener listener) {
        try (Threads threads = new Threads(threadCount)) {
            return new NtmTrainer(options, 7, threads).train(CORPUS, listener);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void bothPresetsGiveDistributionsForEveryTopicAndDocument(NtmOptions options) {
        TrainedModel trained = train(options, 2, TrainingListener.NONE);
        assertThat(trained.model().topicTerm().rows()).isEqualTo(6);
        assertThat(trained.model().documentTopic().rows()).isEqualTo(120);
        requireDistributions(trained.model().topicTerm());
        requireDistributions(trained.model().documentTopic());
    }

    private static void requireDistributions(FloatMatrix matrix) {
        for (int r = 0; r < matrix.rows(); r++) {
            double sum = 0;
            for (float p : matrix.row(r)) {
                assertThat(p).isBetween(0f, 1f);
                sum += p;
            }
            assertThat(sum).isBetween(0.9999, 1.0001);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void oneAndTwoThreadsGiveTheSameBits(NtmOptions options) {
        TrainedModel one = train(options, 1, TrainingListener.NONE);
        TrainedModel two = train(options, 2, TrainingListener.NONE);
        assertThat(one.parameters().keySet()).isEqualTo(two.parameters().keySet());
        one.parameters().forEach((name, values) ->
                assertThat(values.values()).as(name).isEqualTo(two.parameters().get(name).values()));
        assertThat(one.model().documentTopic().values()).isEqualTo(two.model().documentTopic().values());
        assertThat(one.best().validationTotal()).isEqualTo(two.best().validationTotal());
    }

    @Test
    void keepsTheWeightsOfTheBestEpoch() {
        List<EpochMetrics> epochs = new ArrayList<>();
        List<float[]> topics = new ArrayList<>();
        TrainedModel trained = train(NtmOptions.sagemaker(6), 1, new EpochRecorder(epochs, topics));
        EpochMetrics best = epochs.stream().min((a, b) -> Double.compare(a.validationTotal(), b.validationTotal()))
                .orElseThrow();
        assertThat(trained.best()).isEqualTo(best);
        assertThat(trained.epochsRun()).isEqualTo(epochs.size());
        assertThat(trained.model().topicTerm().values()).isEqualTo(topics.get(best.epoch() - 1));
    }

    @Test
    void aSmallDecoderRateKeepsTopicsNearTheirStart() {
        assertThat(movement(0.1)).isLessThan(0.3 * movement(1));
    }

    @Test
    void anEpochOfALargeCorpusDrawsNoMoreThanItMay() {
        assertThat(drawn(withEpochDocuments(NtmOptions.recommended(6), 30))).isEqualTo(30);
        assertThat(drawn(withEpochDocuments(NtmOptions.recommended(6), 1000))).isEqualTo(100);
    }

    /** How many documents an epoch draws, as the listener is told. */
    private static long drawn(NtmOptions options) {
        AtomicLong total = new AtomicLong();
        train(options, 1, new TrainingListener() {
            @Override
            public void progress(long done, long all) {
                total.set(all);
            }

            @Override
            public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                return true;
            }
        });
        return total.get() / options.epochs();
    }

    private static NtmOptions withEpochDocuments(NtmOptions o, double epochDocuments) {
        return new NtmOptions(6, o.encoderLayers(), o.activation(), o.optimizer(), o.learningRate(), 20, o.epochs(),
                o.patienceEpochs(), o.tolerance(), o.batchNorm(), o.clipGradient(), o.rescaleGradient(), o.weightDecay(),
                o.subSample(), o.latent(), o.decoder(), o.initialization(), o.klWarmupEpochs(), o.background(), o.logInput(),
                o.decoderRate(), o.inputDropout(), epochDocuments, o.priorDeviation());
    }

    /** How far the topics go from the first epoch to the last, summed over all probabilities. */
    private static double movement(double decoderRate) {
        NtmOptions o = NtmOptions.recommended(6);
        NtmOptions options = new NtmOptions(6, o.encoderLayers(), o.activation(), o.optimizer(), o.learningRate(), 20,
                o.epochs(), o.patienceEpochs(), o.tolerance(), o.batchNorm(), o.clipGradient(), o.rescaleGradient(),
                o.weightDecay(), o.subSample(), o.latent(), o.decoder(), o.initialization(), o.klWarmupEpochs(),
                o.background(), o.logInput(), decoderRate, o.inputDropout(), o.epochDocuments(),
                o.priorDeviation());
        List<float[]> topics = new ArrayList<>();
        train(options, 1, new EpochRecorder(new ArrayList<>(), topics));
        double distance = 0;
        for (int i = 0; i < topics.getFirst().length; i++) {
            distance += Math.abs(topics.getLast()[i] - topics.getFirst()[i]);
        }
        return distance;
    }

    private record EpochRecorder(List<EpochMetrics> epochs, List<float[]> topics) implements TrainingListener {
        @Override
        public void progress(long done, long total) {
            assertThat(done).isBetween(0L, total);
        }

        @Override
        public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
            epochs.add(metrics);
            topics.add(topicTerm.get().values());
            return true;
        }
    }

    @Test
    void cancelsWithinABatch() {
        TrainingListener cancelling = new TrainingListener() {
            private int calls;

            @Override
            public void progress(long done, long total) {
                if (++calls == 5) {
                    throw new CancellationException();
                }
            }

            @Override
            public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                return true;
            }
        };
        assertThatThrownBy(() -> train(NtmOptions.sagemaker(6), 2, cancelling))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void divergenceSaysWhatToChange() {
        NtmOptions absurd = new NtmOptions(6, List.of(), NtmOptions.Activation.RELU, NtmOptions.Optimizer.SGD, 1, 20,
                200, 200, 0.001, false, Double.POSITIVE_INFINITY, 1, 0, 1, NtmOptions.Latent.RELU,
                NtmOptions.Decoder.LOGITS, NtmOptions.Initialization.RANDOM, 0, false, false, 1, 0,
                Double.POSITIVE_INFINITY, 1);
        assertThatThrownBy(() -> train(absurd, 1, TrainingListener.NONE)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("diverged")
                .extracting(e -> ((ExplainedException) e).remedy()).asString().contains("learning_rate");
    }

    @Test
    void tooFewDocumentsAreRefused() {
        Split[] splits = new Split[CORPUS.documents()];
        Arrays.fill(splits, Split.TEST);
        Arrays.fill(splits, 0, 3, Split.TRAIN);
        Corpus three = new Corpus(CORPUS.vocabulary(), CORPUS.counts(), CORPUS.reviews(), splits);
        try (Threads threads = new Threads(1)) {
            assertThatThrownBy(() -> new NtmTrainer(NtmOptions.sagemaker(20), 1, threads)
                    .train(three, TrainingListener.NONE)).isInstanceOf(ExplainedException.class)
                    .hasMessageContaining("3 documents");
        }
    }

    @Test
    void aModelBeyondTheMemoryIsRefusedBeforeItIsMade() {
        List<String> terms = IntStream.range(0, 1_000_000).mapToObj(Integer::toString).toList();
        int documents = 1000;
        int[] columns = IntStream.range(0, documents).toArray();
        int[] counts = new int[documents];
        Arrays.fill(counts, 1);
        Split[] splits = new Split[documents];
        Arrays.fill(splits, Split.TRAIN);
        Corpus wide = new Corpus(new Vocabulary(terms), new CsrCounts(documents, terms.size(),
                IntStream.rangeClosed(0, documents).toArray(), columns, counts), columns, splits);
        try (Threads threads = new Threads(1)) {
            assertThatThrownBy(() -> new NtmTrainer(NtmOptions.sagemaker(1000), 1, threads)
                    .train(wide, TrainingListener.NONE)).isInstanceOf(ExplainedException.class)
                    .hasMessageContaining("needs").hasMessageContaining("GB");
        }
    }

    @Test
    void aGreaterPriorDeviationGivesDocumentsFewerTopics() {
        assertThat(strongestShare(4)).isGreaterThan(strongestShare(1) + 0.1);
    }

    private static double strongestShare(double priorDeviation) {
        NtmOptions o = NtmOptions.recommended(6);
        NtmOptions options = new NtmOptions(6, o.encoderLayers(), o.activation(), o.optimizer(), o.learningRate(), 20,
                o.epochs(), o.patienceEpochs(), o.tolerance(), o.batchNorm(), o.clipGradient(), o.rescaleGradient(),
                o.weightDecay(), o.subSample(), o.latent(), o.decoder(), o.initialization(), o.klWarmupEpochs(),
                o.background(), o.logInput(), o.decoderRate(), o.inputDropout(), o.epochDocuments(), priorDeviation);
        FloatMatrix documentTopic = train(options, 1, TrainingListener.NONE).model().documentTopic();
        return IntStream.range(0, documentTopic.rows()).mapToDouble(d ->
                IntStream.range(0, 6).mapToDouble(k -> documentTopic.get(d, k)).max().orElseThrow()).average().orElseThrow();
    }

    @Test
    void aMixtureOfUnboundedWeightsIsRefused() {
        assertThatThrownBy(() -> new NtmOptions(6, List.of(), NtmOptions.Activation.RELU, NtmOptions.Optimizer.SGD, 1,
                20, 30, 30, 0.001, false, Double.POSITIVE_INFINITY, 1, 0, 1, NtmOptions.Latent.RELU,
                NtmOptions.Decoder.MIXTURE, NtmOptions.Initialization.RANDOM, 0, false, false, 1, 0,
                Double.POSITIVE_INFINITY, 1))
                .isInstanceOf(InvalidOptionException.class);
    }

    /** The noise of a document is the same in every epoch, so that epochs compare. */
    @Test
    void theValidationLossIsThatOfAPlainForwardPass() {
        NtmOptions options = NtmOptions.sagemaker(6);
        List<EpochMetrics> epochs = new ArrayList<>();
        TrainedModel trained = train(options, 2, new EpochRecorder(epochs, new ArrayList<>()));
        int[][] heldBack = new int[CORPUS.documents()][CORPUS.vocabulary().size()]; // the others stay without words
        int[] documents = CORPUS.documentsOf(Split.VALIDATION);
        for (int d : documents) {
            for (int i = CORPUS.counts().rowStarts()[d]; i < CORPUS.counts().rowStarts()[d + 1]; i++) {
                heldBack[d][CORPUS.counts().columnIndices()[i]] = CORPUS.counts().counts()[i];
            }
        }
        assertThat(trained.best().validationTotal()).isCloseTo(new ReferenceNetwork(options, trained.parameters(), 1)
                .loss(CountsFixture.fromDense(heldBack), RandomStream.of(7, "ntm validation noise")) / documents.length, within(1e-5));
        for (EpochMetrics epoch : epochs) {
            assertThat(epoch.total()).isCloseTo(epoch.recons() + epoch.kld(), within(1e-9));
            assertThat(epoch.seconds()).isBetween(0.0, 60.0);
        }
    }

    @Test
    void aLossThatKeepsRisingIsBadAndEndsTheTraining() {
        NtmOptions o = NtmOptions.sagemaker(6);
        NtmOptions steep = new NtmOptions(6, o.encoderLayers(), o.activation(), NtmOptions.Optimizer.ADAM, 0.05, 10, 200, 3, o.tolerance(),
                o.batchNorm(), o.clipGradient(), o.rescaleGradient(), o.weightDecay(), o.subSample(), o.latent(), o.decoder(),
                o.initialization(), o.klWarmupEpochs(), o.background(), o.logInput(), o.decoderRate(), o.inputDropout(),
                o.epochDocuments(), o.priorDeviation());
        List<EpochMetrics> epochs = new ArrayList<>();
        TrainedModel trained = train(steep, 1, new EpochRecorder(epochs, new ArrayList<>()));
        assertThat(trained.epochsRun()).isLessThan(200);
        assertThat(epochs.getFirst().bad()).isFalse();
        assertThat(epochs.getLast().bad()).isTrue();
    }
}
