package topicworkbench.ui.shell;

import java.util.List;
import java.util.OptionalInt;
import topicworkbench.run.RunState;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Lifetime;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.wording.Figures;

/** What becomes of the runs when the window is closed: the user says so, and the program ends with the last of them. */
final class Closing {
    private static final int KEEP = 0;
    private static final int STOP = 1;

    private final LiveRuns liveRuns;
    private final Dialogs dialogs;
    private final Lifetime lifetime;
    private boolean closed;
    /** Whether runs in the cloud are being stopped, which this program must see to its end. */
    private boolean leaving;

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
        if (nothingNeedsThisProgram()) {
            return mayLeaveToTheCloud();
        }
        boolean many = here().size() > 1;
        OptionalInt answer = dialogs.choose(Figures.count(liveRuns.active().size(), "run") + " still going. Close the window?",
                "In the background the program goes on without a window until the runs have ended; starting it again shows "
                        + "them. After the epoch means that training ends soon with the best model so far. A cancelled "
                        + "run keeps what is finished and can be resumed." + (inTheCloud().isEmpty() ? "" : " " + goesOn()),
                List.of("Keep running in the background", "Stop after the epoch", many ? "Cancel them" : "Cancel the run"));
        if (answer.isEmpty()) {
            return false;
        }
        switch (answer.getAsInt()) {
            case KEEP -> { }
            case STOP -> here().forEach(Closing::stop);
            default -> here().forEach(LiveRun::cancel);
        }
        return true;
    }

    private boolean mayLeaveToTheCloud() {
        boolean many = liveRuns.active().size() > 1;
        OptionalInt answer = dialogs.choose(Figures.count(liveRuns.active().size(), "run") + " still going in AWS. Close the window?",
                goesOn() + " Cancelling stops " + (many ? "them" : "it") + " there; the program ends once nothing of "
                        + (many ? "them" : "it") + " costs any more.",
                List.of("Close; " + (many ? "they go" : "it goes") + " on in AWS", many ? "Cancel them" : "Cancel the run"));
        if (answer.isPresent() && answer.getAsInt() > 0) {
            leaving = true;
            inTheCloud().forEach(LiveRun::cancel);
        }
        return answer.isPresent();
    }

    private String goesOn() {
        return "What runs in AWS goes on there, and costs, without this program; starting it again follows it and brings the results.";
    }

    private List<LiveRun> inTheCloud() {
        return liveRuns.active().stream().filter(LiveRun::goesOnInTheCloud).toList();
    }

    private List<LiveRun> here() {
        return liveRuns.active().stream().filter(run -> !run.goesOnInTheCloud()).toList();
    }

    private boolean nothingNeedsThisProgram() {
        return here().isEmpty();
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
        if (closed && (leaving ? liveRuns.active().isEmpty() : nothingNeedsThisProgram())) {
            lifetime.end();
        }
    }
}
