package topicworkbench.projection;

import topicworkbench.math.Threads;

/** The box around points in the plane. */
record Extent(float minX, float maxX, float minY, float maxY) {
    private static final int POINTS_PER_BLOCK = 16384;

    /** @throws IllegalArgumentException if a position is NaN */
    static Extent of(float[] x, float[] y, Threads threads) {
        int blocks = Math.max(1, Math.ceilDiv(x.length, POINTS_PER_BLOCK));
        Extent[] parts = new Extent[blocks];
        threads.run(blocks, (block, worker) -> {
            int from = block * POINTS_PER_BLOCK;
            parts[block] = of(x, y, from, Math.min(x.length, from + POINTS_PER_BLOCK));
        });
        Extent all = parts[0];
        for (Extent part : parts) {
            all = all.union(part);
        }
        return all;
    }

    private static Extent of(float[] x, float[] y, int from, int to) {
        float minX = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
            minY = Math.min(minY, y[i]);
            maxY = Math.max(maxY, y[i]);
        }
        return new Extent(minX, maxX, minY, maxY);
    }

    private Extent union(Extent other) {
        return new Extent(Math.min(minX, other.minX), Math.max(maxX, other.maxX), Math.min(minY, other.minY),
                Math.max(maxY, other.maxY));
    }

    /** Length of the longer side. */
    double side() {
        return Math.max((double) maxX - minX, (double) maxY - minY);
    }

    double centerX() {
        return 0.5 * ((double) minX + maxX);
    }

    double centerY() {
        return 0.5 * ((double) minY + maxY);
    }
}
