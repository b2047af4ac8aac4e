package topicworkbench.fit;

import java.util.Arrays;
import topicworkbench.corpus.Corpus;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;

/**
 * Perplexity by document completion: a model infers the topics of a held-out document from one half of its tokens and
 * predicts the other half. Which tokens are in which half depends on the review's number alone, so that every model
 * and seed is asked the same on the same corpus.
 *
 * @see <a href="https://arxiv.org/abs/1207.4169">Rosen-Zvi, Griffiths, Steyvers and Smyth 2004</a>
 * @see <a href="https://doi.org/10.1145/1553374.1553515">Wallach, Murray, Salakhutdinov and Mimno 2009</a>
 */
public final class HeldOutPerplexity {
    private HeldOutPerplexity() { }

    /** The tokens of each document in two halves; of an odd number of tokens the first half has one more. */
    record Halves(CsrCounts observed, CsrCounts scored) {

        static Halves of(Corpus corpus, int[] documents) {
            CsrCounts counts = corpus.counts().selectRows(documents);
            int[] observed = new int[counts.stored()];
            RandomStream stream = RandomStream.of(0, "document completion");
            for (int d = 0; d < documents.length; d++) {
                RandomStream random = stream.substream(corpus.reviews()[documents[d]]);
                int left = Math.toIntExact(counts.rowTotal(d));
                int wanted = left - left / 2;
                for (int i = counts.rowStarts()[d]; i < counts.rowStarts()[d + 1]; i++) {
                    for (int token = 0; token < counts.counts()[i]; token++) {
                        if (random.nextInt(left--) < wanted) {
                            observed[i]++;
                            wanted--;
                        }
                    }
                }
            }
            int[] scored = new int[observed.length];
            Arrays.setAll(scored, i -> counts.counts()[i] - observed[i]);
            return new Halves(withCounts(counts, observed), withCounts(counts, scored));
        }

        /** The same rows with other counts, of which those of 0 are left out. */
        private static CsrCounts withCounts(CsrCounts rows, int[] counts) {
            int[] starts = new int[rows.rows() + 1];
            int[] columns = new int[counts.length];
            int[] kept = new int[counts.length];
            int size = 0;
            for (int d = 0; d < rows.rows(); d++) {
                for (int i = rows.rowStarts()[d]; i < rows.rowStarts()[d + 1]; i++) {
                    if (counts[i] > 0) {
                        columns[size] = rows.columnIndices()[i];
                        kept[size++] = counts[i];
                    }
                }
                starts[d + 1] = size;
            }
            return new CsrCounts(rows.rows(), rows.columns(), starts, Arrays.copyOf(columns, size), Arrays.copyOf(kept, size));
        }
    }

    /**
     * @param corpus   of which the {@link Corpus#heldOut()} documents are predicted
     * @param listener hears documents done, may cancel
     * @return exp(-log-likelihood / tokens), the number of words among which the model would as well choose blindly, 1
     *         or more; NaN if nothing is held out
     */
    public static double of(TopicInference inference, Corpus corpus, ProgressListener listener) {
        return of(inference, corpus, corpus.heldOut(), listener);
    }

    /** As above, of any documents of the corpus. */
    public static double of(TopicInference inference, Corpus corpus, int[] documents, ProgressListener listener) {
        Halves halves = Halves.of(corpus, documents);
        double sum = 0;
        for (double logLikelihood : inference.logLikelihood(halves.observed(), halves.scored(), listener)) {
            sum += logLikelihood;
        }
        long tokens = halves.scored().total();
        return tokens == 0 ? Double.NaN : Math.exp(-sum / tokens);
    }
}
