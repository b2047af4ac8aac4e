package topicworkbench.run.local;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import topicworkbench.run.Counts;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;

/** One step of the pipeline: reads files of the run, leaves files in the run. */
interface PipelineStage {

    Stage stage();

    /**
     * All of the specification that decides the outputs, beside the input files; of two runs in which it is equal one
     * may take over the outputs of the other. Empty if the outputs are the run's own.
     */
    default Optional<Object> decidedBy(RunSpec spec) {
        return Optional.empty();
    }

    /** @throws CancellationException if the run was cancelled */
    Result run(StageContext context);

    /**
     * What a stage has to tell.
     *
     * @param figures what it counted
     * @param counts  null unless this stage completes them
     * @param quality null unless this stage measures it
     */
    record Result(Map<String, Long> figures, Counts counts, Quality quality) {

        static Result of(Map<String, Long> figures) {
            return new Result(figures, null, null);
        }
    }
}
