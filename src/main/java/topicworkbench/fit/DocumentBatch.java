package topicworkbench.fit;

import topicworkbench.math.CsrCounts;

/**
 * Some documents of a corpus, and where in each row the terms of each vocabulary tile begin. Filled again for every
 * batch, so that training allocates nothing.
 */
final class DocumentBatch {
    final CsrCounts counts;
    final VocabularyTiles tiles;
    final int[] documents;
    /** Tokens of each document. */
    final float[] tokens;
    /** For each document the position of its first stored count among those of the batch; one more at the end. */
    final int[] starts;
    int size;
    private final int[] tileStarts;

    DocumentBatch(CsrCounts counts, VocabularyTiles tiles, int capacity) {
        this.counts = counts;
        this.tiles = tiles;
        this.documents = new int[capacity];
        this.tokens = new float[capacity];
        this.starts = new int[capacity + 1];
        this.tileStarts = new int[Math.multiplyExact(capacity, tiles.count() + 1)];
    }

    int capacity() {
        return documents.length;
    }

    /** Takes {@code count} documents from {@code order}, beginning at {@code from}. */
    void fill(int[] order, int from, int count) {
        size = count;
        for (int d = 0; d < count; d++) {
            int document = order[from + d];
            documents[d] = document;
            int begin = counts.rowStarts()[document];
            int end = counts.rowStarts()[document + 1];
            starts[d + 1] = starts[d] + end - begin;
            int at = begin;
            long total = 0;
            int base = d * (tiles.count() + 1);
            for (int tile = 0; tile < tiles.count(); tile++) {
                tileStarts[base + tile] = at;
                int tileEnd = tiles.end(tile);
                while (at < end && counts.columnIndices()[at] < tileEnd) {
                    total += counts.counts()[at++];
                }
            }
            tileStarts[base + tiles.count()] = end;
            tokens[d] = total;
        }
    }

    /** First index into the corpus's stored counts of this document's terms in this tile; the next tile's ends it. */
    int tileStart(int document, int tile) {
        return tileStarts[document * (tiles.count() + 1) + tile];
    }

    /** What a per-token loss of the document is multiplied by: 1 / tokens, and 0 for an empty document. */
    float tokenWeight(int document) {
        return tokens[document] > 0 ? 1 / tokens[document] : 0;
    }
}
