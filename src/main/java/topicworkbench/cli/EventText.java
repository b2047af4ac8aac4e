package topicworkbench.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.run.RunEvent.EpochFinished;
import topicworkbench.run.RunEvent.MapShaped;
import topicworkbench.run.RunEvent.StageFinished;

/** Events in words. */
final class EventText {

    private EventText() { }

    /** For example "prepare: 3.1 s, documents 14,559". */
    static String finished(StageFinished event) {
        String figures = event.figures().entrySet().stream()
                .map(figure -> ", " + figure.getKey().replace('_', ' ') + " " + Figures.count(figure.getValue()))
                .collect(Collectors.joining());
        return event.stage().key() + ": " + Figures.seconds(event.seconds()) + figures;
    }

    /** For example "epoch 3 of 30, loss 7.104, WETC 0.31, TU 0.62"; what was not measured is left out. */
    static String epoch(EpochFinished event) {
        EpochMetrics metrics = event.metrics();
        return "epoch " + metrics.epoch() + " of " + metrics.epochs() + figure("loss", metrics.total(), 3)
                + figure("validation", metrics.validationTotal(), 3) + figure("WETC", event.wetc(), 2)
                + figure("TU", event.tu(), 2) + figure("NPMI", event.npmi(), 2);
    }

    /** The same for a line that also holds a bar. */
    static String epochInShort(EpochFinished event) {
        return "epoch " + event.metrics().epoch() + " of " + event.metrics().epochs()
                + figure("loss", event.metrics().total(), 2) + figure("WETC", event.wetc(), 2)
                + figure("TU", event.tu(), 2);
    }

    /** For example "step 350 of 750, KL 1.74". */
    static String map(MapShaped event) {
        return "step " + event.step() + " of " + event.steps() + figure("KL", event.divergence(), 2);
    }

    private static String figure(String name, double value, int decimals) {
        return Double.isNaN(value) ? "" : ", " + name + " " + String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
