package topicworkbench.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import topicworkbench.cloud.Cloud;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.Endpoints;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Spending;
import topicworkbench.cloud.Transforms;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.aws.AwsCloud;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** AWS, but for its runs, which are done here; one of them is only in the account. */
final class RunsHere implements Cloud {
    /** Where runs were begun or taken up. */
    final List<CloudPlace> places = new ArrayList<>();
    final List<RunSpec> begun = new ArrayList<>();
    final List<RunSpec> automatic = new ArrayList<>();
    private final Workspace runs;
    private final Supplier<RunSpec> elsewhere;
    private final Cloud cloud;

    /** @param elsewhere what the run does that only the account has */
    RunsHere(Workspace runs, FakeAws aws, Supplier<RunSpec> elsewhere) {
        this.runs = runs;
        this.elsewhere = elsewhere;
        this.cloud = new AwsCloud(runs, new LocalPipelineRunner(runs, 1), aws::clients, () -> null, Duration.ofMillis(1));
    }

    @Override
    public List<String> profiles() {
        return cloud.profiles();
    }

    @Override
    public List<String> regions() {
        return cloud.regions();
    }

    @Override
    public CloudAccount signIn(CloudPlace place) {
        return cloud.signIn(place);
    }

    @Override
    public PipelineRunner runner(CloudPlace place) {
        places.add(place);
        return runner();
    }

    /** As the command {@code run} has it, which names no place. */
    PipelineRunner runner() {
        PipelineRunner here = new LocalPipelineRunner(runs, 1);
        return new PipelineRunner() {
            @Override
            public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
                begun.add(spec);
                return here.start(spec.withCloud(RunSpecs.defaults(RunSpecs.LDA, 5).cloud()), name, listener);
            }

            @Override
            public RunHandle resume(String runId, Consumer<RunEvent> listener) {
                if (runs.find(runId).spec().cloud().onAws()) {
                    throw new ExplainedException("Resumed " + runId + ".", "Here it ends.");
                }
                return here.resume(runId, listener);
            }

            @Override
            public RunHandle follow(String runId, Consumer<RunEvent> listener) {
                throw new ExplainedException("Followed " + runId + ".", "Here it ends.");
            }
        };
    }

    @Override
    public CloudRuns runs(CloudPlace place) {
        return new CloudRuns() {
            @Override
            public List<Found> find() {
                return List.of(new Found("20260412-101500-a1b2", 1, "SUCCEEDED", null, null));
            }

            @Override
            public String adopt(Found run) {
                try (RunWriter writer = runs.adopt(run.id(), "Elsewhere", elsewhere.get())) {
                    writer.state(RunState.NOT_ACCEPTED, null);
                }
                return run.id();
            }

            @Override
            public void setAutomatic(RunSpec spec) {
                automatic.add(spec);
            }
        };
    }

    @Override
    public Platform platform(CloudPlace place) {
        return cloud.platform(place);
    }

    @Override
    public Spending spending(CloudPlace place) {
        return cloud.spending(place);
    }

    @Override
    public Endpoints endpoints(CloudPlace place) {
        return cloud.endpoints(place);
    }

    @Override
    public Transforms transforms(CloudPlace place) {
        return cloud.transforms(place);
    }
}
