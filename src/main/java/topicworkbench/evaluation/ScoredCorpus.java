package topicworkbench.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import topicworkbench.corpus.Corpus;
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

/** A corpus with what it takes to score topics on it: word vectors, co-occurrence and how often each term occurs. */
public final class ScoredCorpus {
    private final Corpus counts;
    private final WordVectors vectors;
    private final TopicScorer scorer;
    private final long[] termTotals;
    private final double lambda;

    private ScoredCorpus(Corpus counts, WordVectors vectors, double lambda) {
        this.counts = counts;
        this.vectors = vectors;
        this.scorer = new TopicScorer(counts, vectors);
        this.termTotals = counts.counts().columnTotals();
        this.lambda = lambda;
    }

    /** With the vectors of the specification's file, or with vectors trained on the corpus itself. */
    public static ScoredCorpus of(Corpus counts, RunSpec spec, Threads threads, ProgressListener listener) {
        WordVectors vectors = spec.embeddings() == null
                ? CorpusWordVectors.train(counts, spec.seed(), threads, listener)
                : WordVectorFile.read(Path.of(spec.embeddings()), counts.vocabulary(), listener);
        return new ScoredCorpus(counts, vectors, spec.relevanceLambda());
    }

    public Corpus counts() {
        return counts;
    }

    public WordVectors vectors() {
        return vectors;
    }

    /** For each topic the columns of its leading words by relevance, as many as scores look at. */
    public int[][] topWords(FloatMatrix topicTerm) {
        return Relevance.topWords(topicTerm, termTotals, lambda, TopicScorer.WORDS);
    }

    /** The first few of the leading words. */
    public List<List<String>> words(int[][] topWords, int count) {
        return Arrays.stream(topWords).map(columns -> Arrays.stream(columns).limit(count)
                .mapToObj(counts.vocabulary()::term).toList()).toList();
    }

    public TopicScores score(int[][] topWords) {
        return scorer.score(topWords);
    }
}
