package topicworkbench.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;

/**
 * Chooses the terms that make the vocabulary, as scikit-learn's {@code CountVectorizer} does: those in at least
 * {@code min_df} and at most {@code max_df} documents, and of these the {@code max_features} that occur most. Terms
 * that occur equally often go by the alphabet. The vocabulary is in alphabetical order (of UTF-16 code units).
 *
 * @param vocabulary the terms kept
 * @param columns    for each term of the dictionary its place in the vocabulary, or -1
 * @param pruned     what was not kept
 */
record VocabularySelection(Vocabulary vocabulary, int[] columns, PrunedTerms pruned) {

    static VocabularySelection of(DocumentTerms terms, TextOptions options) {
        int documents = terms.documents();
        double least = least(options, documents);
        double greatest = greatest(options, documents);
        int[] frequencies = terms.documentFrequencies();
        int rare = (int) Arrays.stream(frequencies).filter(f -> f < least).count();
        int[] candidates = IntStream.range(0, frequencies.length)
                .filter(term -> frequencies[term] >= least && frequencies[term] <= greatest).toArray();
        List<Term> kept = mostFrequent(candidates, terms, options.maxFeatures());
        PrunedTerms pruned = new PrunedTerms(frequencies.length, rare, frequencies.length - rare - candidates.length,
                candidates.length - kept.size());
        if (kept.size() < 2) {
            throw tooFew(pruned, kept.size(), options);
        }
        int[] columns = new int[frequencies.length];
        Arrays.fill(columns, -1);
        for (int column = 0; column < kept.size(); column++) {
            columns[kept.get(column).number()] = column;
        }
        return new VocabularySelection(new Vocabulary(kept.stream().map(Term::text).toList()), columns, pruned);
    }

    /** Fewest documents of a term, {@code min_df} as a number. */
    static double least(TextOptions options, int documents) {
        return options.minDf() < 1 ? options.minDf() * documents : options.minDf();
    }

    /** Most documents of a term, {@code max_df} as a number. */
    static double greatest(TextOptions options, int documents) {
        return options.maxDf() <= 1 ? options.maxDf() * documents : options.maxDf();
    }

    private record Term(int number, String text) { }

    /** In alphabetical order. Only terms that may be kept are spelled out. */
    private static List<Term> mostFrequent(int[] candidates, DocumentTerms terms, int most) {
        long[] occurrences = terms.occurrences();
        long[] rising = Arrays.stream(candidates).mapToLong(term -> occurrences[term]).sorted().toArray();
        long cut = rising.length <= most ? 0 : rising[rising.length - most];
        Comparator<Term> alphabet = Comparator.comparing(Term::text);
        Map<Boolean, List<Term>> aboveCut = Arrays.stream(candidates).filter(term -> occurrences[term] >= cut)
                .mapToObj(term -> new Term(term, terms.dictionary().term(term))).sorted(alphabet)
                .collect(Collectors.partitioningBy(term -> occurrences[term.number()] > cut));
        return Stream.concat(aboveCut.get(true).stream(),
                aboveCut.get(false).stream().limit(most - aboveCut.get(true).size())).sorted(alphabet).toList();
    }

    private static ExplainedException tooFew(PrunedTerms pruned, int kept, TextOptions options) {
        if (pruned.distinct() < 2) {
            return new ExplainedException("The reviews hold " + (pruned.distinct() == 0 ? "no term" : "only one term")
                    + " once stop words and words of fewer than " + options.minWordLength() + " letters are out.",
                    "Check that the text column is the right one, and lower min_word_length.");
        }
        return new ExplainedException("Only " + kept + " of " + pruned.distinct() + " terms would be left: "
                + pruned.rare() + " stand in fewer than min_df = " + number(options.minDf()) + " documents and "
                + pruned.common() + " in more than max_df = " + number(options.maxDf()) + ".",
                pruned.rare() >= pruned.common() ? "Lower min_df, or give more reviews."
                        : "Raise max_df, for example to 1.0 for no limit.");
    }

    /** A share as a share and a count as a count, as the option was given. */
    private static String number(double value) {
        return value == Math.rint(value) && value > 1 ? Long.toString((long) value) : Double.toString(value);
    }
}
