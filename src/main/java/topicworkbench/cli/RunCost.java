package topicworkbench.cli;

import topicworkbench.run.RunSummary;
import topicworkbench.wording.Figures;

/** What AWS took for a run, as commands print it. */
final class RunCost {

    private RunCost() { }

    /** US dollars; nothing for a run on this computer, a question mark where not known. */
    static String of(RunSummary run) {
        double cost = run.spent().cost();
        return run.spec() == null || !run.spec().cloud().onAws() ? "" : Double.isNaN(cost) ? "?" : Figures.dollars(cost);
    }
}
