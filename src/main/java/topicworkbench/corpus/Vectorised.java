package topicworkbench.corpus;

import java.util.List;

/**
 * Reviews as term counts, and what was left out on the way.
 *
 * @param corpus      the documents with enough tokens
 * @param tooShort    the reviews with too few, in order
 * @param prunedTerms the terms that are not in the vocabulary
 */
public record Vectorised(Corpus corpus, List<TooShort> tooShort, PrunedTerms prunedTerms) {

    /** A review that was left out, and the number of its tokens that are in the vocabulary. */
    public record TooShort(int review, int tokens) { }

    public Vectorised {
        tooShort = List.copyOf(tooShort);
    }
}
