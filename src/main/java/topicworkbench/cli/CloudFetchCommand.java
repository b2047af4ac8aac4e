package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunFolder;

/** Brings a run that ended on AWS home. */
@Command(name = "fetch", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Brings what a run on AWS has made into its folder here; goes on where it was cut.",
        footer = {"", "Examples:", "  topic-workbench cloud fetch March"})
final class CloudFetchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudFetchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services services = workspace.services(context.wiring());
        RunFolder folder = CloudRun.folder(services, place.place(), run);
        RunState state = folder.summary().state();
        if (state == RunState.DONE || state == RunState.NOT_ACCEPTED) {
            context.terminal().print(folder.id() + " is here already: " + folder.path());
            return ExitCode.of(state);
        }
        requireTopics(folder, state);
        return new RunWatch(context, services, null).watch(listener ->
                CloudRun.goOn(services.cloud().runner(place.place()), folder, listener));
    }

    /** Resuming a run that ended before its gate would begin another attempt, and that costs; nobody asked for it here. */
    private static void requireTopics(RunFolder folder, RunState state) {
        boolean ended = state == RunState.FAILED || state == RunState.CANCELLED;
        if (ended && folder.finishedStages().stream().noneMatch(done -> done.stage() == Stage.GATE)) {
            throw new ExplainedException("The run " + folder.id() + " ended before it had topics to fetch.",
                    "topic-workbench cloud watch " + folder.id() + " takes it up again in AWS, which costs.");
        }
    }
}
