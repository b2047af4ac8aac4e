package topicworkbench.export;

import java.util.Locale;

/** Numbers as exports write them, for people. */
public final class Figures {
    /** Stands where there is no value. */
    public static final String NONE = "–";

    private Figures() { }

    /** 14559 as 14,559. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Two decimals. */
    public static String score(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }

    /** To the whole number. */
    public static String perplexity(double value) {
        return Double.isNaN(value) ? NONE : count(Math.round(value));
    }

    /** A share as a percentage to one decimal. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** One decimal: mean stars. */
    public static String stars(double stars) {
        return Double.isNaN(stars) ? NONE : String.format(Locale.ROOT, "%.1f", stars);
    }

    /** How many times as much: "×1.3". */
    public static String factor(double factor) {
        return Double.isNaN(factor) ? NONE : String.format(Locale.ROOT, "×%.2f", factor);
    }
}
