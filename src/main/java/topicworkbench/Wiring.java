package topicworkbench;

import java.nio.file.Path;
import topicworkbench.cli.Services;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.math.Threads;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.AwsCloud;
import topicworkbench.run.aws.AwsPipelineRunner;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/** The only place where adapters are constructed and given to those who use them. */
final class Wiring {

    private Wiring() { }

    /** @param folder of the workspace; made when something is first written to it */
    static Services services(Path folder) {
        Workspace workspace = new Workspace(folder);
        PipelineRunner here = new LocalPipelineRunner(workspace, Threads.available());
        PipelineRunner wherever = new WhereverRunner(workspace, here, () -> new AwsPipelineRunner(workspace,
                () -> new CloudPlace(null, null, CloudPlace.DEFAULT_NAME), here));
        return new Services(workspace, wherever, new AwsCloud(workspace, here));
    }

    /** Returns when the window is closed. */
    static void openWindow() {
        WorkbenchApplication.launch(Workspace.givenRoot().map(Workspace::new),
                workspace -> services(workspace.root()).runner());
    }
}
