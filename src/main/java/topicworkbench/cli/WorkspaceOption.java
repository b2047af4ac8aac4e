package topicworkbench.cli;

import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Option;
import topicworkbench.workspace.Workspace;

/** The option that every command has which reads or writes runs. */
final class WorkspaceOption {
    @Option(names = "--workspace", paramLabel = "DIR", description = "Folder of the runs (default: what the variable "
            + "TW_WORKSPACE names, else TopicWorkbench in your home).")
    private Path folder;

    Services services(Function<Path, Services> wiring) {
        return wiring.apply(folder == null ? Workspace.defaultRoot() : folder);
    }
}
