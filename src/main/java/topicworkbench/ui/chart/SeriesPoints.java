package topicworkbench.ui.chart;

import java.util.Arrays;

/** Points of a line in the order in which they were measured; x never falls. Every one is kept. */
public final class SeriesPoints {
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;

    /** @param pointY NaN, where nothing was measured, leaves the point out */
    public void add(double pointX, double pointY) {
        if (Double.isNaN(pointY)) {
            return;
        }
        if (size > 0 && pointX < x[size - 1]) {
            throw new IllegalArgumentException(pointX + " after " + x[size - 1]);
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = pointX;
        y[size++] = pointY;
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public double x(int index) {
        return x[index];
    }

    public double y(int index) {
        return y[index];
    }

    /** The first point at {@code from} or after it; {@link #size()} if there is none. */
    public int firstFrom(double from) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The point whose x is nearest; only if there are points. */
    public int nearest(double wanted) {
        int after = Math.min(firstFrom(wanted), size - 1);
        return after > 0 && wanted - x[after - 1] < x[after] - wanted ? after - 1 : after;
    }

    /**
     * The exponential moving average: each point is {@code weight} times the one before and the rest itself, divided by
     * the sum of the weights so that the first points are not drawn to zero.
     *
     * @param weight 0, which changes nothing, to below 1
     */
    public SeriesPoints smoothed(double weight) {
        SeriesPoints result = new SeriesPoints();
        result.x = Arrays.copyOf(x, Math.max(1, size));
        result.y = new double[Math.max(1, size)];
        result.size = size;
        double mean = 0;
        double rest = 1;
        for (int i = 0; i < size; i++) {
            mean = weight * mean + (1 - weight) * y[i];
            rest *= weight;
            result.y[i] = mean / (1 - rest);
        }
        return result;
    }
}
