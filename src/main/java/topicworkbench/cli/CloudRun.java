package topicworkbench.cli;

import java.util.regex.Pattern;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.failure.ExplainedException;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Which run is meant: one of the workspace by id or name, or by its id one that another computer launched. */
final class CloudRun {
    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-[a-z0-9]+|auto-[a-z0-9]+");

    private CloudRun() { }

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

    /** The run's id in the account, by which its jobs and its model are named. */
    static String inAccount(Workspace workspace, String idOrName) {
        String id = id(workspace, idOrName);
        return workspace.folder(id).flatMap(RunFolder::cloud).map(CloudExecution::run).orElse(id);
    }

    /** Its folder; made where only the account knows the run. */
    static RunFolder folder(Services services, CloudPlace place, String idOrName) {
        String id = id(services.workspace(), idOrName);
        return services.workspace().folder(id).orElseGet(() -> {
            CloudRuns runs = services.cloud().runs(place);
            String here = runs.adopt(runs.find().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow(() -> new ExplainedException(
                    "There is no run " + id + " here or in the account.", "topic-workbench cloud status lists those in the account.")));
            return services.workspace().find(here);
        });
    }
}
