package topicworkbench.fit;

import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.failure.ExplainedException;

/** The documents a model learns from. */
final class TrainingDocuments {
    private TrainingDocuments() { }

    /**
     * @return positions of the training documents, in order
     * @throws ExplainedException if there are fewer of them, or fewer terms, than topics
     */
    static int[] of(Corpus corpus, int topics) {
        int[] documents = corpus.documentsOf(Split.TRAIN);
        if (documents.length < topics) {
            throw new ExplainedException("There are " + documents.length + " documents to learn " + topics
                    + " topics from.", "Ask for fewer topics, add reviews, or loosen the filters.");
        }
        if (corpus.vocabulary().size() < topics) {
            throw new ExplainedException("There are " + corpus.vocabulary().size() + " terms to make " + topics
                    + " topics of.", "Ask for fewer topics, or lower min_df so that more terms are kept.");
        }
        return documents;
    }
}
