package topicworkbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Spending;

/** What is in the account. */
@Command(name = "status", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Shows what is deployed, what runs and what that costs an hour; or what a run has cost.",
        footer = {"", "Examples:", "  topic-workbench cloud status", "  topic-workbench cloud status March",
            "  topic-workbench cloud status --region eu-west-1"})
final class CloudStatusCommand implements Callable<Integer> {
    private static final int NEWEST = 20;

    private final CommandContext context;

    @Parameters(paramLabel = "RUN", arity = "0..1", description = "Id or name of a run, whose cost is wanted.")
    private String run;

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudStatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CloudPlace where = place.place();
        Services services = workspace.services(context.wiring());
        Spending spending = services.cloud().spending(where);
        int width = context.terminal().width();
        if (run != null) {
            context.terminal().print(SpendingText.ledger(spending.ledger(CloudRun.id(services.workspace(), run)), width));
            return ExitCode.DONE;
        }
        CloudAccount account = services.cloud().signIn(where);
        Platform.Status status = services.cloud().platform(where).status();
        context.terminal().print("Account " + account.id() + ", " + account.region() + ", as " + account.who() + "\n\n"
                + PlatformText.status(status, width) + "\n\n" + SpendingText.running(spending.running(), width));
        if (status.release() != null) {
            runs(services.cloud().runs(where).find(), width);
        }
        return ExitCode.DONE;
    }

    private void runs(List<CloudRuns.Found> found, int width) {
        if (!found.isEmpty()) {
            TextTable table = new TextTable("run", "state", "since", "here");
            found.stream().limit(NEWEST).forEach(run -> table.row(run.id(), run.status(), String.valueOf(run.begun()),
                    run.isHere() ? run.here().equals(run.id()) ? "yes" : "as " + run.here() : "topic-workbench cloud fetch " + run.id()));
            context.terminal().print("\n" + table.render(width));
        }
    }
}
