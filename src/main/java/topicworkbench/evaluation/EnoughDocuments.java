package topicworkbench.evaluation;

import topicworkbench.failure.ExplainedException;

/** Refuses to look for more topics than there are documents, as soon as that is known. */
public final class EnoughDocuments {

    private EnoughDocuments() { }

    public static void require(long documents, int topics) {
        if (documents < topics) {
            throw new ExplainedException("There are only " + documents + " documents to learn " + topics + " topics from.",
                    "Ask for fewer topics, or keep more reviews: widen the filter, or lower min_tokens and min_df.");
        }
    }
}
