package topicworkbench.cli;

import topicworkbench.run.EventInWords;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunEvent.EpochFinished;
import topicworkbench.run.RunEvent.MapShaped;
import topicworkbench.run.RunEvent.Note;
import topicworkbench.run.RunEvent.RunEnded;
import topicworkbench.run.RunEvent.StageFinished;
import topicworkbench.run.RunEvent.StageProgress;
import topicworkbench.run.RunEvent.StageStarted;
import topicworkbench.run.RunEvent.TopicsFormed;
import topicworkbench.run.Stage;

/** One line for each thing that happened, for logs and pipes. */
final class ProgressLines implements ProgressDisplay {
    private static final int STEPS = 4;

    private final Terminal terminal;
    private int stepsTold;
    private boolean closed;

    ProgressLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        if (closed) {
            return;
        }
        switch (event) {
            case StageStarted started -> stepsTold = 0;
            case StageProgress progress -> tellSteps(progress);
            case StageFinished finished -> terminal.tell(finished.stage().key() + ": " + EventInWords.finished(finished));
            case EpochFinished epoch -> terminal.tell("  " + EventInWords.epoch(epoch));
            case Note note -> terminal.tell("  " + Terminal.line(note.text()));
            case MapShaped shaped -> { }
            case TopicsFormed formed -> { }
            case RunEnded ended -> { }
        }
    }

    /** Quarters only; training tells its epochs anyway. */
    private void tellSteps(RunEvent.StageProgress progress) {
        int steps = progress.stage() == Stage.TRAIN || Double.isNaN(progress.fraction()) ? 0
                : (int) (progress.fraction() * STEPS);
        if (steps > stepsTold && steps < STEPS) {
            stepsTold = steps;
            terminal.tell("  " + progress.stage().key() + " " + 100 * steps / STEPS + "%");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
