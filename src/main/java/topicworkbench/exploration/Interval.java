package topicworkbench.exploration;

/**
 * Where a value lies with 95% confidence, in the value's own unit; both ends NaN where nothing can be said.
 *
 * @param low  lower end
 * @param high upper end
 */
public record Interval(double low, double high) {
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** Quantile of the normal distribution that leaves 2.5% above it. */
    private static final double Z = 1.959963984540054;

    /**
     * Of a share, by Wilson's score method, which also holds for few documents and for shares near 0 and 1.
     *
     * @param part  documents counted, 0 to {@code whole}
     * @param whole documents among which they were counted; 0 gives {@link #UNKNOWN}
     * @return within 0 to 1
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    public static Interval ofShare(long part, long whole) {
        if (whole == 0) {
            return UNKNOWN;
        }
        double n = whole;
        double share = part / n;
        double center = share + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Interval(part == 0 ? 0 : (center - reach) / scale, part == whole ? 1 : (center + reach) / scale);
    }

    /**
     * Of the mean of a Poisson distribution of which one count is known, by Byar's approximation of the exact limits; off
     * by less than 0.02 at the lower end and 0.05 at the upper end.
     *
     * @param count documents, 0 or more
     * @see "Breslow and Day 1987, Statistical Methods in Cancer Research II, page 69"
     */
    public static Interval ofCount(long count) {
        double above = count + 1.0;
        double low = count == 0 ? 0 : count * Math.pow(1 - 1 / (9.0 * count) - Z / (3 * Math.sqrt(count)), 3);
        return new Interval(low, above * Math.pow(1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above)), 3));
    }

    /**
     * Of a mean, by the normal approximation.
     *
     * @param mean              of the values
     * @param standardDeviation of the values, with {@code count - 1} below the line
     * @param count             of the values; fewer than 2 give {@link #UNKNOWN}
     */
    public static Interval ofMean(double mean, double standardDeviation, long count) {
        if (count < 2) {
            return UNKNOWN;
        }
        double reach = Z * standardDeviation / Math.sqrt(count);
        return new Interval(mean - reach, mean + reach);
    }

    /**
     * Of the ratio of two shares, by the log method. The half that {@link Growth} adds to each count keeps it finite.
     *
     * @param ratio   of the shares, above 0
     * @param inverse sum over both shares of 1/part - 1/whole
     * @see <a href="https://doi.org/10.2307/2530610">Katz et al. 1978</a>
     */
    static Interval ofRatio(double ratio, double inverse) {
        double reach = Math.exp(Z * Math.sqrt(inverse));
        return new Interval(ratio / reach, ratio * reach);
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
