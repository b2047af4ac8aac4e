package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Moves a run to the system's bin. */
@Command(name = "delete", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Moves a run to the system's bin, or deletes it for good.",
        footer = {"", "Nothing is asked, so that the run is named twice: --yes takes its id.", "", "Examples:",
            "  topic-workbench delete March --yes 20260412-101500-a1b2"})
final class DeleteCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Option(names = "--yes", paramLabel = "ID", description = "The run's id, to be sure.")
    private String confirmed;

    @Option(names = "--for-good", description = "Without the bin; there is no way back.")
    private boolean forGood;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    DeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workspace runs = workspace.services(context.wiring()).workspace();
        RunFolder folder = runs.find(run);
        RunSummary summary = folder.summary();
        if (!folder.id().equals(confirmed)) {
            throw new InvalidOptionException("yes", "This would delete the run " + summary.id() + " \"" + summary.name() + "\".",
                    "If that is meant, give --yes " + summary.id() + ".");
        }
        if (forGood) {
            runs.delete(folder);
            context.terminal().print(summary.id() + " is deleted.");
        } else if (runs.moveToBin(folder)) {
            context.terminal().print(summary.id() + " is in the bin.");
        } else {
            throw new ExplainedException("This system has no bin for " + runs.root() + ".",
                    "Give --for-good to delete the run without a way back.");
        }
        return ExitCode.DONE;
    }
}
