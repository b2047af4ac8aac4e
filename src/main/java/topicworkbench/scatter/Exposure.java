package topicworkbench.scatter;

/**
 * How large points are drawn and how strongly many of them cover the page, from how dense they lie on the picture. Far
 * away a point is a pixel and the cover grows with the logarithm of their number; the nearer, the larger the disc. It
 * depends on the scale only, not on the part that is seen, so that nothing changes its shade while the picture moves.
 *
 * @param radius       of a point, in pixels; below {@link Stamp#LEAST_RADIUS} it is one pixel
 * @param perLogarithm cover for the logarithm of 1 + points
 */
record Exposure(double radius, float perLogarithm) {
    /** Share of the page that is covered around the middling point. */
    private static final double COVERAGE = 0.4;
    private static final double LARGEST_RADIUS = 4.5;
    /** What one point covers where thousands share a pixel: enough to be seen. */
    private static final double SINGLE = 0.3;
    /** Two points that overlap are still told apart. */
    private static final double LEAST_FULL = 1.5;
    /** More points than these on a pixel are drawn as these. */
    private static final int MOST_POINTS = 8192;
    private static final float[] LOGARITHMS = logarithms(MOST_POINTS * Stamp.FULL + 1);

    /**
     * @param scale      pixels to a unit
     * @param pixelRatio pixels of the picture to a point of the screen, so that a sharper screen shows discs as large
     */
    static Exposure of(ColoredPoints points, double scale, double pixelRatio) {
        double perPixel = points.density() / (scale * scale);
        double radius = perPixel == 0 ? 0 : Math.min(LARGEST_RADIUS * pixelRatio, Math.sqrt(COVERAGE / (Math.PI * perPixel)));
        double densest = points.greatestDensity() / (scale * scale) * Math.max(1, Math.PI * radius * radius);
        return new Exposure(radius, (float) ((1 - SINGLE) / Math.log1p(Math.clamp(densest, LEAST_FULL, MOST_POINTS))));
    }

    private static float[] logarithms(int count) {
        float[] result = new float[count];
        for (int i = 0; i < count; i++) {
            result[i] = (float) Math.log1p((double) i / Stamp.FULL);
        }
        return result;
    }

    boolean isOnePixel() {
        return radius < Stamp.LEAST_RADIUS;
    }

    /**
     * How much of a pixel is covered, 0 to 1.
     *
     * @param weight sum of the points' weights on it, a point having {@link Stamp#FULL}
     */
    float cover(int weight) {
        float single = Math.min(weight, Stamp.FULL) * (float) (SINGLE / Stamp.FULL);
        return Math.min(1, single + perLogarithm * LOGARITHMS[Math.min(weight, LOGARITHMS.length - 1)]);
    }
}
