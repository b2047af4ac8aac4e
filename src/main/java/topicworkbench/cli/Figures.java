package topicworkbench.cli;

import java.util.Locale;
import topicworkbench.run.EventInWords;
import topicworkbench.run.RunSummary;

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

    /** US dollars that AWS takes; nothing for a run on this computer, a question mark where not known. */
    static String cost(RunSummary run) {
        double cost = run.spent().cost();
        return run.spec() == null || !run.spec().cloud().onAws() ? "" : Double.isNaN(cost) ? "?" : String.format(Locale.ROOT, "$%.2f", cost);
    }

    static String share(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * value);
    }

    /** 4.2 s, or 3:05 from a minute on. */
    static String seconds(double seconds) {
        return EventInWords.seconds(seconds);
    }
}
