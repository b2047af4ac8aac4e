package topicworkbench.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.run.RunSpec;

/** Starts a run on AWS and follows it. */
@Command(name = "launch", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Runs the pipeline in your AWS account: shows what it takes and costs, asks, and follows it to its end.",
            "Ctrl+C stops following, not the run; the command cloud watch goes on, cloud stop ends it."})
final class CloudLaunchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final TopicsOption topics = new TopicsOption();

    @Option(names = "--run-name", paramLabel = "NAME", description = "What the run is called (default: made from the files).")
    private String runName;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the result as one HTML page.")
    private Path report;

    @Mixin
    private final CloudConsent consent = new CloudConsent();

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudLaunchCommand(CommandContext context) {
        this.context = context;
    }

    /** Completes the help with the settings, which are defined elsewhere, and with examples. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingsHelp.lines("Examples:", "  topic-workbench cloud launch --reviews reviews.csv --stars 1-2",
                "  topic-workbench cloud launch --reviews reviews.csv --set instance_type=ml.g5.xlarge --set max_cost=5 --yes",
                "  topic-workbench cloud launch --spec spec.json --set cloud_training=tune --set tuning_jobs=20"));
    }

    @Override
    public Integer call() throws InterruptedException {
        CloudPlace where = place.place();
        Services services = workspace.services(context.wiring());
        RunSpec spec = spec();
        if (!consent.toRuns(context, services, where, Map.of("", spec))) {
            return ExitCode.CANCELLED;
        }
        return new RunWatch(context, services, report)
                .watch(listener -> services.cloud().runner(where).start(spec, runName, listener));
    }

    /** What the options mean. */
    RunSpec spec() {
        return options.spec(topics.settingsOnAws());
    }
}
