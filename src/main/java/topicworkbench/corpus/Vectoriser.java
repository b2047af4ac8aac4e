package topicworkbench.corpus;

import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Turns the text of reviews into a {@link Corpus}. Text is read once and not kept, so memory follows the counts. The
 * same documents, options and seed give the same bits on any number of threads.
 */
public final class Vectoriser {
    private Vectoriser() { }

    /**
     * @param documents the reviews, by rising number
     * @param options   how text becomes terms, which terms and documents are kept, and the shares of the splits
     * @param seed      decides which documents are held back
     * @param listener  hears the number of documents read, on any of the threads
     * @throws ExplainedException if no document, or fewer than two terms, would be left
     */
    public static Vectorised vectorise(DocumentSource documents, TextOptions options, long seed, Threads threads,
            ProgressListener listener) {
        return vectorise(DocumentTerms.count(documents, options, threads, listener), options, seed, threads);
    }

    static Vectorised vectorise(DocumentTerms terms, TextOptions options, long seed, Threads threads) {
        if (terms.documents() == 0) {
            throw new ExplainedException("There is no review to make documents of.",
                    "Check the files, and loosen the filters on stars, product, date and length.");
        }
        VocabularySelection selection = VocabularySelection.of(terms, options);
        CountRows rows = CountRows.of(terms, selection.columns(), options.minTokens(), threads);
        if (rows.reviews().length == 0) {
            throw new ExplainedException("None of the " + terms.documents() + " reviews has min_tokens = "
                    + options.minTokens() + " tokens that are in the vocabulary.",
                    "Lower min_tokens or min_df, or raise max_features.");
        }
        Split[] splits = SplitDraw.draw(rows.reviews(), options.validationShare(), options.testShare(), seed);
        Corpus corpus = new Corpus(selection.vocabulary(), rows.matrix(selection.vocabulary().size()), rows.reviews(),
                splits);
        return new Vectorised(corpus, rows.tooShort(), selection.pruned());
    }
}
