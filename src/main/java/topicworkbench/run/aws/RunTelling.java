package topicworkbench.run.aws;

import java.util.function.Consumer;
import topicworkbench.run.LogLine.Level;
import topicworkbench.run.RunEvent;
import topicworkbench.run.Stage;
import topicworkbench.wording.OneLine;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunLog;
import topicworkbench.workspace.RunWriter;

/** Tells what happens in a run: to its folder, its log, and whoever listens. */
final class RunTelling {
    private static final int LONGEST_LINE = 2000;

    private final RunWriter writer;
    private final RunLog log;
    private final Consumer<RunEvent> listener;

    RunTelling(RunWriter writer, Consumer<RunEvent> listener) {
        this.writer = writer;
        this.log = new RunLog(writer.files().log());
        this.listener = listener;
    }

    synchronized void tell(RunEvent event) {
        if (!(event instanceof RunEvent.Passing)) {
            keep(event);
        }
        hear(event);
    }

    void keep(RunEvent event) {
        log.write(event);
        try {
            writer.event(event);
        } catch (RuntimeException e) {
            log.write(null, "The event could not be kept.", e);
        }
    }

    void hear(RunEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            log.write(null, "A listener failed.", e);
        }
    }

    void note(Stage stage, String text) {
        tell(new RunEvent.Note(RunClock.now(), stage, plain(text)));
    }

    void progress(Stage stage, double fraction) {
        tell(new RunEvent.StageProgress(RunClock.now(), stage, fraction));
    }

    /** A line of a log in the cloud. */
    void line(Stage stage, String text) {
        log.write(Level.INFO, stage, plain(text));
    }

    void failure(Stage stage, String what, Throwable failure) {
        log.write(stage, what, failure);
    }

    /** One printable line, however long and wild the cloud's was. */
    static String plain(String text) {
        return OneLine.of(text, LONGEST_LINE);
    }
}
