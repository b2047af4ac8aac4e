package topicworkbench.ui.explore;

import java.util.Locale;

/** Figures that only the room writes. */
final class RoomWords {

    private RoomWords() { }

    /** A ratio: "×1.4". */
    static String times(double ratio) {
        return Double.isNaN(ratio) ? "–" : String.format(Locale.ENGLISH, ratio < 0.095 ? "×%.2f" : "×%.1f", ratio);
    }

    /** A factor with two decimals: "×1.42". */
    static String factor(double factor) {
        return String.format(Locale.ENGLISH, "×%.2f", factor);
    }

    /** Mean stars: "1.93". */
    static String stars(double mean) {
        return Double.isNaN(mean) ? "–" : String.format(Locale.ENGLISH, "%.2f", mean);
    }
}
