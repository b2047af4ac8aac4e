package topicworkbench.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.study.StudyRunner;

/** Goes on with a run or study that did not end well. */
@Command(name = "resume", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {"Goes on after the last finished stage of a failed, cancelled or interrupted run.",
            "Of a study it goes on with every run that is not done."},
        footer = {"", "Examples:", "  topic-workbench resume 20260412-101500-a1b2", "  topic-workbench resume \"March\""})
final class ResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run or study.")
    private String run;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services services = workspace.services(context.wiring());
        Optional<Study> study = new Studies(services.workspace()).find(run);
        if (study.isPresent()) {
            StudyRunner runner = new StudyRunner(services.workspace(), services.runner());
            return new StudyWatch(context).follow(study.get().runs().size(), listener -> runner.resume(study.get(), listener));
        }
        String id = services.workspace().find(run).id();
        return new RunWatch(context, services, null).follow(listener -> services.runner().resume(id, listener));
    }
}
