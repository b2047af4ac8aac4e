package topicworkbench.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times are written for people: the same in the window, on the terminal and in every export. */
public final class Figures {
    /** Stands where there is no value. */
    public static final String NONE = "–";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Figures() { }

    /** 14559 as 14,559. */
    public static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** A count with its noun: "1 topic", "14,559 reviews". */
    public static String count(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** A score between -1 and 1 to three decimals. */
    public static String score(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ENGLISH, "%.3f", value).replace('-', '−');
    }

    /** A score where room is scarce: two decimals. */
    public static String shortScore(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ENGLISH, "%.2f", value).replace('-', '−');
    }

    /** A perplexity to the whole number. */
    public static String perplexity(double value) {
        return Double.isNaN(value) ? NONE : count(Math.round(value));
    }

    /** A share as a percentage to one decimal. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ENGLISH, "%.1f%%", 100 * share);
    }

    /** Mean stars to one decimal. */
    public static String stars(double stars) {
        return Double.isNaN(stars) ? NONE : String.format(Locale.ENGLISH, "%.1f", stars);
    }

    /** How many times as much: "×1.30". */
    public static String factor(double factor) {
        return Double.isNaN(factor) ? NONE : String.format(Locale.ENGLISH, "×%.2f", factor);
    }

    /** A file's size: "812 bytes", "3.4 MB". */
    public static String bytes(long bytes) {
        double size = bytes;
        String[] units = {"bytes", "KB", "MB", "GB", "TB"};
        int unit = 0;
        while (size >= 1000 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0 ? count(bytes) + " bytes" : String.format(Locale.ENGLISH, "%.1f %s", size, units[unit]);
    }

    /** US dollars to the cent: "$0.43". */
    public static String dollars(double value) {
        return String.format(Locale.ENGLISH, "$%,.2f", value);
    }

    public static String moment(Instant time) {
        return MOMENT.format(time.atZone(ZoneId.systemDefault()));
    }

    /** Seconds as "0.4 s", "12 s" or "3 min 20 s". */
    public static String duration(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ENGLISH, "%.1f s", seconds);
        }
        Duration rounded = Duration.ofSeconds(Math.round(seconds));
        return rounded.toMinutes() == 0 ? rounded.toSeconds() + " s"
                : rounded.toMinutes() + " min " + rounded.toSecondsPart() + " s";
    }
}
