package topicworkbench.cli;

import java.util.regex.Pattern;
import topicworkbench.failure.ExplainedException;
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
}
