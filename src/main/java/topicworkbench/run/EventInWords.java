package topicworkbench.run;

import java.util.Locale;
import java.util.stream.Collectors;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.wording.Figures;

/** Events in words, for logs and terminals. */
public final class EventInWords {
    private static final double MINUTE = 60;

    private EventInWords() { }

    /** For example "3.1 s, documents 14,559". */
    public static String finished(RunEvent.StageFinished event) {
        return seconds(event.seconds()) + event.figures().entrySet().stream()
                .map(figure -> ", " + figure.getKey().replace('_', ' ') + " "
                        + Figures.count(figure.getValue()))
                .collect(Collectors.joining());
    }

    /** For example "epoch 3 of 30, loss 7.104, WETC 0.31, TU 0.62"; what was not measured is left out. */
    public static String epoch(RunEvent.EpochFinished event) {
        EpochMetrics metrics = event.metrics();
        return "epoch " + metrics.epoch() + " of " + metrics.epochs() + figure("loss", metrics.total(), 3)
                + figure("validation", metrics.validationTotal(), 3) + figure("WETC", event.wetc(), 2)
                + figure("TU", event.tu(), 2) + figure("NPMI", event.npmi(), 2);
    }

    /** The same for a line that also holds a bar. */
    public static String epochInShort(RunEvent.EpochFinished event) {
        return "epoch " + event.metrics().epoch() + " of " + event.metrics().epochs()
                + figure("loss", event.metrics().total(), 2) + figure("WETC", event.wetc(), 2)
                + figure("TU", event.tu(), 2);
    }

    /** For example "step 350 of 750, KL 1.74". */
    public static String map(RunEvent.MapShaped event) {
        return "step " + event.step() + " of " + event.steps() + figure("KL", event.divergence(), 2);
    }

    /** 4.2 s, or 3:05 from a minute on. */
    public static String seconds(double seconds) {
        return seconds < MINUTE ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%d:%02d", (long) (seconds / MINUTE), (long) (seconds % MINUTE));
    }

    private static String figure(String name, double value, int decimals) {
        return Double.isNaN(value) ? "" : ", " + name + " " + String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
