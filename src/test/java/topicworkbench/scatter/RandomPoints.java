package topicworkbench.scatter;

import topicworkbench.math.RandomStream;

/** Clumps of points with some far away and several on one place. */
final class RandomPoints {
    final float[] x;
    final float[] y;
    final int[] colors;

    RandomPoints(int n, long seed) {
        RandomStream random = RandomStream.of(seed, "points");
        x = new float[n];
        y = new float[n];
        colors = new int[n];
        for (int i = 0; i < n; i++) {
            int clump = random.nextInt(5);
            x[i] = (float) (10 * clump + (1 + clump) * random.nextGaussian());
            y[i] = (float) (7 * (clump * clump % 5) + 2 * random.nextGaussian());
            if (i % 17 == 16) {
                x[i] = x[i - 1];
                y[i] = y[i - 1];
            }
            colors[i] = random.nextInt(1 << 24);
        }
    }

    PointGrid grid() {
        return new PointGrid(x, y);
    }
}
