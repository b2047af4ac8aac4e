package topicworkbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.ChangePlan;
import topicworkbench.cloud.Spending;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.SpendingInWords;

/** What deploying or a run would take, without doing it. */
@Command(name = "plan", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"A dry run: what deploying would make and change or, with reviews, what a run would take and cost.",
            "Of a run it shows every resource and call, prices, quotas, the expected cost and the most that it can cost."})
final class CloudPlanCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final TopicsOption topics = new TopicsOption();

    @Option(names = "--request-quota", description = "Ask AWS for what quotas lack; a person there answers by e-mail, in hours or days.")
    private boolean requestQuota;

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudPlanCommand(CommandContext context) {
        this.context = context;
    }

    /** Completes the help with the settings, which are defined elsewhere, and with examples. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingsHelp.lines("Examples:", "  topic-workbench cloud plan",
                "  topic-workbench cloud plan --reviews reviews.csv --set instance_type=ml.g5.xlarge --set max_cost=5",
                "  topic-workbench cloud plan --spec spec.json --request-quota"));
    }

    @Override
    public Integer call() throws InterruptedException {
        CloudPlace where = place.place();
        Services services = workspace.services(context.wiring());
        return options.chooseReviews() ? planRun(services, where) : planDeployment(services.cloud().platform(where));
    }

    private int planDeployment(Platform platform) throws InterruptedException {
        ChangePlan plan = platform.plan(Platform.Options.UNCHANGED);
        platform.discard(plan);
        context.terminal().print(PlatformText.plan(plan, context.terminal().width()));
        return ExitCode.DONE;
    }

    private int planRun(Services services, CloudPlace where) {
        Spending spending = services.cloud().spending(where);
        LaunchPlan plan = spending.plan(options.spec(topics.settingsOnAws()));
        context.terminal().print(SpendingText.plan(plan, context.terminal().width()));
        List<Quota> lacking = SpendingInWords.lacking(plan);
        if (requestQuota) {
            lacking.forEach(quota -> context.terminal().print(spending.requestIncrease(quota)));
        } else if (!lacking.isEmpty()) {
            context.terminal().tell("--request-quota asks AWS for more.");
        }
        return lacking.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
