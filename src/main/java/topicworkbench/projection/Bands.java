package topicworkbench.projection;

import topicworkbench.math.Threads;

/**
 * Points sorted into horizontal bands of equal height, in their own order within a band: bands can then be worked on at
 * once, and what lies together is read together.
 */
final class Bands {
    private static final int POINTS_PER_BLOCK = 16384;

    private final int[] order;
    private final int[] bandOf;
    private int[] starts = new int[1];

    Bands(int points) {
        this.order = new int[points];
        this.bandOf = new int[points];
    }

    /** Number of bands. */
    int count() {
        return starts.length - 1;
    }

    /** Points, band after band. */
    int[] order() {
        return order;
    }

    /** Where in {@link #order()} the band begins; that of the band after the last is the number of points. */
    int start(int band) {
        return starts[band];
    }

    void sort(float[] y, float bottom, float height, int count, Threads threads) {
        int points = order.length;
        int blocks = Math.ceilDiv(points, POINTS_PER_BLOCK);
        int[][] next = new int[blocks][count];
        float perBand = 1 / height;
        threads.run(blocks, (block, worker) -> {
            int[] sizes = next[block];
            int end = Math.min(points, (block + 1) * POINTS_PER_BLOCK);
            for (int i = block * POINTS_PER_BLOCK; i < end; i++) {
                int band = Math.clamp((int) ((y[i] - bottom) * perBand), 0, count - 1);
                bandOf[i] = band;
                sizes[band]++;
            }
        });
        starts = new int[count + 1];
        int start = 0;
        for (int band = 0; band < count; band++) {
            starts[band] = start;
            for (int[] sizes : next) {
                int size = sizes[band];
                sizes[band] = start;
                start += size;
            }
        }
        starts[count] = start;
        threads.run(blocks, (block, worker) -> {
            int[] at = next[block];
            int end = Math.min(points, (block + 1) * POINTS_PER_BLOCK);
            for (int i = block * POINTS_PER_BLOCK; i < end; i++) {
                order[at[bandOf[i]]++] = i;
            }
        });
    }
}
