package topicworkbench.run.local;

import java.util.Map;
import java.util.concurrent.CancellationException;
import topicworkbench.run.Counts;
import topicworkbench.run.Quality;
import topicworkbench.run.Stage;

/** One step of the pipeline: reads files of the run, leaves files in the run. */
interface PipelineStage {

    Stage stage();

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
