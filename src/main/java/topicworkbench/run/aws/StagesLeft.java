package topicworkbench.run.aws;

import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunWriter;

/** What of a run is still to be done. */
final class StagesLeft {
    private final RunWriter writer;
    private final RunSpec spec;
    private final StageTrack track;

    StagesLeft(RunWriter writer, RunSpec spec, StageTrack track) {
        this.writer = writer;
        this.spec = spec;
        this.track = track;
    }

    /** At which stage the run is, or which comes next. */
    Stage current() {
        return track.current() != null ? track.current()
                : spec.stages().stream().filter(this::isNeeded).findFirst().orElse(Stage.FETCH);
    }

    boolean isToDo(Stage stage) {
        return spec.stages().contains(stage) && writer.finished(stage).isEmpty();
    }

    /** Whether AWS has anything left to do. */
    boolean inTheCloud() {
        return spec.stages().stream().anyMatch(stage -> !stage.isHere() && isNeeded(stage));
    }

    /** @throws java.util.NoSuchElementException if there is none */
    Stage firstInTheCloud() {
        return spec.stages().stream().filter(stage -> !stage.isHere() && isToDo(stage)).findFirst().orElseThrow();
    }

    /** Whether the quality gate let the topics pass. */
    boolean accepted() {
        return writer.finished(Stage.GATE).map(gate -> gate.figures().getOrDefault("accepted", 0L) == 1).orElse(false);
    }

    /** Nothing is put behind an endpoint that was not accepted. */
    private boolean isNeeded(Stage stage) {
        return isToDo(stage) && (stage != Stage.ENDPOINT || writer.finished(Stage.GATE).isEmpty() || accepted());
    }
}
