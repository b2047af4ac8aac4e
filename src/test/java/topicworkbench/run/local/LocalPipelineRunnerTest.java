package topicworkbench.run.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.PipelineRunnerContract;
import topicworkbench.run.RunSpec;
import topicworkbench.workspace.Workspace;

/** The local adapter keeps the contract. */
class LocalPipelineRunnerTest extends PipelineRunnerContract {
    @TempDir
    private Path folder;
    private Workspace workspace;
    private LocalPipelineRunner runner;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder.resolve("workspace"));
        runner = new LocalPipelineRunner(workspace, 2);
    }

    @Override
    protected PipelineRunner runner() {
        return runner;
    }

    @Override
    protected RunSpec smallRun() {
        try {
            return SmallReviews.run(folder, 400);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected int runsKept() {
        return workspace.runs().size();
    }
}
