package topicworkbench;

import java.util.function.Consumer;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.workspace.Workspace;

/** Gives each run to the runner of the place that its specification names. */
final class WhereverRunner implements PipelineRunner {
    private final Workspace workspace;
    private final PipelineRunner here;
    private final PipelineRunner cloud;

    WhereverRunner(Workspace workspace, PipelineRunner here, PipelineRunner cloud) {
        this.workspace = workspace;
        this.here = here;
        this.cloud = cloud;
    }

    @Override
    public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
        return of(spec).start(spec, name, listener);
    }

    @Override
    public RunHandle resume(String runId, Consumer<RunEvent> listener) {
        return of(workspace.find(runId).spec()).resume(runId, listener);
    }

    @Override
    public RunHandle follow(String runId, Consumer<RunEvent> listener) {
        return of(workspace.find(runId).spec()).follow(runId, listener);
    }

    private PipelineRunner of(RunSpec spec) {
        return spec.cloud().onAws() ? cloud : here;
    }
}
