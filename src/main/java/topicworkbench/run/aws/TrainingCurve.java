package topicworkbench.run.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.run.RunEvent;
import topicworkbench.run.Stage;
import topicworkbench.sagemaker.HostTraining;
import topicworkbench.sagemaker.TrainingEpoch;
import topicworkbench.sagemaker.TrainingLog;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunTelling;

/**
 * Makes the epochs that the log of an NTM's training tells into those of a local run. Several hosts train a model each, of
 * which the best is kept: the curve is the first host's, the others are told in words.
 */
final class TrainingCurve {
    private static final String FIRST = "algo-1";

    private final RunTelling telling;
    private final int epochs;
    private final int known;
    private final List<RunEvent.EpochFinished> told = new ArrayList<>();
    private boolean seen;
    private final Map<String, TrainingLog> logs = new HashMap<>();
    private final Set<String> others = new HashSet<>();
    private double completed = Double.NaN;

    /**
     * @param epochs that were asked for
     * @param known  that were told before this program was opened again
     */
    TrainingCurve(RunTelling telling, int epochs, int known) {
        this(telling, epochs, known, true);
    }

    private TrainingCurve(RunTelling telling, int epochs, int known, boolean seen) {
        this.telling = telling;
        this.epochs = epochs;
        this.known = known;
        this.seen = seen;
    }

    /** One of many, which is not drawn until it is chosen. */
    static TrainingCurve unseen(RunTelling telling, int epochs) {
        return new TrainingCurve(telling, epochs, 0, false);
    }

    /** Draws it from its first epoch on. */
    void show() {
        seen = true;
        told.forEach(telling::tell);
    }

    /** Least of its losses, on the validation documents where there are any; infinite before the first epoch. */
    double leastLoss() {
        return told.stream().map(RunEvent.EpochFinished::metrics).mapToDouble(epoch -> Double.isNaN(epoch.validationTotal())
                ? epoch.total() : epoch.validationTotal()).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Others are drawn from here on. */
    void hide() {
        seen = false;
    }

    /** Takes a line. @param stream as in {@code algo-1-1625000000} */
    void line(LogTail.Line line) {
        String host = line.stream().replaceFirst("^(algo-\\d+).*", "$1");
        telling.line(Stage.TRAIN, host + " " + line.text());
        logs.computeIfAbsent(host, _ -> TrainingLog.ofHost(host, new TrainingLog.Listener() {
            @Override
            public void epochEnded(TrainingEpoch epoch) {
                hear(epoch);
            }
        })).feed(line.text() + "\n");
    }

    private void hear(TrainingEpoch epoch) {
        if (!Double.isNaN(epoch.completed())) {
            completed = epoch.completed();
        }
        if (epoch.epoch() <= known) {
            return;
        }
        if (!epoch.host().equals(FIRST)) {
            if (others.add(epoch.host())) {
                telling.note(Stage.TRAIN, "The host " + epoch.host() + " trains a model of its own; the curve is that of " + FIRST
                        + ", and the best of all is kept.");
            }
            return;
        }
        double seconds = epoch.examples() > 0 && epoch.documentsPerSecond() > 0 ? epoch.examples() / epoch.documentsPerSecond()
                : Double.NaN;
        RunEvent.EpochFinished event = new RunEvent.EpochFinished(RunClock.now(), new EpochMetrics(epoch.epoch(), epochs, epoch.total(),
                epoch.reconstruction(), epoch.divergence(), epoch.validationTotal(), epoch.documentsPerSecond(), seconds,
                epoch.badCount() > 0), Double.NaN, Double.NaN, Double.NaN);
        told.add(event);
        if (seen) {
            telling.tell(event);
        }
    }

    /** Share of the epochs that are over; NaN where nothing was told. */
    double fraction() {
        return Double.isNaN(completed) ? Double.NaN : Math.clamp(completed, 0, 1);
    }

    /** The logs are complete: says what each host's model came to. */
    void end() {
        for (TrainingLog log : logs.values()) {
            log.end();
            for (HostTraining host : log.hosts()) {
                if (!Double.isNaN(host.tu()) || !Double.isNaN(host.wetc())) {
                    telling.note(Stage.TRAIN, String.format(java.util.Locale.ROOT, "%s ended with WETC %.2f and TU %.2f by the"
                            + " service's own measure%s.", host.host(), host.wetc(), host.tu(), host.stoppedEarly() ? ", early" : ""));
                }
            }
        }
    }
}
