package topicworkbench.quality;

import java.util.Arrays;
import topicworkbench.math.CsrCounts;

/**
 * Coherence by normalised pointwise mutual information (NPMI): the mean over all pairs of a topic's top 10 words of
 * log(p(a,b) / (p(a) p(b))) / -log p(a,b), where p is the share of documents that hold a word or both. A pair never seen
 * together counts -1, one seen together in every document 0. Where every pair occurs together it equals gensim's
 * {@code c_npmi} with a window as long as the documents.
 *
 * @see <a href="https://doi.org/10.1145/2684822.2685324">Röder, Both and Hinneburg 2015</a>
 */
public final class Npmi {
    /** Top words looked at, as is usual. */
    public static final int WORDS = 10;

    private final CsrCounts documents;
    private final int[] documentFrequencies;

    /** @param documents documents x terms, the reference corpus */
    public Npmi(CsrCounts documents) {
        this.documents = documents;
        this.documentFrequencies = documents.documentFrequencies();
    }

    /**
     * One pass over the counts, whatever the number of topics.
     *
     * @param topWords for each topic the columns of its leading words, best first; only the first 10 count
     * @return for each topic its NPMI, -1 to 1; NaN where it has fewer than two words
     */
    public double[] of(int[][] topWords) {
        int[][] together = countTogether(topWords);
        double[] result = new double[topWords.length];
        for (int k = 0; k < result.length; k++) {
            int words = Math.min(WORDS, topWords[k].length);
            double sum = 0;
            for (int a = 1; a < words; a++) {
                for (int b = 0; b < a; b++) {
                    sum += npmi(together[k][a * WORDS + b], documentFrequencies[topWords[k][a]],
                            documentFrequencies[topWords[k][b]]);
                }
            }
            result[k] = words < 2 ? Double.NaN : 2 * sum / (words * (words - 1.0));
        }
        return result;
    }

    private double npmi(int together, int first, int second) {
        double n = documents.rows();
        if (together == 0) {
            return -1;
        }
        return together == documents.rows() ? 0 : Math.log(together * n / ((double) first * second)) / -Math.log(together / n);
    }

    /** For each topic and pair of positions a > b, at a * WORDS + b: the documents that hold both words. */
    private int[][] countTogether(int[][] topWords) {
        int[][] places = places(topWords);
        int[][] together = new int[topWords.length][WORDS * WORDS];
        int[] present = new int[topWords.length]; // bit i: the document at hand holds the topic's word i
        int[] touched = new int[topWords.length];
        for (int d = 0; d < documents.rows(); d++) {
            int touchedCount = 0;
            for (int i = documents.rowStarts()[d]; i < documents.rowStarts()[d + 1]; i++) {
                int[] wordPlaces = places[documents.columnIndices()[i]];
                if (wordPlaces != null) {
                    for (int place : wordPlaces) {
                        int topic = place / WORDS;
                        if (present[topic] == 0) {
                            touched[touchedCount++] = topic;
                        }
                        present[topic] |= 1 << place % WORDS;
                    }
                }
            }
            for (int t = 0; t < touchedCount; t++) {
                addPairs(together[touched[t]], present[touched[t]]);
                present[touched[t]] = 0;
            }
        }
        return together;
    }

    /** For each term that is a top word, where: topic * WORDS + position; null for the others. */
    private int[][] places(int[][] topWords) {
        int[][] places = new int[documents.columns()][];
        for (int k = 0; k < topWords.length; k++) {
            for (int i = 0; i < Math.min(WORDS, topWords[k].length); i++) {
                int word = topWords[k][i];
                int[] before = places[word] == null ? new int[0] : places[word];
                places[word] = Arrays.copyOf(before, before.length + 1);
                places[word][before.length] = k * WORDS + i;
            }
        }
        return places;
    }

    private static void addPairs(int[] together, int present) {
        for (int high = present; high != 0; high &= high - 1) {
            int b = Integer.numberOfTrailingZeros(high);
            for (int rest = high & (high - 1); rest != 0; rest &= rest - 1) {
                together[Integer.numberOfTrailingZeros(rest) * WORDS + b]++;
            }
        }
    }
}
