package topicworkbench.run.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import topicworkbench.run.Counts;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent;
import topicworkbench.run.Stage;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunTelling;
import topicworkbench.workspace.RunWriter;

/** At which stage a run is; keeps in its folder which are finished, and tells of each once, also after a program was closed. */
final class StageTrack {
    private final RunWriter writer;
    private final RunTelling telling;
    private final Function<Stage, Map<String, Long>> figures;
    private Stage current;
    private Instant begun;

    /** @param figures what a stage of the cloud counted, asked when it is over */
    StageTrack(RunWriter writer, RunTelling telling, Function<Stage, Map<String, Long>> figures) {
        this.writer = writer;
        this.telling = telling;
        this.figures = figures;
    }

    Stage current() {
        return current;
    }

    /** Ends the stage before; does nothing for one that goes on or is over. */
    void begin(Stage stage, Instant time) {
        if (stage == current || writer.finished(stage).isPresent()) {
            return;
        }
        if (current != null && current.compareTo(stage) < 0) {
            finish(time);
        }
        current = stage;
        begun = time;
        telling.tell(new RunEvent.StageStarted(time, stage));
        telling.progress(stage, Double.NaN);
    }

    void finish(Instant time) {
        if (current != null) {
            finish(time, figures.apply(current), null, null);
        }
    }

    /** @param counts null unless this stage completes them; @param quality likewise */
    void finish(Instant time, Map<String, Long> counted, Counts counts, Quality quality) {
        double seconds = Math.max(0, Duration.between(begun, time).toMillis() / 1000.0);
        writer.stageFinished(new FinishedStage(current, seconds, counted), counts == null ? writer.counts() : counts,
                quality == null ? writer.quality() : quality);
        telling.tell(new RunEvent.StageFinished(time, current, seconds, counted));
        current = null;
    }
}
