package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.run.JobNote;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.wording.Figures;
import topicworkbench.workspace.FinishedStage;

/**
 * How one stage of a run stands.
 *
 * @param stage    which
 * @param kind     waiting, at work, or how it ended
 * @param fraction how far it is, 0 to 1; NaN when not known
 * @param words    percent, time or reason, in the few words that the graph has room for
 * @param story    the same at length: what it counted, or why it failed
 */
public record StageStanding(Stage stage, Kind kind, double fraction, String words, String story) {
    /** Figures that explain another one, such as filtered_by_stars. */
    private static final String DETAIL = "_by_";

    /** What a stage does just now, or how it ended. */
    public enum Kind { WAITING, RUNNING, DONE, CANCELLED, INTERRUPTED, FAILED }

    /**
     * @param stages   that the run goes through, in order
     * @param finished of them
     * @param state    of the run
     * @param current  stage at work, or where the run ended; null before the first
     * @param fraction of the current stage
     * @param failure  null unless the run failed
     * @param job      of the current stage in the cloud, as last told; null for none
     */
    static List<StageStanding> of(List<Stage> stages, List<FinishedStage> finished, RunState state, Stage current,
            double fraction, RunFailure failure, JobNote job) {
        List<StageStanding> standings = new ArrayList<>();
        for (Stage stage : stages) {
            standings.add(finished.stream().filter(done -> done.stage() == stage).findFirst().map(StageStanding::done)
                    .orElseGet(() -> open(stage, state, failure == null ? current : failure.stage(), fraction, failure, job)));
        }
        return standings;
    }

    private static StageStanding done(FinishedStage stage) {
        return new StageStanding(stage.stage(), Kind.DONE, 1, Figures.duration(stage.seconds()), figures(stage.figures()));
    }

    private static StageStanding open(Stage stage, RunState state, Stage current, double fraction, RunFailure failure,
            JobNote job) {
        if (stage != current || state == RunState.QUEUED) {
            return new StageStanding(stage, Kind.WAITING, 0, "waiting", "");
        }
        return switch (state) {
            case RUNNING -> new StageStanding(stage, Kind.RUNNING, fraction,
                    !Double.isNaN(fraction) ? (int) (100 * fraction) + "%" : job == null ? "running" : job.inWords(),
                    job == null ? "" : job.job() + ": " + job.state());
            case FAILED -> new StageStanding(stage, Kind.FAILED, fraction, "failed",
                    failure == null ? "" : failure.whatHappened() + " " + failure.remedy());
            case CANCELLED -> new StageStanding(stage, Kind.CANCELLED, fraction, "cancelled", "");
            case INTERRUPTED -> new StageStanding(stage, Kind.INTERRUPTED, fraction, "interrupted",
                    "The process that worked on it is gone. The run can be resumed from here.");
            case QUEUED, DONE, NOT_ACCEPTED -> new StageStanding(stage, Kind.WAITING, 0, "", "");
        };
    }

    private static String figures(Map<String, Long> counted) {
        return counted.entrySet().stream().filter(entry -> entry.getValue() > 0 && !entry.getKey().contains(DETAIL))
                .map(entry -> Figures.count(entry.getValue()) + " " + entry.getKey().replace('_', ' '))
                .collect(Collectors.joining(" · "));
    }
}
