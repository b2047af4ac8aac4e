package topicworkbench.exploration;

import java.util.Arrays;
import java.util.List;
import topicworkbench.corpus.Corpus;
import topicworkbench.math.FloatMatrix;
import topicworkbench.topic.Relevance;

/** What some documents have in common: the words they use more than others do. */
public final class CommonWords {
    /** Nearer to what is particular to them than to what is merely frequent. */
    private static final double LAMBDA = 0.4;
    /** Of more documents than these an even sample is counted. */
    private static final int MOST_COUNTED = 400;

    private final Corpus corpus;
    private final long[] termTotals;

    public CommonWords(Corpus corpus) {
        this.corpus = corpus;
        this.termTotals = corpus.counts().columnTotals();
    }

    /** @return at most {@code count} words, the most relevant first; none that only one of them uses */
    public List<String> of(int[] documents, int count) {
        int step = Math.max(1, documents.length / MOST_COUNTED);
        float[] tokens = new float[termTotals.length];
        int[] users = new int[termTotals.length];
        var counts = corpus.counts();
        for (int i = 0; i < documents.length; i += step) {
            for (int at = counts.rowStarts()[documents[i]]; at < counts.rowStarts()[documents[i] + 1]; at++) {
                tokens[counts.columnIndices()[at]] += counts.counts()[at];
                users[counts.columnIndices()[at]]++;
            }
        }
        FloatMatrix shares = FloatMatrix.zeros(1, tokens.length);
        float all = 0;
        for (int term = 0; term < tokens.length; term++) {
            tokens[term] = users[term] > 1 ? tokens[term] : 0;
            all += tokens[term];
        }
        for (int term = 0; term < tokens.length && all > 0; term++) {
            shares.set(0, term, tokens[term] / all);
        }
        return Arrays.stream(Relevance.topWords(shares, termTotals, LAMBDA, count)[0]).filter(term -> tokens[term] > 0)
                .mapToObj(corpus.vocabulary()::term).toList();
    }
}
