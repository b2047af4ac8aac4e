package topicworkbench.cloud;

import java.util.List;

/** The port behind which AWS lies, but for running pipelines, which is {@link topicworkbench.run.PipelineRunner}'s. */
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

    /** The stacks, and the image that they run. */
    Platform platform(CloudPlace place);

    /** What runs may cost, do cost and have cost. */
    Spending spending(CloudPlace place);

    /** Models that answer over the network. */
    Endpoints endpoints(CloudPlace place);
}
