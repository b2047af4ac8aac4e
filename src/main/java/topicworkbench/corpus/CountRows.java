package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import topicworkbench.corpus.Vectorised.TooShort;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.Threads;

/**
 * Counts of the vocabulary's terms in compressed rows, without the documents that are too short.
 *
 * @param reviews  for each row the number of its review
 * @param starts   rows + 1 offsets into the next two
 * @param columns  place in the vocabulary, rising within a row
 * @param counts   how often the term occurs
 * @param tooShort the reviews left out
 */
record CountRows(int[] reviews, int[] starts, int[] columns, int[] counts, List<TooShort> tooShort) {

    /**
     * @param columnOfTerm for each term of the dictionary its place in the vocabulary, or -1
     * @param minTokens    shortest document, in tokens that are in the vocabulary
     */
    static CountRows of(DocumentTerms terms, int[] columnOfTerm, int minTokens, Threads threads) {
        CountRows[] parts = new CountRows[terms.blocks().size()];
        threads.run(parts.length, (block, _) ->
                parts[block] = ofBlock(terms.blocks().get(block), columnOfTerm, minTokens));
        return concatenated(parts);
    }

    CsrCounts matrix(int vocabularySize) {
        return new CsrCounts(reviews.length, vocabularySize, starts, columns, counts);
    }

    private static CountRows ofBlock(DocumentTerms.Block block, int[] columnOfTerm, int minTokens) {
        CountedBlock counted = block.counted();
        int[] reviews = new int[counted.documents()];
        int[] starts = new int[counted.documents() + 1];
        int rows = 0;
        List<TooShort> tooShort = new ArrayList<>();
        // column in the upper half, count in the lower, so that sorting a row sorts both
        long[] packed = new long[counted.entries()];
        for (int document = 0; document < counted.documents(); document++) {
            int end = starts[rows];
            int tokens = 0;
            for (int entry = counted.start(document); entry < counted.start(document + 1); entry++) {
                int column = columnOfTerm[block.terms()[counted.term(entry)]];
                if (column >= 0) {
                    packed[end++] = (long) column << 32 | counted.count(entry);
                    tokens += counted.count(entry);
                }
            }
            if (tokens < minTokens) {
                tooShort.add(new TooShort(counted.review(document), tokens));
            } else {
                Arrays.sort(packed, starts[rows], end);
                reviews[rows++] = counted.review(document);
                starts[rows] = end;
            }
        }
        int[] columns = new int[starts[rows]];
        int[] counts = new int[starts[rows]];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = (int) (packed[i] >>> 32);
            counts[i] = (int) packed[i];
        }
        return new CountRows(Arrays.copyOf(reviews, rows), Arrays.copyOf(starts, rows + 1), columns, counts, tooShort);
    }

    private static CountRows concatenated(CountRows[] parts) {
        int rows = 0;
        long stored = 0;
        for (CountRows part : parts) {
            rows += part.reviews.length;
            stored += part.columns.length;
        }
        if (stored > Integer.MAX_VALUE - 8) {
            throw new ExplainedException("The corpus would hold " + stored + " counts, more than one matrix can.",
                    "Lower max_features or max_ngram, or choose fewer reviews.");
        }
        CountRows whole = new CountRows(new int[rows], new int[rows + 1], new int[(int) stored], new int[(int) stored],
                new ArrayList<>());
        int row = 0;
        for (CountRows part : parts) {
            int start = whole.starts[row];
            System.arraycopy(part.columns, 0, whole.columns, start, part.columns.length);
            System.arraycopy(part.counts, 0, whole.counts, start, part.counts.length);
            whole.tooShort.addAll(part.tooShort);
            for (int r = 0; r < part.reviews.length; r++) {
                whole.reviews[row++] = part.reviews[r];
                whole.starts[row] = start + part.starts[r + 1];
            }
        }
        return whole;
    }
}
