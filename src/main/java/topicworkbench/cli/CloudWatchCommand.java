package topicworkbench.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.workspace.RunFolder;

/** Follows a run on AWS that was launched before. */
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Follows a run on AWS to its end and brings it home. A run that failed or was stopped is taken up again,",
            "once what that costs was shown and agreed to. Ctrl+C stops following, not the run."},
        footer = {"", "Examples:", "  topic-workbench cloud watch March", "  topic-workbench cloud watch March --report march.html"})
final class CloudWatchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the result as one HTML page.")
    private Path report;

    @Mixin
    private final CloudConsent consent = new CloudConsent();

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudWatchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services services = workspace.services(context.wiring());
        RunFolder folder = CloudRun.folder(services, place.place(), run);
        if (folder.wouldBegin() && !consent.toRuns(context, services, CloudRun.place(folder), Map.of("", folder.spec()))) {
            return ExitCode.CANCELLED;
        }
        return new RunWatch(context, services, report)
                .watch(listener -> CloudRun.goOn(services.cloud().runner(place.place()), folder, listener));
    }
}
