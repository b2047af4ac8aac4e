package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.run.RunRequest;
import topicworkbench.workspace.RunFolder;

/** Ends a run that another process works on, for example one whose window was closed. */
@Command(name = "cancel", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Asks the process that works on a run to end it.",
        footer = {"", "What is finished is kept, and resume goes on.", "", "Examples:", "  topic-workbench cancel March",
            "  topic-workbench cancel March --after-epoch"})
final class CancelCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Option(names = "--after-epoch", description = "Ends training after the current epoch and goes on with the best "
            + "model so far, instead of cancelling.")
    private boolean afterEpoch;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CancelCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunFolder folder = workspace.services(context.wiring()).workspace().find(run);
        folder.ask(afterEpoch ? RunRequest.STOP_TRAINING : RunRequest.CANCEL);
        context.terminal().print("Asked " + folder.id() + (afterEpoch ? " to end its training after the epoch."
                : " to cancel.") + " It hears within a second.");
        return ExitCode.DONE;
    }
}
