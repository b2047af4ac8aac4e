package topicworkbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows a run on AWS that was launched before. */
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Follows a run on AWS to its end and brings it home. A run that failed or was stopped is taken up again.",
            "Ctrl+C stops following, not the run."},
        footer = {"", "Examples:", "  topic-workbench cloud watch March", "  topic-workbench cloud watch March --report march.html"})
final class CloudWatchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the result as one HTML page.")
    private Path report;

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
        String id = CloudRun.folder(services, place.place(), run).id();
        return new RunWatch(context, services, report).watch(listener -> services.cloud().runner(place.place()).resume(id, listener));
    }
}
