package topicworkbench.workspace;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import topicworkbench.run.EventInWords;
import topicworkbench.run.LogLine;
import topicworkbench.run.LogLine.Level;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;

/** run.log: what happened, a line each, with stack traces for those who mend it. */
public final class RunLog {
    private static final System.Logger LOGGER = System.getLogger(RunLog.class.getName());

    private final Path file;

    public RunLog(Path file) {
        this.file = file;
    }

    /** What is told often, or in another file at length, is left out. */
    public void write(RunEvent event) {
        switch (event) {
            case RunEvent.StageStarted(var _, Stage stage) -> write(Level.INFO, stage, "started");
            case RunEvent.StageFinished finished -> write(Level.INFO, finished.stage(),
                    "finished after " + EventInWords.finished(finished));
            case RunEvent.EpochFinished epoch -> write(Level.INFO, Stage.TRAIN, EventInWords.epoch(epoch));
            case RunEvent.Note(var _, Stage stage, String text) -> write(Level.INFO, stage, text);
            case RunEvent.RunEnded(var _, RunState state, RunFailure failure) -> write(levelOf(state),
                    failure == null ? null : failure.stage(), "The run is " + state.inWords() + "."
                            + (failure == null ? "" : " " + failure.whatHappened() + " " + failure.remedy()));
            case RunEvent.TopicsFormed _, RunEvent.Passing _ -> { }
        }
    }

    private static Level levelOf(RunState end) {
        return switch (end) {
            case FAILED -> Level.ERROR;
            case CANCELLED, NOT_ACCEPTED, INTERRUPTED -> Level.WARNING;
            case QUEUED, RUNNING, DONE -> Level.INFO;
        };
    }

    public synchronized void write(Level level, Stage stage, String text) {
        try {
            Files.writeString(file, new LogLine(RunClock.now(), level, stage, text).format() + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, text, e); // a log that cannot be written must not end a run
        }
    }

    public void write(Stage stage, String line, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        write(Level.ERROR, stage, line + "\n" + trace.toString().stripTrailing());
    }
}
