package topicworkbench.cli;

import java.util.Map;
import java.util.TreeMap;
import topicworkbench.run.EventInWords;
import topicworkbench.run.RunEvent;
import topicworkbench.study.StudyListener;
import topicworkbench.study.Trial;

/** Shows how a study goes: a line for what was done, and on a terminal one that is drawn over for what is at work. */
final class StudyProgress implements StudyListener, AutoCloseable {
    private final Terminal terminal;
    private final int trials;
    /** What each run does now, by the number of its trial. */
    private final Map<Integer, String> atWork = new TreeMap<>();
    private int done;
    private boolean closed;

    StudyProgress(Terminal terminal, int trials) {
        this.terminal = terminal;
        this.trials = trials;
    }

    @Override
    public synchronized void heard(int number, Trial trial, RunEvent event) {
        if (closed) {
            return;
        }
        switch (event) {
            case RunEvent.StageStarted started -> atWork.put(number, trial.inWords() + " " + started.stage().key());
            case RunEvent.StageProgress progress when !Double.isNaN(progress.fraction()) -> atWork.put(number, trial.inWords()
                    + " " + progress.stage().key() + " " + (int) (100 * progress.fraction()) + "%");
            case RunEvent.StageFinished finished -> tell(number, trial, finished.stage().key() + ": "
                    + EventInWords.finished(finished));
            case RunEvent.RunEnded ended -> {
                done++;
                atWork.remove(number);
                tell(number, trial, ended.failure() == null ? ended.state().inWords()
                        : ended.failure().whatHappened() + " " + ended.failure().remedy());
            }
            default -> { }
        }
        draw();
    }

    private void tell(int number, Trial trial, String text) {
        clear();
        terminal.tell("[" + number + " of " + trials + "] " + trial.inWords() + ": " + Terminal.line(text));
    }

    private void draw() {
        if (terminal.interactive()) {
            terminal.redraw(done + " done; " + String.join("; ", atWork.values()));
        }
    }

    private void clear() {
        if (terminal.interactive()) {
            terminal.redraw("");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            clear();
        }
        closed = true;
    }
}
