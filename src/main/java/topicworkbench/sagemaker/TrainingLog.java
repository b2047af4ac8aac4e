package topicworkbench.sagemaker;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the log of a SageMaker NTM or LDA training job while it grows, in pieces that may end anywhere: a stream of one host,
 * or the lines of several hosts mixed as the SageMaker SDK prints them. Every line is handed on, understood or not.
 */
public final class TrainingLog {
    /** Characters; what a line has beyond them begins a new one. */
    static final int LONGEST_LINE = 1 << 20;
    /** Workers that are told apart; a log that names more is none, and its other lines are only handed on. */
    private static final int MOST_WORKERS = 1000;

    private final Listener listener;
    private final String host;
    private final StringBuilder begun = new StringBuilder();
    private final Map<String, WorkerLog> workers = new LinkedHashMap<>();
    private WorkerLog last;

    /** Hears what the log tells, as it tells it. */
    public interface Listener {
        default void line(TrainingLogLine line) { }

        default void epochEnded(TrainingEpoch epoch) { }
    }

    private TrainingLog(String host, Listener listener) {
        this.host = host;
        this.listener = listener;
    }

    /** A log of one host. @param host as in {@code algo-1} */
    public static TrainingLog ofHost(String host, Listener listener) {
        return new TrainingLog(host, listener);
    }

    /** A log in which the lines of all hosts are mixed. */
    public static TrainingLog ofAll(Listener listener) {
        return new TrainingLog(null, listener);
    }

    /** Takes the next piece of the log, whole lines or not. */
    public void feed(CharSequence piece) {
        for (int i = 0; i < piece.length(); i++) {
            char character = piece.charAt(i);
            if (character == '\n' || character == '\r' || begun.length() == LONGEST_LINE) {
                flush();
            }
            if (character != '\n' && character != '\r') {
                begun.append(character);
            }
        }
    }

    /** The log is over; a line without an end counts. */
    public void end() {
        flush();
        workers.values().forEach(WorkerLog::end);
    }

    /** What each host has told so far, by name. */
    public List<HostTraining> hosts() {
        return workers.values().stream().map(WorkerLog::told)
                .filter(told -> !told.epochs().isEmpty() || !Double.isNaN(told.completed()) || !told.topics().isEmpty())
                .sorted(Comparator.comparing(HostTraining::host)).toList();
    }

    /** The host whose model is best by {@link HostTraining#loss()}; empty where no host has told a loss. */
    public Optional<HostTraining> best() {
        return hosts().stream().filter(told -> !Double.isNaN(told.loss()))
                .min(Comparator.comparingDouble(HostTraining::loss));
    }

    private void flush() {
        if (begun.isEmpty()) {
            return;
        }
        List<TrainingLogLine> lines = TrainingLogLine.parse(begun.toString());
        begun.setLength(0);
        lines.forEach(this::take);
    }

    private void take(TrainingLogLine line) {
        listener.line(line);
        if (!line.worker().isEmpty() && (workers.containsKey(line.worker()) || workers.size() < MOST_WORKERS)) {
            last = workers.computeIfAbsent(line.worker(), worker ->
                    new WorkerLog(host == null ? worker : host, listener::epochEnded));
        }
        if (last != null) {
            last.line(line.text());
        }
    }
}
