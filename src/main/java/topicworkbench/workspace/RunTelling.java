package topicworkbench.workspace;

import java.util.function.Consumer;
import topicworkbench.run.LogLine.Level;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.wording.OneLine;

/**
 * Tells what happens in a run, wherever it goes on: to its folder, its log, and whoever listens. What cannot be kept, or is
 * not heard, ends no run.
 */
public final class RunTelling {
    private static final int LONGEST_LINE = 2000;

    private final RunWriter writer;
    private final RunLog log;
    private final Consumer<RunEvent> listener;

    public RunTelling(RunWriter writer, Consumer<RunEvent> listener) {
        this.writer = writer;
        this.log = new RunLog(writer.files().log());
        this.listener = listener;
    }

    /** One event after the other, also where several trainings go on at once. */
    public synchronized void tell(RunEvent event) {
        if (!(event instanceof RunEvent.Passing)) {
            keep(event);
        }
        hear(event);
    }

    private void keep(RunEvent event) {
        log.write(event);
        try {
            writer.event(event);
        } catch (RuntimeException e) {
            log.write(null, "The event could not be kept.", e);
        }
    }

    private void hear(RunEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            log.write(null, "A listener failed.", e);
        }
    }

    /** What somebody else wrote may be in it. */
    public void note(Stage stage, String text) {
        tell(new RunEvent.Note(RunClock.now(), stage, OneLine.of(text, LONGEST_LINE)));
    }

    public void progress(Stage stage, double fraction) {
        tell(new RunEvent.StageProgress(RunClock.now(), stage, fraction));
    }

    /** For the log alone, by whomever it was written. */
    public void line(Stage stage, String text) {
        log.write(Level.INFO, stage, OneLine.of(text, LONGEST_LINE));
    }

    public void failure(Stage stage, String what, Throwable failure) {
        log.write(stage, what, failure);
    }

    /**
     * The run's last word, after which its folder is free for others. The disk may be full or gone by now, so that those who
     * wait are told even if the folder cannot be.
     */
    public RunSummary end(RunState state, RunFailure failure) {
        RunEvent ending = new RunEvent.RunEnded(RunClock.now(), state, failure);
        keep(ending);
        try {
            writer.state(state, failure); // last: who reads it knows that the other files are complete
        } catch (RuntimeException e) {
            log.write(null, "The state " + state.key() + " could not be kept.", e);
        }
        RunSummary summary = writer.folder().summary().ended(state, failure);
        writer.close();
        hear(ending);
        return summary;
    }
}
