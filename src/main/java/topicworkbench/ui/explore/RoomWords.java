package topicworkbench.ui.explore;

import java.util.Locale;
import topicworkbench.run.RunSummary;
import topicworkbench.wording.Figures;

/** Figures that only the room writes. */
final class RoomWords {

    private RoomWords() { }

    /** A ratio: "×1.4". */
    static String times(double ratio) {
        return Double.isNaN(ratio) ? Figures.NONE : String.format(Locale.ENGLISH, ratio < 0.095 ? "×%.2f" : "×%.1f", ratio);
    }

    /** Mean stars: "1.93". */
    static String stars(double mean) {
        return Double.isNaN(mean) ? Figures.NONE : String.format(Locale.ENGLISH, "%.2f", mean);
    }

    /** Where the numbers of a chart come from: run, date and number of reviews. */
    static String source(Exploration exploration) {
        RunSummary run = exploration.runProperty().get().summary();
        return run.name() + " · " + Figures.moment(run.created()) + " · " + reviews(exploration);
    }

    /** How many reviews are looked at: "14,309 reviews", "5,133 of 14,309 reviews". */
    static String reviews(Exploration exploration) {
        int all = exploration.matchingProperty().get().all().documents();
        int left = exploration.matchingProperty().get().all().count();
        return left == all ? Figures.count(all, "review") : Figures.count(left) + " of " + Figures.count(all, "review");
    }
}
