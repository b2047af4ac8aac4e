package topicworkbench.study;

/**
 * Where a curve over ever larger numbers stops being worth the price: at its peak, else at its knee, where it turns from
 * steep to flat. The knee is found by Kneedle with sensitivity 1: both axes are scaled to 0..1, and the point highest
 * above the diagonal is the knee if it stands out by more than the mean distance between points.
 *
 * @param shape what the curve does
 * @param at    the point that says so
 * @see <a href="https://doi.org/10.1109/ICDCSW.2011.20">Satopää, Albrecht, Irwin and Raghavan 2011</a>
 */
record Knee(Shape shape, int at) {
    static final int LEAST_POINTS = 3;
    /** Share of the highest value by which a curve must rise or fall to say anything. */
    static final double FLAT = 0.05;

    enum Shape {
        /** Too few points to have one. */
        UNKNOWN,
        /** All values are nearly the same; {@link #at} is the first. */
        FLAT,
        /** Highest between its ends. */
        PEAK,
        /** Highest at the last point, but from {@link #at} on it rises slowly. */
        KNEE,
        /** Highest at the last point, and nowhere much slower. */
        RISING,
        /** Highest at the first point. */
        FALLING
    }

    /**
     * @param x rising
     * @param y finite, as many
     */
    static Knee of(double[] x, double[] y) {
        int highest = 0;
        double lowest = y[0];
        for (int i = 1; i < y.length; i++) {
            highest = y[i] > y[highest] ? i : highest;
            lowest = Math.min(lowest, y[i]);
        }
        if (x.length < LEAST_POINTS) {
            return new Knee(Shape.UNKNOWN, highest);
        }
        if (y[highest] - lowest <= FLAT * Math.abs(y[highest])) {
            return new Knee(Shape.FLAT, 0);
        }
        if (highest == 0) {
            return new Knee(Shape.FALLING, highest);
        }
        return highest < y.length - 1 ? new Knee(Shape.PEAK, highest) : kneedle(x, y, lowest);
    }

    private static Knee kneedle(double[] x, double[] y, double lowest) {
        int last = x.length - 1;
        int best = 0;
        double most = 0;
        for (int i = 1; i < last; i++) {
            double aboveDiagonal = (y[i] - lowest) / (y[last] - lowest) - (x[i] - x[0]) / (x[last] - x[0]);
            if (aboveDiagonal > most) {
                most = aboveDiagonal;
                best = i;
            }
        }
        return most > 1.0 / last ? new Knee(Shape.KNEE, best) : new Knee(Shape.RISING, last);
    }
}
