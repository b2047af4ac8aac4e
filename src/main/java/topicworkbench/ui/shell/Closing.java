package topicworkbench.ui.shell;

import java.util.List;
import java.util.OptionalInt;
import topicworkbench.run.RunState;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Figures;
import topicworkbench.ui.support.Lifetime;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;

/** What becomes of the runs when the window is closed: the user says so, and the program ends with the last of them. */
final class Closing {
    private static final int KEEP = 0;
    private static final int STOP = 1;

    private final LiveRuns liveRuns;
    private final Dialogs dialogs;
    private final Lifetime lifetime;
    private boolean closed;

    Closing(LiveRuns liveRuns, Dialogs dialogs, Lifetime lifetime) {
        this.liveRuns = liveRuns;
        this.dialogs = dialogs;
        this.lifetime = lifetime;
        liveRuns.whenEnded(run -> endIfNothingRuns());
    }

    /** @return whether the window may go */
    boolean mayClose() {
        if (liveRuns.active().isEmpty()) {
            return true;
        }
        boolean many = liveRuns.active().size() > 1;
        OptionalInt answer = dialogs.choose(Figures.count(liveRuns.active().size(), "run") + " still going. Close the window?",
                "In the background the program goes on without a window until the runs have ended; starting it again shows "
                        + "them. After the epoch means that training ends soon with the best model so far. A cancelled "
                        + "run keeps what is finished and can be resumed.",
                List.of("Keep running in the background", "Stop after the epoch", many ? "Cancel them" : "Cancel the run"));
        if (answer.isEmpty()) {
            return false;
        }
        switch (answer.getAsInt()) {
            case KEEP -> { }
            case STOP -> List.copyOf(liveRuns.active()).forEach(Closing::stop);
            default -> List.copyOf(liveRuns.active()).forEach(LiveRun::cancel);
        }
        return true;
    }

    /** A run that has not begun has no epoch to wait for. */
    private static void stop(LiveRun run) {
        if (run.stateProperty().get() == RunState.QUEUED) {
            run.cancel();
        } else {
            run.stopTraining();
        }
    }

    /** The window is gone. */
    void windowClosed() {
        closed = true;
        endIfNothingRuns();
    }

    private void endIfNothingRuns() {
        if (closed && liveRuns.active().isEmpty()) {
            lifetime.end();
        }
    }
}
