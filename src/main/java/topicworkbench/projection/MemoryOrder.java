package topicworkbench.projection;

import java.util.Arrays;
import topicworkbench.math.FloatMatrix;

/**
 * An order in which points that are near each other stand near each other in memory. Forces between neighbours then read
 * what the processor's cache holds already, instead of waiting for memory at nearly every one. Points are near that
 * stand out from the mean in the same three dimensions, as in locality-sensitive hashing by cross-polytopes (Andoni et al.
 * 2015); for documents these are their three strongest topics. A wrong guess costs time, nothing else.
 */
final class MemoryOrder {
    private static final int DIMENSIONS_LOOKED_AT = 3;
    /** Of a dimension's number as many bits are used, so that the point's number fits beside three of them. */
    private static final int BITS = 10;

    private final int[] order;

    /** @param order the point at each place */
    private MemoryOrder(int[] order) {
        this.order = order;
    }

    static MemoryOrder asGiven(int points) {
        int[] order = new int[points];
        Arrays.setAll(order, i -> i);
        return new MemoryOrder(order);
    }

    /** @param points n x d */
    static MemoryOrder of(FloatMatrix points) {
        float[] mean = mean(points);
        long[] keys = new long[points.rows()];
        for (int point = 0; point < keys.length; point++) {
            keys[point] = key(points, point, mean) << Integer.SIZE - 1 | point;
        }
        Arrays.sort(keys);
        return new MemoryOrder(Arrays.stream(keys).mapToInt(key -> (int) key & Integer.MAX_VALUE).toArray());
    }

    private static float[] mean(FloatMatrix points) {
        double[] sums = new double[points.columns()];
        for (int point = 0; point < points.rows(); point++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += points.get(point, k);
            }
        }
        float[] mean = new float[sums.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (float) (sums[k] / points.rows());
        }
        return mean;
    }

    /** The dimensions in which the point is furthest above the mean, furthest first. */
    private static long key(FloatMatrix points, int point, float[] mean) {
        long key = 0;
        float below = Float.POSITIVE_INFINITY;
        for (int rank = 0; rank < DIMENSIONS_LOOKED_AT; rank++) {
            int best = 0;
            float most = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < mean.length; k++) {
                float above = points.get(point, k) - mean[k];
                if (above > most && above < below) {
                    most = above;
                    best = k;
                }
            }
            below = most;
            key = key << BITS | best & (1 << BITS) - 1;
        }
        return key;
    }

    /** The rows in this order. */
    FloatMatrix arranged(FloatMatrix rows) {
        FloatMatrix result = FloatMatrix.zeros(rows.rows(), rows.columns());
        for (int place = 0; place < order.length; place++) {
            System.arraycopy(rows.values(), rows.offset(order[place]), result.values(), result.offset(place), rows.columns());
        }
        return result;
    }

    /** The rows in the order they had before. */
    FloatMatrix restored(FloatMatrix arranged) {
        FloatMatrix result = FloatMatrix.zeros(arranged.rows(), arranged.columns());
        for (int place = 0; place < order.length; place++) {
            System.arraycopy(arranged.values(), arranged.offset(place), result.values(), result.offset(order[place]),
                    arranged.columns());
        }
        return result;
    }

    /** Shows the listener what it knows, in the order it knows. */
    TsneListener restoring(TsneListener listener) {
        return new TsneListener() {
            @Override
            public void progress(long done, long total) {
                listener.progress(done, total);
            }

            @Override
            public boolean shape(int step, double divergence, FloatMatrix positions) {
                return listener.shape(step, divergence, restored(positions));
            }
        };
    }
}
