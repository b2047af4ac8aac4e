package topicworkbench.exploration;

import java.util.Arrays;
import java.util.List;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.topic.RelevanceRanking;
import topicworkbench.topic.Topic;

/**
 * The words of a run's topics: which lead at any lambda, how often each stands in the corpus and how often, as the model
 * estimates it, a topic is the reason. A topic is named by its place among those given.
 */
public final class TopicWords {
    /** Words of a topic that can be asked for. */
    public static final int MOST = 60;

    private final List<Topic> topics;
    private final FloatMatrix topicTerm;
    private final Corpus corpus;
    private final long[] totals;
    private final long tokens;
    private final RelevanceRanking ranking;

    private TopicWords(List<Topic> topics, FloatMatrix topicTerm, Corpus corpus, long[] totals, RelevanceRanking ranking) {
        this.topics = topics;
        this.topicTerm = topicTerm;
        this.corpus = corpus;
        this.totals = totals;
        this.tokens = corpus.counts().total();
        this.ranking = ranking;
    }

    /** @param topicTerm a row for each of the topics, in their order; rows are distributions */
    public static TopicWords of(List<Topic> topics, FloatMatrix topicTerm, Corpus corpus, Threads threads) {
        long[] totals = corpus.counts().columnTotals();
        return new TopicWords(List.copyOf(topics), topicTerm, corpus, totals,
                RelevanceRanking.of(topicTerm, totals, MOST, threads));
    }

    /** Those it was made for; their prevalences are used, their own words are not. */
    public List<Topic> topics() {
        return topics;
    }

    /** A row for each of {@link #topics()}. */
    public FloatMatrix topicTerm() {
        return topicTerm;
    }

    public Vocabulary vocabulary() {
        return corpus.vocabulary();
    }

    /** The place of the topic with this id, or -1. */
    public int place(int topicId) {
        for (int place = 0; place < topics.size(); place++) {
            if (topics.get(place).id() == topicId) {
                return place;
            }
        }
        return -1;
    }

    /**
     * @param lambda 0 to 1
     * @param count  at most {@link #MOST}
     * @return terms, the most relevant first
     */
    public int[] leading(int place, double lambda, int count) {
        return ranking.words(place, lambda, count);
    }

    public String term(int term) {
        return corpus.vocabulary().term(term);
    }

    public double probability(int place, int term) {
        return topicTerm.get(place, term);
    }

    /** Tokens of the term in the corpus. */
    public long inCorpus(int term) {
        return totals[term];
    }

    /** Tokens of the term that the model gives to the topic: p(term | topic) times the tokens of the topic. */
    public double inTopic(int place, int term) {
        return topicTerm.get(place, term) * topics.get(place).prevalence() * tokens;
    }

    /** p(topic | term) of each topic, by Bayes' rule; they sum to 1, or are all zero where no topic knows the term. */
    public double[] topicsOf(int term) {
        double[] shares = new double[topics.size()];
        double sum = 0;
        for (int place = 0; place < shares.length; place++) {
            shares[place] = inTopic(place, term);
            sum += shares[place];
        }
        for (int place = 0; place < shares.length && sum > 0; place++) {
            shares[place] /= sum;
        }
        return shares;
    }

    /** The documents that hold the term. */
    public Selection documentsWith(int term, Threads threads) {
        CsrCounts counts = corpus.counts();
        return Selection.of(counts.rows(), document -> Arrays.binarySearch(counts.columnIndices(),
                counts.rowStarts()[document], counts.rowStarts()[document + 1], term) >= 0, threads);
    }
}
