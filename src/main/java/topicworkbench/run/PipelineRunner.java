package topicworkbench.run;

import java.util.function.Consumer;
import topicworkbench.failure.ExplainedException;

/** The port behind which runs are executed: on this computer or in the cloud. */
public interface PipelineRunner {

    /**
     * Refuses what can be refused at once, creates the run, and goes on in the background.
     *
     * @param name     shown to people; null for one made from the corpus
     * @param listener hears every event, on a thread of the runner
     * @throws topicworkbench.failure.ExplainedException if the run cannot start; nothing is left behind then
     */
    RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener);

    /** Goes on after the last finished stage of a failed, cancelled or interrupted run; on AWS that may begin what is billed. */
    RunHandle resume(String runId, Consumer<RunEvent> listener);

    /**
     * Watches a run that goes on without this program, and brings it home. Nothing begins by it: a run that is not there any
     * more fails, and can then be resumed.
     *
     * @throws topicworkbench.failure.ExplainedException if the run cannot be watched
     */
    default RunHandle follow(String runId, Consumer<RunEvent> listener) {
        throw new ExplainedException("The run " + runId + " does not go on without this program.", "Resume it instead.");
    }
}
