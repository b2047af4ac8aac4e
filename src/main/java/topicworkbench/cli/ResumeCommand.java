package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with a run that did not end well. */
@Command(name = "resume", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Goes on after the last finished stage of a failed, cancelled or interrupted run.",
        footer = {"", "Examples:", "  topic-workbench resume 20260412-101500-a1b2", "  topic-workbench resume \"March\""})
final class ResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services services = workspace.services(context.wiring());
        String id = services.workspace().find(run).id();
        return new RunWatch(context, services, null).follow(listener -> services.runner().resume(id, listener));
    }
}
