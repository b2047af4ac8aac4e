package topicworkbench;

import java.nio.file.Path;
import java.util.function.Supplier;
import topicworkbench.cli.Services;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.math.Threads;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.AwsCloud;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.Engines;
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/** The only place where adapters are constructed and given to those who use them. */
final class Wiring {

    private Wiring() { }

    /**
     * For commands, which name the place themselves where they start something there.
     *
     * @param folder of the workspace; made when something is first written to it
     */
    static Services services(Path folder) {
        return services(folder, () -> CloudPlace.USUAL);
    }

    /** @param place on AWS that new runs go to, asked at each start */
    private static Services services(Path folder, Supplier<CloudPlace> place) {
        Workspace workspace = new Workspace(folder);
        PipelineRunner here = new LocalPipelineRunner(workspace, Threads.available());
        AwsCloud cloud = new AwsCloud(workspace, here);
        return new Services(workspace, new WhereverRunner(workspace, here, cloud.runner(place)), cloud);
    }

    /** Returns when the window is closed. @param files that it opens with */
    static void openWindow(String... files) {
        WorkbenchApplication.launch(Workspace.givenRoot().map(Workspace::new), (workspace, place) -> {
            Services services = services(workspace.root(), place);
            return new Engines(services.runner(), services.cloud());
        }, files);
    }
}
