package topicworkbench.ui.monitor;

import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.ui.support.LiveRun;

/**
 * One line of the list of runs.
 *
 * @param summary as it is on the disk
 * @param live    the same run as this window watches it, or null if it does not
 */
public record RunRow(RunSummary summary, LiveRun live) {

    public String id() {
        return summary.id();
    }

    public String name() {
        return summary.name();
    }

    public RunState state() {
        return live == null ? summary.state() : live.stateProperty().get();
    }

    public String corpus() {
        return summary.spec() == null ? "" : SpecInWords.corpus(summary.spec());
    }

    public String model() {
        return summary.spec() == null ? "" : SpecInWords.model(summary.spec());
    }

    /** Not a number as long as the documents have not been counted. */
    public double documents() {
        return summary.counts() == null ? Double.NaN : summary.counts().documents();
    }

    public double wetc() {
        return summary.quality() == null ? Double.NaN : summary.quality().wetc();
    }

    public double tu() {
        return summary.quality() == null ? Double.NaN : summary.quality().tu();
    }

    public double npmi() {
        return summary.quality() == null ? Double.NaN : summary.quality().npmi();
    }

    public double perplexity() {
        return summary.quality() == null ? Double.NaN : summary.quality().perplexity();
    }

    public boolean hasTopics() {
        return summary.quality() != null;
    }
}
