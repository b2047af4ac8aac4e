package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import topicworkbench.corpus.VocabularyPreview.Removal;
import topicworkbench.corpus.VocabularyPreview.Threshold;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** Every term of a sample's reviews, from which any vocabulary settings can be tried without reading them again. */
public final class SampleTerms {
    private static final double[] DOCUMENTS = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
    private static final double[] RARE_SHARES = {0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1};
    private static final double[] COMMON_SHARES = {0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
    private static final double[] SIZES = {200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000};

    private static final int LEAST_EXAMPLE = 120;
    private static final int MOST_EXAMPLE = 500;

    private final List<Document> documents;
    private final DocumentTerms terms;

    SampleTerms(List<Document> documents, DocumentTerms terms) {
        this.documents = documents;
        this.terms = terms;
    }

    /** Whether terms counted for one of these are those of the other: they differ in thresholds only. */
    public static boolean sameTerms(TextOptions a, TextOptions b) {
        return a.maxNgram() == b.maxNgram() && a.stopWords().equals(b.stopWords())
                && a.extraStopWords().equals(b.extraStopWords()) && a.normalization() == b.normalization()
                && a.minWordLength() == b.minWordLength();
    }

    /**
     * What the thresholds keep, and what each would remove at other values.
     *
     * @param options whose terms were counted
     * @throws ExplainedException as a run would, if fewer than two terms are left
     */
    public VocabularyPreview preview(TextOptions options, ProgressListener listener) {
        VocabularySelection selection = VocabularySelection.of(terms, options);
        Lengths kept = lengths(term -> selection.columns()[term] >= 0, options.minTokens());
        Map<Threshold, List<Removal>> removals = new EnumMap<>(Threshold.class);
        for (Threshold threshold : Threshold.values()) {
            List<Removal> removed = new ArrayList<>();
            for (double value : values(threshold, options)) {
                listener.progress(removed.size(), 0);
                removed.add(removal(threshold, threshold.in(options, value)));
            }
            removals.put(threshold, removed);
        }
        return new VocabularyPreview(terms.documents(), kept.documents(), selection.vocabulary().size(), kept.tokens(),
                Arrays.stream(terms.occurrences()).sum(), selection.pruned(), removals);
    }

    /** What becomes of each word of a review. */
    public ReviewTokens tokens(int review, TextOptions options) {
        return ReviewTokens.of(documents.get(review), options, terms, VocabularySelection.of(terms, options));
    }

    /** The next review from this one on, round and round, that is neither too short nor too long to be an example. */
    public int example(int from) {
        return IntStream.range(from, from + documents.size()).map(review -> review % documents.size())
                .filter(review -> isExample(documents.get(review))).findFirst().orElse(from % documents.size());
    }

    private static boolean isExample(Document document) {
        int length = document.text().length();
        return length >= LEAST_EXAMPLE && length <= MOST_EXAMPLE;
    }

    private record Lengths(int documents, long tokens) { }

    /** The documents with enough tokens of the terms that are kept, and these tokens. */
    private Lengths lengths(IntPredicate kept, int minTokens) {
        int enough = 0;
        long all = 0;
        for (DocumentTerms.Block block : terms.blocks()) {
            CountedBlock counted = block.counted();
            for (int document = 0; document < counted.documents(); document++) {
                int tokens = 0;
                for (int entry = counted.start(document); entry < counted.start(document + 1); entry++) {
                    tokens += kept.test(block.terms()[counted.term(entry)]) ? counted.count(entry) : 0;
                }
                enough += tokens >= minTokens ? 1 : 0;
                all += tokens >= minTokens ? tokens : 0;
            }
        }
        return new Lengths(enough, all);
    }

    /** By one threshold, of what those before it leave: first the rare, then the common, then the size. */
    private Removal removal(Threshold threshold, TextOptions options) {
        int[] frequencies = terms.documentFrequencies();
        double least = VocabularySelection.least(options, terms.documents());
        double greatest = VocabularySelection.greatest(options, terms.documents());
        IntPredicate frequent = term -> frequencies[term] >= least;
        IntPredicate between = frequent.and(term -> frequencies[term] <= greatest);
        IntPredicate before = switch (threshold) {
            case MIN_DF -> term -> true;
            case MAX_DF -> frequent;
            case MAX_FEATURES -> between;
        };
        IntPredicate after = switch (threshold) {
            case MIN_DF -> frequent;
            case MAX_DF -> between;
            case MAX_FEATURES -> mostFrequent(options);
        };
        int[] removed = IntStream.range(0, frequencies.length).filter(before.and(after.negate())).toArray();
        return new Removal(threshold.of(options), removed.length,
                Arrays.stream(removed).mapToLong(term -> terms.occurrences()[term]).sum(),
                lengths(before, options.minTokens()).documents() - lengths(after, options.minTokens()).documents());
    }

    private IntPredicate mostFrequent(TextOptions options) {
        int[] columns = VocabularySelection.of(terms, options).columns();
        return term -> columns[term] >= 0;
    }

    /** Usual values in the unit of the chosen one, rising, with the chosen one among them. */
    private double[] values(Threshold threshold, TextOptions options) {
        int count = terms.documents();
        double chosen = threshold.of(options);
        DoubleStream usual = switch (threshold) {
            case MIN_DF -> chosen < 1 ? Arrays.stream(RARE_SHARES)
                    : Arrays.stream(DOCUMENTS).filter(value -> value == 1 || 4 * value <= count);
            case MAX_DF -> chosen <= 1 ? Arrays.stream(COMMON_SHARES)
                    : Arrays.stream(COMMON_SHARES).map(share -> Math.rint(share * count)).filter(value -> value > 1);
            case MAX_FEATURES -> Arrays.stream(SIZES).filter(value -> value < terms.dictionary().size());
        };
        TreeSet<Double> values = new TreeSet<>(usual.boxed().toList());
        values.add(chosen);
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
