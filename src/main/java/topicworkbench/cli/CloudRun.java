package topicworkbench.cli;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Which run is meant: one of the workspace by id or name, or by its id one that another computer launched. */
final class CloudRun {
    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-[a-z0-9]+|auto-[a-z0-9]+");

    private CloudRun() { }

    /** Its id here, or where it is not here in the account. */
    static String id(Workspace workspace, String idOrName) {
        try {
            return workspace.find(idOrName).id();
        } catch (ExplainedException e) {
            if (ID.matcher(idOrName).matches()) {
                return idOrName;
            }
            throw e;
        }
    }

    /** Where in the cloud a run is that is here. */
    static CloudPlace place(RunFolder folder) {
        return folder.cloud().map(cloud -> new CloudPlace(cloud.profile(), cloud.region(), cloud.stacks())).orElse(CloudPlace.USUAL);
    }

    /** Goes on with a run: what can only be followed begins nothing. */
    static RunHandle goOn(PipelineRunner runner, RunFolder folder, Consumer<RunEvent> listener) {
        return folder.canBeFollowed() ? runner.follow(folder.id(), listener) : runner.resume(folder.id(), listener);
    }

    /** Its folder; made where only the account knows the run. */
    static RunFolder folder(Services services, CloudPlace place, String idOrName) {
        String id = id(services.workspace(), idOrName);
        return services.workspace().folderOfAccount(id).orElseGet(() -> {
            CloudRuns runs = services.cloud().runs(place);
            String here = runs.adopt(runs.find().stream().filter(run -> run.id().equals(id)).findFirst()
                    .orElseThrow(() -> new ExplainedException(
                    "There is no run " + id + " here or in the account.", "topic-workbench cloud status lists those in the account.")));
            return services.workspace().find(here);
        });
    }
}
