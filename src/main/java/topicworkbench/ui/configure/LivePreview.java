package topicworkbench.ui.configure;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.corpus.CorpusPreview;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewGlance;
import topicworkbench.corpus.ReviewInspection;
import topicworkbench.corpus.ReviewInspector;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.ReviewTokens;
import topicworkbench.corpus.SampleTerms;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.VocabularyPreview;
import topicworkbench.math.ProgressListener;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;

/**
 * What the settings would make of the chosen reviews, counted in the background; of two changes only the later is
 * followed. Steps come one by one: first rows, all rows of the sample, filters, words.
 */
public final class LivePreview {
    /** Rows of each file for the first look: enough to see columns, a moment to read. */
    private static final long FIRST_ROWS = 1000;
    /** In all files together; shorter ones are read whole. */
    static final long SAMPLE_ROWS = 20_000;

    private final CorpusPreview corpus = new CorpusPreview(SAMPLE_ROWS);
    private final LatestTask inspecting;
    private final LatestTask counting;
    private final LatestTask tracing;
    private final ReadOnlyObjectWrapper<Look<ReviewInspection>> rows = new ReadOnlyObjectWrapper<>(new Look.Nothing<>());
    private final ReadOnlyObjectWrapper<Look<Sample>> sample = new ReadOnlyObjectWrapper<>(new Look.Nothing<>());
    private final ReadOnlyObjectWrapper<Look<PrepareReport>> kept = new ReadOnlyObjectWrapper<>(new Look.Nothing<>());
    private final ReadOnlyObjectWrapper<Look<Words>> words = new ReadOnlyObjectWrapper<>(new Look.Nothing<>());
    private final ReadOnlyObjectWrapper<Look<ReviewTokens>> tokens = new ReadOnlyObjectWrapper<>(new Look.Nothing<>());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Question asked;
    private int review;

    private record Question(ReviewSource source, ReviewFilter filter, TextOptions text) { }

    /** All rows looked at: how they were read, and what they are like. */
    public record Sample(IngestReport report, ReviewGlance glance) { }

    /** @param options what was counted with, since the form may have moved on */
    public record Words(VocabularyPreview counts, TextOptions options) { }

    private record Traced(int review, ReviewTokens tokens) { }

    LivePreview(BackgroundTasks tasks) {
        inspecting = new LatestTask(tasks);
        counting = new LatestTask(tasks);
        tracing = new LatestTask(tasks);
    }

    public ReadOnlyObjectProperty<Look<ReviewInspection>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Look<Sample>> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Look<PrepareReport>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Look<Words>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Look<ReviewTokens>> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    /** Whether figures are being counted anew; the old ones stay in sight. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void show(ReviewSource source, ReviewFilter filter, TextOptions text) {
        Question question = new Question(source, filter, text);
        if (question.equals(asked) || source.paths().isEmpty()) {
            return;
        }
        if (asked == null || !source.equals(asked.source())) {
            begin(source);
        }
        asked = question;
        busy.set(true);
        count(listener -> {
            var read = corpus.sample(source, listener);
            return new Sample(read.report(), read.glance());
        }, sample, () -> prepare(question));
    }

    private void begin(ReviewSource source) {
        review = 0;
        rows.set(new Look.Working<>());
        sample.set(new Look.Working<>());
        kept.set(new Look.Working<>());
        words.set(new Look.Working<>());
        tokens.set(new Look.Working<>());
        inspecting.run(listener -> ReviewInspector.inspect(source, FIRST_ROWS, listener),
                inspection -> rows.set(new Look.Seen<>(inspection)),
                problem -> rows.set(new Look.Failed<>(UserMessage.of(problem))));
    }

    private void prepare(Question question) {
        count(listener -> corpus.prepared(question.source(), question.filter(), listener).report(), kept,
                () -> countWords(question));
    }

    private void countWords(Question question) {
        count(listener -> new Words(terms(question, listener).preview(question.text(), listener), question.text()), words,
                () -> {
                    busy.set(false);
                    trace(question);
                });
    }

    private SampleTerms terms(Question question, ProgressListener listener) {
        return corpus.terms(question.source(), question.filter(), question.text(), listener);
    }

    private <T> void count(Function<ProgressListener, T> work, ReadOnlyObjectWrapper<Look<T>> shown, Runnable next) {
        counting.run(work, value -> {
            shown.set(new Look.Seen<>(value));
            next.run();
        }, problem -> {
            clearBehind();
            shown.set(new Look.Failed<>(UserMessage.of(problem)));
            busy.set(false);
        });
    }

    /** What was not counted again is not true any more. */
    private void clearBehind() {
        if (!(sample.get() instanceof Look.Seen)) {
            kept.set(new Look.Nothing<>());
        }
        words.set(new Look.Nothing<>());
        tokens.set(new Look.Nothing<>());
    }

    /** Shows the words of the next review. */
    public void nextReview() {
        review++;
        trace(asked);
    }

    private void trace(Question question) {
        int from = review;
        tracing.run(listener -> {
            SampleTerms terms = terms(question, listener);
            int example = terms.example(from);
            return new Traced(example, terms.tokens(example, question.text()));
        }, traced -> {
            review = traced.review();
            tokens.set(new Look.Seen<>(traced.tokens()));
        }, problem -> tokens.set(new Look.Failed<>(UserMessage.of(problem))));
    }
}
