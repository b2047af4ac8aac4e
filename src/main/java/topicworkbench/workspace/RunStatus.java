package topicworkbench.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import topicworkbench.run.Counts;
import topicworkbench.run.Quality;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;

/**
 * What state.json holds: how far a run has come.
 *
 * @param schema   of this file
 * @param created  when the run was asked for
 * @param state    as its process last said; a run whose process is gone still says running here
 * @param finished stages whose outputs are complete, in order
 * @param counts   null before vectorise is done
 * @param quality  null before evaluate is done
 * @param failure  null unless it failed
 * @param inputs   a fingerprint of every input file by its path, so that a resumed run notices a change
 */
record RunStatus(int schema, Instant created, RunState state, List<FinishedStage> finished, Counts counts,
        Quality quality, RunFailure failure, Map<String, String> inputs) {
    private static final int SCHEMA = 1;

    RunStatus {
        Objects.requireNonNull(created);
        Objects.requireNonNull(state);
        finished = finished == null ? List.of() : List.copyOf(finished);
        inputs = inputs == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(inputs));
    }

    static RunStatus queued(Instant created, Map<String, String> inputs) {
        return new RunStatus(SCHEMA, created, RunState.QUEUED, List.of(), null, null, null, inputs);
    }

    Optional<FinishedStage> finished(Stage stage) {
        return finished.stream().filter(f -> f.stage() == stage).findFirst();
    }

    RunStatus with(RunState newState, RunFailure newFailure) {
        return new RunStatus(schema, created, newState, finished, counts, quality, newFailure, inputs);
    }

    RunStatus with(FinishedStage stage) {
        List<FinishedStage> stages = new ArrayList<>(finished);
        stages.add(stage);
        return new RunStatus(schema, created, state, stages, counts, quality, failure, inputs);
    }

    RunStatus with(Counts newCounts) {
        return new RunStatus(schema, created, state, finished, newCounts, quality, failure, inputs);
    }

    RunStatus with(Quality newQuality) {
        return new RunStatus(schema, created, state, finished, counts, newQuality, failure, inputs);
    }

    /** As it stood before {@code stage} was first begun. */
    RunStatus before(Stage stage) {
        return new RunStatus(schema, created, state,
                finished.stream().filter(f -> f.stage().compareTo(stage) < 0).toList(),
                stage.compareTo(Stage.VECTORISE) <= 0 ? null : counts,
                stage.compareTo(Stage.EVALUATE) <= 0 ? null : quality, failure, inputs);
    }
}
