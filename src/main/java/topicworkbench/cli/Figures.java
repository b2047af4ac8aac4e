package topicworkbench.cli;

import java.util.Locale;

/** Numbers as commands print them. */
final class Figures {

    private Figures() { }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Two decimals; a dash where nothing was measured. */
    static String score(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Rounded to a whole number; a dash where nothing was measured. */
    static String perplexity(double value) {
        return Double.isNaN(value) ? "–" : count(Math.round(value));
    }

    static String share(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * value);
    }

    /** 4.2 s, or 3:05 from a minute on. */
    static String seconds(double seconds) {
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d:%02d", (long) seconds / 60, (long) seconds % 60);
    }
}
