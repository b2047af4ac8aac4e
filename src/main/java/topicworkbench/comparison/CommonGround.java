package topicworkbench.comparison;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.CorpusWordVectors;
import topicworkbench.quality.TopicScorer;
import topicworkbench.quality.TopicScores;
import topicworkbench.quality.WordVectorFile;
import topicworkbench.quality.WordVectors;
import topicworkbench.run.RunSpec;
import topicworkbench.topic.Relevance;
import topicworkbench.workspace.RunFolder;

/**
 * What several models are scored on alike, because scores on different words, documents or vectors do not compare: the
 * documents of one of them, the words that all of them know, one set of word vectors, one ranking of words.
 */
public final class CommonGround {
    private final String reference;
    private final int wordsOfReference;
    private final Corpus corpus;
    private final WordVectors vectors;
    private final TopicScorer scorer;
    private final long[] termTotals;
    private final double lambda;

    private CommonGround(String reference, int wordsOfReference, Corpus corpus, WordVectors vectors, double lambda) {
        this.reference = reference;
        this.wordsOfReference = wordsOfReference;
        this.corpus = corpus;
        this.vectors = vectors;
        this.scorer = new TopicScorer(corpus, vectors);
        this.termTotals = corpus.counts().columnTotals();
        this.lambda = lambda;
    }

    /**
     * @param vocabularies of all models
     * @param listener     hears how far the word vectors are, may cancel
     * @throws ExplainedException if files of the reference are gone, or the models share fewer than two words
     */
    static CommonGround of(RunFolder reference, List<Vocabulary> vocabularies, Threads threads,
            ProgressListener listener) {
        RunSpec spec = reference.spec();
        Corpus whole = CorpusFile.read(reference.files().corpus());
        int[] shared = IntStream.range(0, whole.vocabulary().size()).filter(column -> vocabularies.stream()
                .allMatch(vocabulary -> vocabulary.indexOf(whole.vocabulary().term(column)) >= 0)).toArray();
        if (shared.length < 2) {
            throw new ExplainedException("The runs have " + (shared.length == 0 ? "no word" : "one word")
                    + " in common.", "Compare runs on reviews of the same language, prepared alike.");
        }
        Corpus corpus = shared.length == whole.vocabulary().size() ? whole : whole.selectTerms(shared);
        WordVectors vectors = spec.embeddings() == null
                ? CorpusWordVectors.train(corpus, spec.seed(), threads, listener)
                : WordVectorFile.read(Path.of(spec.embeddings()), corpus.vocabulary(), listener);
        return new CommonGround(reference.summary().name(), whole.vocabulary().size(), corpus, vectors,
                spec.relevanceLambda());
    }

    public Vocabulary vocabulary() {
        return corpus.vocabulary();
    }

    public String vectors() {
        return vectors.name();
    }

    /** Whether some words are left out because not all models know them. */
    public boolean isNarrower() {
        return vocabulary().size() < wordsOfReference;
    }

    /** One sentence for people. */
    public String inWords() {
        return String.format(Locale.ENGLISH, "Scored alike: on the %,d documents of %s, %s, %s vectors, words ranked at λ %s",
                corpus.documents(), reference, isNarrower() ? String.format(Locale.ENGLISH,
                        "the %,d of its %,d words that all runs know", vocabulary().size(), wordsOfReference)
                        : String.format(Locale.ENGLISH, "all its %,d words", wordsOfReference),
                vectors.name(), lambda);
    }

    /**
     * A model's word distributions over the common words; a topic none of whose words is common becomes uniform.
     *
     * @param topicTerm  topics x its own terms, rows are distributions
     * @param vocabulary its own terms
     * @return topics x common terms, rows are distributions
     */
    FloatMatrix project(FloatMatrix topicTerm, Vocabulary vocabulary) {
        return project(topicTerm, vocabulary, vocabulary().terms());
    }

    /** The same over the words of a list, all of which the model knows. */
    static FloatMatrix project(FloatMatrix topicTerm, Vocabulary vocabulary, List<String> common) {
        int[] own = common.stream().mapToInt(vocabulary::indexOf).toArray();
        FloatMatrix projected = FloatMatrix.zeros(topicTerm.rows(), own.length);
        for (int topic = 0; topic < projected.rows(); topic++) {
            double kept = 0;
            for (int column : own) {
                kept += topicTerm.get(topic, column);
            }
            for (int term = 0; term < own.length; term++) {
                projected.set(topic, term, (float) (kept > 0 ? topicTerm.get(topic, own[term]) / kept : 1.0 / own.length));
            }
        }
        return projected;
    }

    /** @param topicTerm topics x common terms; the result holds columns of it, best first */
    int[][] topWords(FloatMatrix topicTerm) {
        return Relevance.topWords(topicTerm, termTotals, lambda, TopicScorer.WORDS);
    }

    TopicScores score(int[][] topWords) {
        return scorer.score(topWords);
    }

    /** The terms of some columns. */
    List<String> terms(int[] columns) {
        return Arrays.stream(columns).mapToObj(vocabulary()::term).toList();
    }
}
