package topicworkbench.exploration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.corpus.TermAnalyzer;
import topicworkbench.corpus.TermPlace;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.FloatMatrix;

/**
 * Which words of a review speak for a topic: those that it uses much more often than reviews do on the whole. The weight of
 * a word is log(p(word | topic) / p(word)) / log(topics): 0 if the topic has it as often as any other, 1 if a topic of usual
 * size has it to itself. Words are found by the run's own rules, so that stems, lemmas and n-grams lead back to where they stand in the
 * text. May be used by several threads.
 */
public final class WordEvidence {
    /** Halfway from everybody's word to the topic's own. */
    public static final double LEAST_WEIGHT = 0.5;

    private final TermAnalyzer analyzer;
    private final Vocabulary vocabulary;
    private final FloatMatrix topicTerm;
    private final double[] frequencies;

    /**
     * @param topicTerm   topics x terms, rows are distributions
     * @param frequencies of each term its share of all tokens
     */
    public WordEvidence(TextOptions options, Vocabulary vocabulary, FloatMatrix topicTerm, double[] frequencies) {
        this.analyzer = new TermAnalyzer(options);
        this.vocabulary = vocabulary;
        this.topicTerm = topicTerm;
        this.frequencies = frequencies;
    }

    /** Reads the model and the counts, which takes a moment. */
    public static WordEvidence of(ExploredRun run) {
        long[] totals = run.corpus().counts().columnTotals();
        double all = 0;
        for (long total : totals) {
            all += total;
        }
        double[] frequencies = new double[totals.length];
        for (int term = 0; term < totals.length; term++) {
            frequencies[term] = totals[term] / all;
        }
        return new WordEvidence(run.folder().spec().text(), run.model().vocabulary(), run.model().topicTerm(), frequencies);
    }

    /**
     * A word of a text that speaks for a topic.
     *
     * @param place  in title, line feed and text
     * @param weight from {@link #LEAST_WEIGHT} to 1, or above where the topic is smaller than others
     */
    public record Word(TermPlace place, double weight) { }

    /** Every term of the text that the model knows, in order. */
    public List<TermPlace> known(String title, String text) {
        return analyzer.places(title, text).stream().filter(place -> vocabulary.indexOf(place.term()) >= 0).toList();
    }

    /** @param topics of the model; what speaks for one of them counts */
    public List<Word> words(String title, String text, int... topics) {
        List<Word> words = new ArrayList<>();
        for (TermPlace place : known(title, text)) {
            double weight = weight(vocabulary.indexOf(place.term()), topics);
            if (weight >= LEAST_WEIGHT) {
                words.add(new Word(place, weight));
            }
        }
        return words;
    }

    /** Of known terms those that speak for one topic, each once, the strongest first. */
    public List<String> terms(List<TermPlace> known, int topic) {
        Map<String, Double> weights = new LinkedHashMap<>();
        known.forEach(place -> weights.put(place.term(), weight(vocabulary.indexOf(place.term()), topic)));
        return weights.entrySet().stream().filter(term -> term.getValue() >= LEAST_WEIGHT)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()).map(Map.Entry::getKey).toList();
    }

    private double weight(int term, int... topics) {
        double most = Double.NEGATIVE_INFINITY;
        for (int topic : topics) {
            most = Math.max(most, topicTerm.get(topic, term));
        }
        return Math.log(most / frequencies[term]) / Math.log(topicTerm.rows());
    }
}
