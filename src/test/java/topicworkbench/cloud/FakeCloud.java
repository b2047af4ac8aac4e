package topicworkbench.cloud;

import java.util.List;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;

/** No AWS at all: nobody is signed in, and everything asked about says so. */
public final class FakeCloud implements Cloud {

    @Override
    public List<String> profiles() {
        return List.of();
    }

    @Override
    public List<String> regions() {
        return List.of("eu-west-1", "us-east-1");
    }

    @Override
    public CloudAccount signIn(CloudPlace place) {
        throw nobody();
    }

    @Override
    public PipelineRunner runner(CloudPlace place) {
        throw nobody();
    }

    @Override
    public CloudRuns runs(CloudPlace place) {
        throw nobody();
    }

    @Override
    public Platform platform(CloudPlace place) {
        throw nobody();
    }

    @Override
    public Spending spending(CloudPlace place) {
        throw nobody();
    }

    @Override
    public Endpoints endpoints(CloudPlace place) {
        throw nobody();
    }

    private static ExplainedException nobody() {
        return new ExplainedException("No AWS credentials were found.", "Run: aws configure sso");
    }
}
