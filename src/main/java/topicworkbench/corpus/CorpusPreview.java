package topicworkbench.corpus;

import topicworkbench.math.ProgressListener;

/**
 * What settings would make of reviews, step by step. Each step is remembered, so that a change costs only the steps
 * behind it. Thread-safe; one question is answered at a time.
 */
public final class CorpusPreview implements AutoCloseable {
    private final long rows;
    private ReviewSource source;
    private ReviewSample sample;
    private ReviewFilter filter;
    private PreparedSample prepared;
    private TextOptions text;
    private SampleTerms terms;

    /** @param rows how many are looked at of files that hold more */
    public CorpusPreview(long rows) {
        this.rows = rows;
    }

    public synchronized ReviewSample sample(ReviewSource newSource, ProgressListener listener) {
        listener.progress(0, 0); // a newer question may have come while this one waited
        if (!newSource.equals(source)) {
            close();
            sample = ReviewSample.read(newSource, rows, listener);
            source = newSource;
        }
        return sample;
    }

    public synchronized PreparedSample prepared(ReviewSource newSource, ReviewFilter newFilter,
            ProgressListener listener) {
        ReviewSample reviews = sample(newSource, listener);
        if (!newFilter.equals(filter)) {
            filter = null;
            terms = null;
            prepared = reviews.prepare(newFilter, listener);
            filter = newFilter;
        }
        return prepared;
    }

    public synchronized SampleTerms terms(ReviewSource newSource, ReviewFilter newFilter, TextOptions newText,
            ProgressListener listener) {
        PreparedSample reviews = prepared(newSource, newFilter, listener);
        if (terms == null || !SampleTerms.sameTerms(text, newText)) {
            terms = reviews.count(newText, listener);
            text = newText;
        }
        return terms;
    }

    /** Forgets everything; another question starts anew. */
    @Override
    public synchronized void close() {
        if (sample != null) {
            sample.close();
        }
        sample = null;
        source = null;
        filter = null;
        prepared = null;
        terms = null;
    }
}
