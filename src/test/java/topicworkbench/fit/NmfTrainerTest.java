package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.NmfOptions.DocumentScaling;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

/**
 * Against scikit-learn 1.2.1, with c the counts of the fixture, of which the first 100 documents are learnt:
 * <pre>
 * x = np.log1p(c) * TfidfTransformer().fit(c[:100]).idf_      # for UNIT: x = normalize(x); for HELD no row is too long
 * m = NMF(6, init="nndsvd", tol=1e-7, max_iter=5000).fit(x[:100])
 * m.reconstruction_err_ ** 2 / (x[:100] ** 2).sum()           # unexplained
 * np.argsort(-m.components_, 1)[:, :5]                        # leading words
 * w = m.transform(x) * m.components_.sum(1); w / w.sum(1, keepdims=True)
 * </pre>
 */
class NmfTrainerTest {
    private static final NmfOptions OPTIONS = new NmfOptions(6, 500, 1e-6, DocumentScaling.HELD);
    private static final Corpus CORPUS = withTest(CountsFixture.corpus());

    private static Corpus withTest(Corpus corpus) {
        Split[] splits = corpus.splits().clone();
        Arrays.fill(splits, 100, 120, Split.TEST);
        return new Corpus(corpus.vocabulary(), corpus.counts(), corpus.reviews(), splits);
    }

    @Test
    void findsScikitLearnsTopics() {
        TrainedModel trained = train(OPTIONS, 2, TrainingListener.NONE);
        assertThat(trained.best().total()).isCloseTo(0.319121, within(2e-6));
        assertThat(leadingWords(trained.model().topicTerm())).containsExactly(
                List.of(16, 60, 9, 28, 23), List.of(43, 20, 47, 77, 2), List.of(44, 74, 12, 5, 32),
                List.of(46, 27, 38, 53, 32), List.of(49, 36, 65, 71, 22), List.of(53, 4, 35, 72, 34));
        assertThat(byLeadingWord(trained, 0)).containsExactly(new float[] {.0595f, .0167f, .3532f, .2890f, .1416f, .1400f}, within(5e-3f));
        assertThat(byLeadingWord(trained, 119)).containsExactly(new float[] {.0371f, 0, 0, .3046f, .5340f, .1243f}, within(5e-3f));
    }

    @Test
    void findsScikitLearnsTopicsOfDocumentsOfUnitLength() {
        TrainedModel trained = train(new NmfOptions(6, 500, 1e-6, DocumentScaling.UNIT), 1, TrainingListener.NONE);
        assertThat(trained.best().total()).isCloseTo(0.351457, within(2e-6));
        assertThat(leadingWords(trained.model().topicTerm())).containsExactly(
                List.of(16, 60, 28, 9, 23), List.of(43, 20, 47, 77, 2), List.of(44, 74, 12, 5, 32),
                List.of(46, 27, 32, 38, 65), List.of(49, 36, 65, 22, 71), List.of(53, 4, 35, 72, 34));
        assertThat(byLeadingWord(trained, 119)).containsExactly(new float[] {.0354f, 0, 0, .3274f, .5121f, .1251f}, within(5e-3f));
    }

    @ParameterizedTest
    @EnumSource
    void sameBitsWithOneAndTwoThreads(DocumentScaling scaling) {
        NmfOptions options = new NmfOptions(6, 50, 1e-3, scaling);
        TrainedModel one = train(options, 1, TrainingListener.NONE);
        TrainedModel two = train(options, 2, TrainingListener.NONE);
        assertThat(two.model().topicTerm().values()).isEqualTo(one.model().topicTerm().values());
        assertThat(two.model().documentTopic().values()).isEqualTo(one.model().documentTopic().values());
        assertThat(two.best().total()).isEqualTo(one.best().total());
    }

    @Test
    void everySeedFindsTheSameTopics() {
        FloatMatrix first = train(OPTIONS, 1, TrainingListener.NONE).model().topicTerm();
        try (Threads threads = new Threads(1)) {
            FloatMatrix other = new NmfTrainer(OPTIONS, 8, threads).train(CORPUS, TrainingListener.NONE).model().topicTerm();
            assertThat(leadingWords(other)).isEqualTo(leadingWords(first));
        }
    }

    @Test
    void learnsFromTrainingDocumentsOnly() {
        CsrCounts counts = CORPUS.counts().selectRows(IntStream.range(0, 100).toArray());
        TrainedModel alone = train(CountsFixture.corpus(counts));
        assertThat(train(CORPUS).model().topicTerm().values()).isEqualTo(alone.model().topicTerm().values());
    }

    @Test
    void infersTheSameTopicsFromItsParametersAlone() {
        TrainedModel trained = train(CORPUS);
        try (Threads threads = new Threads(1)) {
            FloatMatrix inferred = new NmfInference(OPTIONS, trained.parameters(), threads)
                    .documentTopic(CORPUS.counts(), ProgressListener.NONE);
            assertThat(inferred.values()).isEqualTo(trained.model().documentTopic().values());
        }
    }

    @Test
    void aDocumentWithoutAnyTopicsWordsHasEqualSharesOfAll() {
        TrainedModel trained = train(CORPUS);
        try (Threads threads = new Threads(1)) {
            CsrCounts empty = new CsrCounts(1, CORPUS.vocabulary().size(), new int[2], new int[0], new int[0]);
            assertThat(new NmfInference(OPTIONS, trained.parameters(), threads)
                    .documentTopic(empty, ProgressListener.NONE).values()).containsOnly(1f / 6);
        }
    }

    @Test
    void reportsEveryPassWithTopicsAndFallingLoss() {
        List<EpochMetrics> heard = new ArrayList<>();
        TrainedModel trained = train(NmfOptions.recommended(6), 1, new Passes(heard, 500));
        assertThat(heard).hasSize(trained.epochsRun()).hasSizeBetween(5, 199).last().isEqualTo(trained.best());
        assertThat(heard).extracting(EpochMetrics::total).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void stopsWhenTheListenerHasHeardEnough() {
        assertThat(train(OPTIONS, 1, new Passes(new ArrayList<>(), 3)).epochsRun()).isEqualTo(3);
    }

    @Test
    void canBeCancelled() {
        assertThatThrownBy(() -> train(OPTIONS, 1, new Passes(new ArrayList<>(), 500) {
            @Override
            public void progress(long done, long total) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesWhatCannotBe() {
        Corpus three = CountsFixture.corpus(CountsFixture.counts().selectRows(new int[] {0, 1, 2}));
        assertThatThrownBy(() -> train(three)).isInstanceOf(ExplainedException.class)
                .hasMessage("There are 3 documents to learn 6 topics from.");
        assertThatThrownBy(() -> new NmfOptions(1, 200, 1e-3, DocumentScaling.HELD)).isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> new NmfOptions(6, 0, 1e-3, DocumentScaling.HELD)).isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> new NmfOptions(6, 200, Double.NaN, DocumentScaling.HELD))
                .isInstanceOf(InvalidOptionException.class);
    }

    private static TrainedModel train(Corpus corpus) {
        try (Threads threads = new Threads(1)) {
            return new NmfTrainer(OPTIONS, 7, threads).train(corpus, TrainingListener.NONE);
        }
    }

    private static TrainedModel train(NmfOptions options, int threadCount, TrainingListener listener) {
        try (Threads threads = new Threads(threadCount)) {
            return new NmfTrainer(options, 7, threads).train(CORPUS, listener);
        }
    }

    /** Five words a topic, topics in the order of their first word. */
    private static List<List<Integer>> leadingWords(FloatMatrix topicTerm) {
        return IntStream.range(0, topicTerm.rows()).mapToObj(k -> leadingWords(topicTerm.row(k)))
                .sorted(Comparator.comparing(List::getFirst)).toList();
    }

    private static List<Integer> leadingWords(float[] topic) {
        return IntStream.range(0, topic.length).boxed()
                .sorted(Comparator.comparingDouble(w -> -topic[w])).limit(5).toList();
    }

    /** The document's topics in that order. */
    private static float[] byLeadingWord(TrainedModel trained, int document) {
        FloatMatrix topicTerm = trained.model().topicTerm();
        int[] order = IntStream.range(0, topicTerm.rows()).boxed()
                .sorted(Comparator.comparing(k -> leadingWords(topicTerm.row(k)).getFirst())).mapToInt(k -> k).toArray();
        float[] row = new float[order.length];
        for (int k = 0; k < order.length; k++) {
            row[k] = trained.model().documentTopic().get(document, order[k]);
        }
        return row;
    }

    private static class Passes implements TrainingListener {
        private final List<EpochMetrics> heard;
        private final int most;

        Passes(List<EpochMetrics> heard, int most) {
            this.heard = heard;
            this.most = most;
        }

        @Override
        public void progress(long done, long total) {
            assertThat(done).isBetween(0L, total);
        }

        @Override
        public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
            assertThat(topicTerm.get().rows()).isEqualTo(6);
            heard.add(metrics);
            return metrics.epoch() < most;
        }
    }

    /** Its topics as distributions over tokens, and one that has each word as often as documents have it, mixed by a document. */
    @Test
    void wordsAreForetoldByAMixtureOfItsTopicsAndTheBackground() {
        TrainedModel trained = train(CORPUS);
        float[] inverse = trained.parameters().get(NmfInference.INVERSE_FREQUENCY).values();
        FloatMatrix mixed = FloatMatrix.zeros(7, inverse.length);
        for (int k = 0; k < 7; k++) {
            double[] row = new double[inverse.length];
            for (int w = 0; w < row.length; w++) {
                row[w] = k < 6 ? trained.model().topicTerm().get(k, w) / inverse[w] : Math.exp(-inverse[w]);
            }
            double sum = Arrays.stream(row).sum();
            for (int w = 0; w < row.length; w++) {
                mixed.set(k, w, (float) (row[w] / sum));
            }
        }
        float[] prior = new float[7];
        Arrays.fill(prior, 0.1f);
        CsrCounts observed = CORPUS.counts().selectRows(new int[] {0, 1, 2, 3});
        CsrCounts scored = CORPUS.counts().selectRows(new int[] {10, 11, 12, 13});
        try (Threads threads = new Threads(1)) {
            double[] foretold = new NmfInference(OPTIONS, trained.parameters(), threads)
                    .logLikelihood(observed, scored, ProgressListener.NONE);
            double[] expected = new MixtureInference(mixed, new FloatMatrix(1, 7, prior), threads)
                    .logLikelihood(observed, scored, ProgressListener.NONE);
            assertThat(foretold).hasSize(4).containsExactly(expected, within(1e-2));
            assertThat(foretold[0]).isNegative();
        }
    }
}
