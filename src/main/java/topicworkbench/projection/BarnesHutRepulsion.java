package topicworkbench.projection;

import java.util.Arrays;
import topicworkbench.math.Threads;

/**
 * Repulsion by a quadtree: a square of points seen under a small angle acts as one point at its centre of mass. Needs no
 * grid, so its cost does not grow with the extent of the map.
 *
 * @see <a href="https://arxiv.org/abs/1301.3342">van der Maaten 2013</a>
 */
final class BarnesHutRepulsion implements Repulsion {
    /** Side of a square over its distance, below which it acts as one point. */
    private static final float ANGLE = 0.5f;
    private static final int POINTS_PER_LEAF = 4;
    private static final int DEPTH = 15;
    private static final int POINTS_PER_BLOCK = 128;

    private final Threads threads;
    /** Position along Morton's curve and index of each point, sorted. */
    private final long[] sorted;
    private final float[] sortedX;
    private final float[] sortedY;
    /** Nodes in depth-first order; a subtree ends where {@link #next} says. */
    private int nodes;
    private int[] next = new int[0];
    private int[] first = new int[0];
    private int[] size = new int[0];
    private float[] centreX = new float[0];
    private float[] centreY = new float[0];
    private float[] reach = new float[0];

    BarnesHutRepulsion(int points, Threads threads) {
        this.threads = threads;
        this.sorted = new long[points];
        this.sortedX = new float[points];
        this.sortedY = new float[points];
    }

    @Override
    public double forces(float[] x, float[] y, float[] forceX, float[] forceY) {
        int n = x.length;
        Extent extent = Extent.of(x, y, threads);
        double side = Math.max(extent.side(), Float.MIN_NORMAL);
        double scale = ((1 << DEPTH) - 1) / side;
        for (int i = 0; i < n; i++) {
            int column = (int) ((x[i] - (double) extent.minX()) * scale);
            int row = (int) ((y[i] - (double) extent.minY()) * scale);
            sorted[i] = (spread(column) | spread(row) << 1) << 32 | i;
        }
        Arrays.sort(sorted);
        for (int i = 0; i < n; i++) {
            sortedX[i] = x[(int) sorted[i]];
            sortedY[i] = y[(int) sorted[i]];
        }
        nodes = 0;
        build(0, n, DEPTH, (float) (side / ANGLE));
        int blocks = Math.ceilDiv(n, POINTS_PER_BLOCK);
        double[] totals = new double[blocks];
        threads.run(blocks, (block, worker) -> {
            int end = Math.min(n, (block + 1) * POINTS_PER_BLOCK);
            for (int i = block * POINTS_PER_BLOCK; i < end; i++) {
                totals[block] += force(i, forceX, forceY);
            }
        });
        double total = 0;
        for (double part : totals) {
            total += part;
        }
        return total - n;
    }

    /** Sets a zero between any two of the lower 16 bits. */
    private static long spread(long bits) {
        bits = (bits | bits << 8) & 0x00FF00FFL;
        bits = (bits | bits << 4) & 0x0F0F0F0FL;
        bits = (bits | bits << 2) & 0x33333333L;
        return (bits | bits << 1) & 0x55555555L;
    }

    /** @param level bits of either coordinate that the points may still differ in */
    private void build(int from, int to, int level, float nodeReach) {
        int node = nodes++;
        if (node == next.length) {
            grow();
        }
        first[node] = from;
        size[node] = to - from;
        reach[node] = nodeReach * nodeReach;
        double sumX = 0;
        double sumY = 0;
        for (int i = from; i < to; i++) {
            sumX += sortedX[i];
            sumY += sortedY[i];
        }
        centreX[node] = (float) (sumX / (to - from));
        centreY[node] = (float) (sumY / (to - from));
        if (level == 0 || to - from <= POINTS_PER_LEAF) {
            next[node] = -1;
            return;
        }
        int shift = 32 + 2 * (level - 1);
        for (int start = from; start < to;) {
            long quadrant = sorted[start] >>> shift;
            int end = start;
            while (end < to && sorted[end] >>> shift == quadrant) {
                end++;
            }
            build(start, end, level - 1, nodeReach / 2);
            start = end;
        }
        next[node] = nodes;
    }

    private void grow() {
        int length = Math.max(64, 2 * next.length);
        next = Arrays.copyOf(next, length);
        first = Arrays.copyOf(first, length);
        size = Arrays.copyOf(size, length);
        centreX = Arrays.copyOf(centreX, length);
        centreY = Arrays.copyOf(centreY, length);
        reach = Arrays.copyOf(reach, length);
    }

    private double force(int place, float[] forceX, float[] forceY) {
        float x = sortedX[place];
        float y = sortedY[place];
        float sumX = 0;
        float sumY = 0;
        double total = 0;
        for (int node = 0; node < nodes;) {
            float dx = x - centreX[node];
            float dy = y - centreY[node];
            float distance = dx * dx + dy * dy;
            if (reach[node] < distance) {
                float w = 1 / (1 + distance);
                float push = size[node] * w * w;
                total += size[node] * w;
                sumX += push * dx;
                sumY += push * dy;
                node = next[node] < 0 ? node + 1 : next[node];
            } else {
                if (next[node] < 0) {
                    for (int i = first[node]; i < first[node] + size[node]; i++) {
                        float px = x - sortedX[i];
                        float py = y - sortedY[i];
                        float w = 1 / (1 + px * px + py * py);
                        total += w;
                        sumX += w * w * px;
                        sumY += w * w * py;
                    }
                }
                node++;
            }
        }
        int point = (int) sorted[place];
        forceX[point] = sumX;
        forceY[point] = sumY;
        return total;
    }
}
