package topicworkbench.quality;

import java.util.Arrays;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Positive pointwise mutual information (PPMI) of terms that stand in the same documents. Only pairs seen together in
 * two documents or more are kept, so memory follows them and not the square of the vocabulary.
 *
 * @see <a href="https://aclanthology.org/Q15-1016/">Levy, Goldberg and Dagan 2015</a>
 */
final class PositiveInformation {
    private static final int LEAST_DOCUMENTS_TOGETHER = 2;
    /** Power that the paper found to keep rare contexts from dominating. */
    private static final double CONTEXT_SMOOTHING = 0.75;
    private static final int TERMS_PER_BLOCK = 64;

    private final CsrCounts counts;
    /** For each term where its documents begin in {@link #documents}; one more at the end. */
    private final int[] starts;
    private final int[] documents;
    private final double[] contextShares;

    private PositiveInformation(CsrCounts counts) {
        this.counts = counts;
        this.starts = starts(counts.documentFrequencies());
        this.documents = documents(counts, starts.clone());
        this.contextShares = Arrays.stream(counts.documentFrequencies())
                .mapToDouble(frequency -> Math.pow(frequency, CONTEXT_SMOOTHING)).toArray();
        double total = Arrays.stream(contextShares).sum();
        Arrays.setAll(contextShares, w -> contextShares[w] / total);
    }

    /**
     * @param counts documents x terms
     * @return terms x terms: max(0, log(p(context | term) / p(context))), with p over pairs of the same document and
     *         p(context) smoothed
     */
    static CsrMatrix of(CsrCounts counts, Threads threads, ProgressListener listener) {
        return new PositiveInformation(counts).compute(threads, listener);
    }

    private static int[] starts(int[] frequencies) {
        int[] starts = new int[frequencies.length + 1];
        for (int term = 0; term < frequencies.length; term++) {
            starts[term + 1] = starts[term] + frequencies[term];
        }
        return starts;
    }

    /** The documents of the first term, of the second, and so on. */
    private static int[] documents(CsrCounts counts, int[] next) {
        int[] documents = new int[counts.stored()];
        for (int document = 0; document < counts.rows(); document++) {
            for (int c = counts.rowStarts()[document]; c < counts.rowStarts()[document + 1]; c++) {
                documents[next[counts.columnIndices()[c]]++] = document;
            }
        }
        return documents;
    }

    private CsrMatrix compute(Threads threads, ProgressListener listener) {
        int terms = counts.columns();
        Row[] rows = new Row[terms];
        Scratch[] scratch = new Scratch[threads.count()];
        Arrays.setAll(scratch, worker -> new Scratch(new int[terms], new int[terms]));
        int termsPerRound = 8 * TERMS_PER_BLOCK * threads.count();
        for (int first = 0; first < terms; first += termsPerRound) {
            listener.progress(first, terms);
            int start = first;
            int end = Math.min(terms, first + termsPerRound);
            threads.run(Math.ceilDiv(end - start, TERMS_PER_BLOCK), (block, worker) -> {
                int from = start + block * TERMS_PER_BLOCK;
                for (int term = from; term < Math.min(end, from + TERMS_PER_BLOCK); term++) {
                    rows[term] = row(term, scratch[worker]);
                }
            });
        }
        return concatenated(rows);
    }

    private Row row(int term, Scratch scratch) {
        int[] together = scratch.together;
        int contexts = 0;
        long pairs = 0;
        for (int p = starts[term]; p < starts[term + 1]; p++) {
            int document = documents[p];
            for (int c = counts.rowStarts()[document]; c < counts.rowStarts()[document + 1]; c++) {
                int context = counts.columnIndices()[c];
                if (context != term) {
                    pairs++;
                    if (together[context]++ == 0) {
                        scratch.contexts[contexts++] = context;
                    }
                }
            }
        }
        Arrays.sort(scratch.contexts, 0, contexts);
        int[] columns = new int[contexts];
        float[] values = new float[contexts];
        int size = 0;
        for (int i = 0; i < contexts; i++) {
            int context = scratch.contexts[i];
            double information = Math.log(together[context] / (pairs * contextShares[context]));
            if (together[context] >= LEAST_DOCUMENTS_TOGETHER && information > 0) {
                columns[size] = context;
                values[size++] = (float) information;
            }
            together[context] = 0;
        }
        return new Row(Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }

    private static CsrMatrix concatenated(Row[] rows) {
        int[] starts = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            starts[r + 1] = Math.addExact(starts[r], rows[r].columns.length);
        }
        int[] columns = new int[starts[rows.length]];
        float[] values = new float[columns.length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r].columns, 0, columns, starts[r], rows[r].columns.length);
            System.arraycopy(rows[r].values, 0, values, starts[r], rows[r].values.length);
            rows[r] = null; // its numbers are in the matrix now
        }
        return new CsrMatrix(rows.length, rows.length, starts, columns, values);
    }

    private record Row(int[] columns, float[] values) { }

    /**
     * What one thread counts in.
     *
     * @param together for each term the documents shared with the one at hand; all zero between rows
     * @param contexts the terms with a count above zero
     */
    private record Scratch(int[] together, int[] contexts) { }
}
