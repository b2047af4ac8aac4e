package topicworkbench.run.aws;

import topicworkbench.run.Stage;
import topicworkbench.workspace.CloudCost;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunTelling;

/** Asks what a run costs, while it is watched and when it is over. That it cannot be asked is worth no failure. */
final class CostWatch {
    private final RunFolder folder;
    private final RunTelling telling;
    private final WatchPace pace;
    private final Runnable ledger;
    private long next;
    private boolean refused;

    /** @param ledger asks the account, and keeps in the run's folder what it says */
    CostWatch(RunFolder folder, RunTelling telling, WatchPace pace, Runnable ledger) {
        this.folder = folder;
        this.telling = telling;
        this.pace = pace;
        this.ledger = ledger;
        this.next = System.nanoTime() + pace.costs().toNanos();
    }

    /** Asks if it is time to. */
    void look(Stage stage) {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + pace.costs().toNanos();
            ask(stage);
        }
    }

    /** Asks once nothing more comes; where that is refused, the cost is not known. */
    void settle(Stage stage) {
        if (!ask(stage)) {
            try {
                folder.cost().map(CloudCost::outdated).ifPresent(folder::keepCost);
            } catch (RuntimeException e) {
                telling.failure(stage, "That the cost is not known could not be kept.", e);
            }
        }
    }

    private boolean ask(Stage stage) {
        try {
            ledger.run();
            refused = false;
        } catch (RuntimeException e) {
            if (!refused) {
                telling.failure(stage, "What the run costs could not be found out.", e);
            }
            refused = true;
        }
        return !refused;
    }
}
