package topicworkbench.cloud;

import java.util.List;
import topicworkbench.run.PipelineRunner;

/** The port behind which AWS lies. All of it blocks, and belongs on threads of its own. */
public interface Cloud {

    /** Names of the profiles in the user's AWS configuration; empty where there is none. */
    List<String> profiles();

    /** Regions in which SageMaker has the neural topic model, by name. */
    List<String> regions();

    /**
     * Finds the credentials and asks AWS whose they are.
     *
     * @throws topicworkbench.failure.ExplainedException if there are none, or they have expired; it says which command to run
     */
    CloudAccount signIn(CloudPlace place);

    /** Runs pipelines there; resuming a run goes where that run is, whatever the place. */
    PipelineRunner runner(CloudPlace place);

    /** Runs that are there, from whatever computer they were started. */
    CloudRuns runs(CloudPlace place);

    /** The stacks, and the image that they run. */
    Platform platform(CloudPlace place);

    /** What runs may cost, do cost and have cost. */
    Spending spending(CloudPlace place);

    /** Models that answer over the network. */
    Endpoints endpoints(CloudPlace place);

    /** Models that classify large sets. */
    Transforms transforms(CloudPlace place);
}
