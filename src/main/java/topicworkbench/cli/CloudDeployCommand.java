package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.ChangePlan;

/** Makes the platform what this program needs. */
@Command(name = "deploy", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Makes the stacks, the tools and the image in your account, or brings them up to date.",
            "What would change is shown first. It can be repeated after any failure; what is done is not done again.",
            "Ctrl+C stops waiting, not AWS."},
        footer = {"", "Examples:", "  topic-workbench cloud deploy",
            "  topic-workbench cloud deploy --profile work --region eu-west-1 --yes",
            "  topic-workbench cloud deploy --email ann@example.org --start-on-upload=yes",
            "  topic-workbench cloud deploy --classify-endpoint tw-20260412-101500-a1b2"})
final class CloudDeployCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Who hears of every run's end; AWS asks that address to confirm. "
            + "Empty for nobody. (default: as deployed)")
    private String email;

    @Option(names = "--start-on-upload", paramLabel = "yes|no", description = "Whether a file that lands under raw/ starts a run "
            + "(default: as deployed, else no).")
    private YesNo startOnUpload;

    @Option(names = "--classify-endpoint", paramLabel = "ENDPOINT", description = "Makes a function that classifies texts through this "
            + "endpoint. Empty for no such function. (default: as deployed)")
    private String classifyEndpoint;

    @Option(names = "--yes", description = "Apply without asking.")
    private boolean yes;

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    /** As it is written. */
    enum YesNo { yes, no }

    CloudDeployCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        CloudPlace where = place.place();
        Services services = workspace.services(context.wiring());
        CloudAccount account = services.cloud().signIn(where);
        context.terminal().tell("Account " + account.id() + ", " + account.region() + ", as " + account.who());
        Platform platform = services.cloud().platform(where);
        PlatformProgress progress = new PlatformProgress(context.terminal());
        platform.settle(progress);
        ChangePlan plan = platform.plan(new Platform.Options(email, startOnUpload == null ? null : startOnUpload == YesNo.yes,
                classifyEndpoint));
        context.terminal().print(PlatformText.plan(plan, context.terminal().width()));
        if (plan.isEmpty()) {
            return ExitCode.DONE;
        }
        boolean agreed = false;
        try {
            agreed = Consent.ask(context, yes, "Change the account " + account.id() + " so");
        } finally {
            if (!agreed) {
                platform.discard(plan);
            }
        }
        if (!agreed) {
            context.terminal().tell("Nothing was changed.");
            return ExitCode.CANCELLED;
        }
        platform.apply(plan, progress);
        context.terminal().print("Deployed: release " + plan.release() + ". Next: topic-workbench cloud plan --reviews FILE");
        return ExitCode.DONE;
    }
}
