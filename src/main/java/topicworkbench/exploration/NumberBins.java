package topicworkbench.exploration;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Documents by a column of numbers: by each number where there are few, else by ranges of one round width, of which the
 * first and the last take in what is far from the others.
 */
public final class NumberBins implements Bins {
    private static final int MOST_NUMBERS = 12;
    private static final int GOOD_RANGES = 10;
    /** Share of the numbers that the first range, and the last, may take in beyond its width. */
    private static final double TAIL = 0.01;
    private static final int SAMPLE = 100_000;
    private static final double[] STEPS = {1, 2, 5, 10};

    private final Dimension dimension;
    private final double[] values;
    /** Where each bin begins, rising; of ranges the first takes in all that is below too. */
    private final double[] starts;
    /** Of ranges their width, 0 for single numbers. */
    private final double width;
    private final boolean whole;

    private NumberBins(Dimension dimension, double[] values, double[] starts, double width, boolean whole) {
        this.dimension = dimension;
        this.values = values;
        this.starts = starts;
        this.width = width;
        this.whole = whole;
    }

    /** @param values of each document, NaN where missing */
    static NumberBins of(Dimension dimension, double[] values) {
        double[] few = few(values);
        if (few != null) {
            return new NumberBins(dimension, values, few, 0, false);
        }
        double[] sorted = sorted(values);
        double low = sorted[(int) (TAIL * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
        boolean whole = Arrays.stream(sorted).allMatch(value -> value == Math.rint(value));
        if (high <= low) { // nearly all are one number
            low = sorted[0];
            high = sorted[sorted.length - 1];
        }
        double width = Math.max(round((high - low) / GOOD_RANGES), whole ? 1 : 0);
        double first = Math.floor(low / width);
        int count = (int) (Math.floor(high / width) - first) + 1;
        return new NumberBins(dimension, values, IntStream.range(0, count).mapToDouble(i -> (first + i) * width).toArray(), width, whole);
    }

    /** The different numbers, rising, or null if there are too many. */
    private static double[] few(double[] values) {
        double[] found = new double[MOST_NUMBERS];
        int count = 0;
        for (double value : values) {
            int place = Double.isNaN(value) ? 0 : Arrays.binarySearch(found, 0, count, value);
            if (place < 0) {
                if (count == MOST_NUMBERS) {
                    return null;
                }
                System.arraycopy(found, -place - 1, found, -place, count + place + 1);
                found[-place - 1] = value;
                count++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Evenly taken of very many. */
    private static double[] sorted(double[] values) {
        int step = Math.max(1, values.length / SAMPLE);
        return IntStream.range(0, (values.length + step - 1) / step).mapToDouble(i -> values[i * step])
                .filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    /** Up to the next of 1, 2, 5, 10, 20 and so on. */
    private static double round(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        return Arrays.stream(STEPS).map(step -> step * power).filter(step -> step >= width * (1 - 1e-9)).findFirst().orElseThrow();
    }

    @Override
    public Dimension dimension() {
        return dimension;
    }

    @Override
    public int count() {
        return starts.length;
    }

    @Override
    public int of(int document) {
        double value = values[document];
        if (Double.isNaN(value)) {
            return NONE;
        }
        int place = Arrays.binarySearch(starts, value);
        return place >= 0 ? place : Math.max(0, -place - 2);
    }

    @Override
    public String name(int bin) {
        if (width == 0) {
            return Filter.Range.number(starts[bin]);
        }
        if (bin == starts.length - 1 && bin > 0) {
            return Filter.Range.number(starts[bin]) + " or more";
        }
        if (bin == 0 && starts.length > 1) {
            return "Below " + Filter.Range.number(starts[1]);
        }
        double end = starts[bin] + width;
        return whole ? width == 1 ? Filter.Range.number(starts[bin]) : Filter.Range.number(starts[bin]) + "–" + Filter.Range.number(end - 1)
                : Filter.Range.number(starts[bin]) + " to " + Filter.Range.number(end);
    }

    @Override
    public Filter filter(int first, int last) {
        if (width == 0) {
            return new Filter.Range(dimension, starts[first], Math.nextUp(starts[last]));
        }
        return new Filter.Range(dimension, first == 0 ? Double.NEGATIVE_INFINITY : starts[first],
                last == starts.length - 1 ? Double.POSITIVE_INFINITY : starts[last + 1]);
    }
}
