package topicworkbench.fit;

import topicworkbench.math.VectorKernels;

/**
 * The vocabulary in equal pieces, each of which one thread works on at a time: no two threads write to the same
 * weights, and sums over a piece have a fixed order whatever the number of threads.
 *
 * @param terms vocabulary size
 * @param width terms of a tile, a multiple of {@link VectorKernels#PADDING}; the last tile may hold fewer
 * @param count number of tiles
 */
record VocabularyTiles(int terms, int width, int count) {
    /** Wide enough to spread the cost of starting a tile, narrow enough for the first-level cache. */
    private static final int TARGET_WIDTH = 512;

    static VocabularyTiles of(int terms) {
        int count = Math.ceilDiv(terms, TARGET_WIDTH);
        int width = VectorKernels.padded(Math.ceilDiv(terms, count));
        return new VocabularyTiles(terms, width, Math.ceilDiv(terms, width));
    }

    int start(int tile) {
        return tile * width;
    }

    /** One past the last term. */
    int end(int tile) {
        return Math.min(terms, start(tile) + width);
    }

    /** Terms of the tile, rounded up to whole vectors. */
    int paddedWidth(int tile) {
        return VectorKernels.padded(end(tile) - start(tile));
    }
}
