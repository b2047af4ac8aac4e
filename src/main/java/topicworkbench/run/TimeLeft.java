package topicworkbench.run;

import java.util.Locale;

/**
 * How long a run will still take, as a range.
 *
 * @param least   seconds
 * @param most    seconds
 * @param isWhole whether every stage to come is in it; if not, it is about the current stage alone
 */
public record TimeLeft(double least, double most, boolean isWhole) {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double SOON = 5;

    /** This and then that. */
    public TimeLeft plus(TimeLeft next) {
        return new TimeLeft(least + next.least, most + next.most, isWhole && next.isWhole);
    }

    /** The same when some of it is over. */
    public TimeLeft after(double seconds) {
        return new TimeLeft(Math.max(0, least - seconds), Math.max(0, most - seconds), isWhole);
    }

    /** The same, where nothing is known of the stages to come. */
    public TimeLeft ofStageOnly() {
        return new TimeLeft(least, most, false);
    }

    /** "2–3 min left", "less than 5 s left", "40–50 s left in this stage". */
    public String inWords() {
        String words = most < SOON ? "less than 5 s" : range();
        return words + (isWhole ? " left" : " left in this stage");
    }

    private String range() {
        if (most < 1.5 * MINUTE) {
            return between(roundTo(least, SOON), roundTo(most, SOON), "s");
        }
        return most < 1.5 * HOUR ? between(least / MINUTE, most / MINUTE, "min") : between(least / HOUR, most / HOUR, "h");
    }

    private static double roundTo(double value, double step) {
        return Math.rint(value / step) * step;
    }

    /** Whole numbers, or from hours on to one decimal; the lower rounded down and the upper up, so that it holds. */
    private static String between(double from, double to, String unit) {
        double scale = unit.equals("h") ? 10 : 1;
        double low = Math.floor(from * scale) / scale;
        double high = Math.ceil(to * scale) / scale;
        String upper = number(high);
        return low == high ? upper + " " + unit : number(low) + "–" + upper + " " + unit;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
