package topicworkbench.exploration;

import java.util.Arrays;

/**
 * How many documents give how many stars.
 *
 * @param counts of one star, of two, and so on; not copied, not to be changed
 */
public record StarDistribution(long[] counts) {

    /** Of a topic. @param counts over {@link StarBins} */
    public static StarDistribution of(CrossCount counts, int topic) {
        long[] stars = new long[counts.bins().count()];
        Arrays.setAll(stars, bin -> topic < counts.topics() ? counts.count(topic, bin) : 0);
        return new StarDistribution(stars);
    }

    /** Of all topics together. @param counts over {@link StarBins} */
    public static StarDistribution ofAll(CrossCount counts) {
        long[] stars = new long[counts.bins().count()];
        Arrays.setAll(stars, counts::ofBin);
        return new StarDistribution(stars);
    }

    public long all() {
        return Arrays.stream(counts).sum();
    }

    /** NaN where there are none. */
    public double share(int bin) {
        return all() == 0 ? Double.NaN : (double) counts[bin] / all();
    }

    /** Mean stars; NaN where there are none. */
    public double mean() {
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            sum += (bin + 1.0) * counts[bin];
        }
        return all() == 0 ? Double.NaN : sum / all();
    }

    /** Of {@link #mean()}, 95%. */
    public Interval interval() {
        double mean = mean();
        double squares = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            squares += counts[bin] * (bin + 1 - mean) * (bin + 1 - mean);
        }
        return Interval.ofMean(mean, Math.sqrt(squares / Math.max(1, all() - 1)), all());
    }
}
