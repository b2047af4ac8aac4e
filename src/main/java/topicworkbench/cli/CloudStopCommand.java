package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topicworkbench.cloud.Spending.Ledger;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.RunFolder;

/** Ends a run on AWS. */
@Command(name = "stop", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {"Ends a run on AWS and waits until nothing of it costs any more; then shows what it has cost.",
            "What finished is kept, and cloud watch takes the run up again."},
        footer = {"", "Examples:", "  topic-workbench cloud stop March"})
final class CloudStopCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudStopCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services services = workspace.services(context.wiring());
        RunFolder folder = CloudRun.folder(services, place.place(), run);
        if (folder.isWorkedOn()) {
            folder.ask(RunRequest.CANCEL);
            context.terminal().print("Asked the process that follows " + folder.id() + " to end it; it hears within a second.");
            return ExitCode.DONE;
        }
        RunState state = folder.summary().state();
        if (!state.isTerminal() || state == RunState.INTERRUPTED) {
            stop(services, folder.id());
        }
        Ledger ledger = services.cloud().spending(place.place()).ledger(folder.id());
        context.terminal().print(SpendingText.ledger(ledger, context.terminal().width()));
        return ledger.left().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void stop(Services services, String id) throws InterruptedException {
        try (ProgressDisplay progress = ProgressDisplay.on(context.terminal())) {
            RunHandle handle = services.cloud().runner(place.place()).resume(id, progress);
            handle.cancel();
            RunSummary summary = handle.await();
            if (summary.failure() != null) {
                context.terminal().tell(Terminal.line(summary.failure().whatHappened()) + "\n" + Terminal.line(summary.failure().remedy()));
            }
        }
    }
}
