package topicworkbench.ui.monitor;

import java.util.Locale;
import topicworkbench.run.Quality;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.wording.Figures;

/** One run in the list. What is searched and sorted by is made once, since there may be ten thousand. */
public final class RunRow implements RunLine {
    private final RunSummary summary;
    private final LiveRun live;
    private final String study;
    private final String corpus;
    private final String model;
    private final String words;

    /**
     * @param summary as it is on the disk
     * @param live    the same run as this window watches it, or null if it does not
     * @param study   the name of the study it belongs to; empty for none
     */
    RunRow(RunSummary summary, LiveRun live, String study) {
        this.summary = summary;
        this.live = live;
        this.study = study;
        this.corpus = summary.spec() == null ? "" : SpecInWords.corpus(summary.spec());
        this.model = summary.spec() == null ? "" : SpecInWords.model(summary.spec());
        this.words = String.join("\n", summary.name(), summary.id(), corpus, model, study,
                String.join("\n", summary.remarks().tags()), summary.remarks().note()).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunRow row && live == row.live && study.equals(row.study) && summary.equals(row.summary);
    }

    @Override
    public int hashCode() {
        return summary.id().hashCode();
    }

    boolean isArchived() {
        return summary.remarks().archived();
    }

    public RunSummary summary() {
        return summary;
    }

    public LiveRun live() {
        return live;
    }

    public String id() {
        return summary.id();
    }

    public String name() {
        return summary.name();
    }

    public RunState state() {
        return live == null ? summary.state() : live.stateProperty().get();
    }

    public String study() {
        return study;
    }

    public String corpus() {
        return corpus;
    }

    public String model() {
        return model;
    }

    /** Everything a search looks through, in lower case. */
    String words() {
        return words;
    }

    /** Not a number as long as the documents have not been counted. */
    public double documents() {
        return summary.counts() == null ? Double.NaN : summary.counts().documents();
    }

    /** Scores that are not numbers where there are none. */
    public Quality quality() {
        return hasTopics() ? summary.quality() : Quality.NONE;
    }

    /** US dollars; not a number for a run on this computer, or as long as not known. */
    public double cost() {
        return isOnAws() ? summary.spent().cost() : Double.NaN;
    }

    String costInWords() {
        return !isOnAws() ? Figures.NONE : Double.isNaN(cost()) ? "?" : Figures.dollars(cost());
    }

    boolean isOnAws() {
        return summary.spec() != null && summary.spec().cloud().onAws();
    }

    public double wetc() {
        return quality().wetc();
    }

    public boolean hasTopics() {
        return summary.quality() != null;
    }
}
