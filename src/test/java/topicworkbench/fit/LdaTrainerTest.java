package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

class LdaTrainerTest {
    private static final LdaOptions OPTIONS = new LdaOptions(6, 95, 1, 0.01, 10, 40, ServiceLdaOptions.DEFAULTS);

    @Test
    void findsTopicsThatExplainTheCounts() {
        TrainedModel trained = train(CountsFixture.corpus(), 1, TrainingListener.NONE);
        CsrCounts counts = CountsFixture.counts();
        // a unigram model needs the entropy of the term frequencies; six topics must do far better
        assertThat(perToken(counts, trained)).isLessThan(unigramPerToken(counts) - 0.5);
        for (int k = 0; k < 6; k++) {
            assertThat(sum(trained.model().topicTerm().row(k))).isCloseTo(1, within(1e-4));
        }
        for (int d = 0; d < counts.rows(); d++) {
            assertThat(sum(trained.model().documentTopic().row(d))).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void sameBitsWithOneAndTwoThreadsAndOtherBitsWithAnotherSeed() {
        TrainedModel one = train(CountsFixture.corpus(), 1, TrainingListener.NONE);
        TrainedModel two = train(CountsFixture.corpus(), 2, TrainingListener.NONE);
        assertThat(two.model().topicTerm().values()).isEqualTo(one.model().topicTerm().values());
        assertThat(two.model().documentTopic().values()).isEqualTo(one.model().documentTopic().values());
        try (Threads threads = new Threads(1)) {
            TrainedModel other = new LdaTrainer(OPTIONS, 8, threads).train(CountsFixture.corpus(), TrainingListener.NONE);
            assertThat(other.model().topicTerm().values()).isNotEqualTo(one.model().topicTerm().values());
        }
    }

    @Test
    void learnsFromTrainingDocumentsOnly() {
        Corpus all = CountsFixture.corpus();
        Split[] splits = all.splits().clone();
        Arrays.fill(splits, 100, 120, Split.VALIDATION);
        TrainedModel trained = train(new Corpus(all.vocabulary(), all.counts(), all.reviews(), splits), 1, TrainingListener.NONE);
        CsrCounts learnt = all.counts().selectRows(java.util.stream.IntStream.range(0, 100).toArray());
        assertThat(sum(trained.parameters().get("topic_word_counts").values())).isEqualTo(learnt.total());
        assertThat(sum(trained.model().documentTopic().row(119))).isCloseTo(1, within(1e-4));
    }

    @Test
    void reportsEveryTenSweepsWithTopicsAndFallingLoss() {
        List<EpochMetrics> heard = new ArrayList<>();
        train(CountsFixture.corpus(), 1, new TrainingListener() {
            @Override
            public void progress(long done, long total) {
                assertThat(done).isBetween(0L, total);
            }

            @Override
            public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                heard.add(metrics);
                assertThat(topicTerm.get().rows()).isEqualTo(6);
                return true;
            }
        });
        assertThat(heard).hasSize(10);
        assertThat(heard.get(9).epochs()).isEqualTo(10);
        assertThat(heard.get(9).total()).isPositive().isLessThan(heard.get(0).total());
    }

    @Test
    void stopsWhenTheListenerHasHeardEnough() {
        TrainedModel trained = train(CountsFixture.corpus(), 1, new TrainingListener() {
            @Override
            public void progress(long done, long total) { }

            @Override
            public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                return metrics.epoch() < 3;
            }
        });
        assertThat(trained.epochsRun()).isEqualTo(3);
    }

    @Test
    void canBeCancelled() {
        assertThatThrownBy(() -> train(CountsFixture.corpus(), 1, new TrainingListener() {
            @Override
            public void progress(long done, long total) {
                throw new CancellationException();
            }

            @Override
            public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                return true;
            }
        })).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesFewerDocumentsThanTopics() {
        Corpus three = CountsFixture.corpus(CountsFixture.counts().selectRows(new int[] {0, 1, 2}));
        assertThatThrownBy(() -> train(three, 1, TrainingListener.NONE)).isInstanceOf(ExplainedException.class)
                .hasMessage("There are 3 documents to learn 6 topics from.");
    }

    @Test
    void leavesTheProgramsLoggingAlone() {
        List<LogRecord> heard = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (String.valueOf(record.getLoggerName()).startsWith("cc.mallet")) {
                    heard.add(record);
                }
            }

            @Override
            public void flush() { }

            @Override
            public void close() { }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            train(CountsFixture.corpus(), 1, TrainingListener.NONE);
            assertThat(root.getHandlers()).contains(handler)
                    .noneMatch(h -> h.getFormatter() != null && h.getFormatter().getClass().getName().startsWith("cc.mallet"));
            assertThat(heard).isEmpty();
        } finally {
            root.removeHandler(handler);
        }
    }

    private static TrainedModel train(Corpus corpus, int threadCount, TrainingListener listener) {
        try (Threads threads = new Threads(threadCount)) {
            return new LdaTrainer(OPTIONS, 7, threads).train(corpus, listener);
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** Nats per token of the counts under the model's own document-topic and topic-term matrices. */
    private static double perToken(CsrCounts counts, TrainedModel trained) {
        FloatMatrix documentTopic = trained.model().documentTopic();
        FloatMatrix topicTerm = trained.model().topicTerm();
        double loss = 0;
        for (int d = 0; d < counts.rows(); d++) {
            for (int i = counts.rowStarts()[d]; i < counts.rowStarts()[d + 1]; i++) {
                double p = 0;
                for (int k = 0; k < topicTerm.rows(); k++) {
                    p += documentTopic.get(d, k) * topicTerm.get(k, counts.columnIndices()[i]);
                }
                loss -= counts.counts()[i] * Math.log(p);
            }
        }
        return loss / counts.total();
    }

    private static double unigramPerToken(CsrCounts counts) {
        double loss = 0;
        for (long total : counts.columnTotals()) {
            loss -= total == 0 ? 0 : total * Math.log((double) total / counts.total());
        }
        return loss / counts.total();
    }

    @Test
    void priorsAreReestimatedOnlyAfterTheBurnInAndOnlyIfAskedTo() {
        Map<String, FloatMatrix> never = parameters(new LdaOptions(6, 60, 3, 0.01, 0, 0, ServiceLdaOptions.DEFAULTS));
        assertThat(never.get("alpha").values()).containsOnly(0.5f);
        assertThat(never.get("beta").values()).containsExactly(0.01f);
        assertThat(parameters(new LdaOptions(6, 60, 3, 0.01, 10, 60, ServiceLdaOptions.DEFAULTS)).get("alpha").values()).containsOnly(0.5f);
        Map<String, FloatMatrix> often = parameters(new LdaOptions(6, 60, 3, 0.01, 10, 20, ServiceLdaOptions.DEFAULTS));
        assertThat(often.get("alpha").values()).doesNotContain(0.5f);
        // at sweeps 40 and 60 only
        assertThat(parameters(new LdaOptions(6, 60, 3, 0.01, 20, 20, ServiceLdaOptions.DEFAULTS)).get("alpha").values())
                .doesNotContain(0.5f).isNotEqualTo(often.get("alpha").values());
    }

    @Test
    void aTokenIsNoHarderToForetellThanByChanceAndProgressEndsWithAllOfThem() {
        List<EpochMetrics> heard = new ArrayList<>();
        long[] progress = new long[2];
        train(CountsFixture.corpus(), 1, new TrainingListener() {
            @Override
            public void progress(long done, long total) {
                progress[0] = done;
                progress[1] = total;
            }

            @Override
            public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                heard.add(metrics);
                return true;
            }
        });
        assertThat(progress).containsOnly(OPTIONS.iterations() * CountsFixture.counts().total());
        // a word and its topic, both drawn blindly: ln 80 + ln 6 nats
        assertThat(heard).allSatisfy(epoch -> assertThat(epoch.total()).isBetween(1.0, Math.log(80) + Math.log(6)));
    }

    private static Map<String, FloatMatrix> parameters(LdaOptions options) {
        try (Threads threads = new Threads(1)) {
            return new LdaTrainer(options, 7, threads).train(CountsFixture.corpus(), TrainingListener.NONE).parameters();
        }
    }
}
