package topicworkbench.quality;

import topicworkbench.corpus.Corpus;

/**
 * Scores topics against one corpus and one set of word vectors. Made once a run and cheap enough to be asked every
 * epoch: a call reads the counts once.
 */
public final class TopicScorer {
    /** How many top words of each topic {@link #score} wants to see. */
    public static final int WORDS = Math.max(TopicUniqueness.WORDS, Math.max(Wetc.WORDS, Npmi.WORDS));

    private final Npmi npmi;
    private final WordVectors vectors;

    public TopicScorer(Corpus corpus, WordVectors vectors) {
        if (corpus.vocabulary().size() != vectors.vocabulary().size()) {
            throw new IllegalArgumentException("vectors for " + vectors.vocabulary().size() + " terms, corpus of "
                    + corpus.vocabulary().size());
        }
        this.npmi = new Npmi(corpus.counts());
        this.vectors = vectors;
    }

    /** @param topWords for each topic the columns of its {@link #WORDS} leading words, best first */
    public TopicScores score(int[][] topWords) {
        return new TopicScores(Wetc.of(topWords, vectors), TopicUniqueness.of(topWords), npmi.of(topWords));
    }
}
