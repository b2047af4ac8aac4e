package topicworkbench.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunRequest;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Ends a run or a study that another process works on, for example one whose window was closed. */
@Command(name = "cancel", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Asks the process that works on a run or a study to end it.",
        footer = {"", "What is finished is kept, and resume goes on.", "", "Examples:", "  topic-workbench cancel March",
            "  topic-workbench cancel March --after-epoch", "  topic-workbench cancel \"How many\""})
final class CancelCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run or study.")
    private String run;

    @Option(names = "--after-epoch", description = "Ends training after the current epoch and goes on with the best "
            + "model so far, instead of cancelling.")
    private boolean afterEpoch;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CancelCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workspace runs = workspace.services(context.wiring()).workspace();
        Studies studies = new Studies(runs);
        Optional<Study> study = studies.find(run);
        return study.isPresent() ? cancel(studies, study.get()) : cancel(runs.find(run));
    }

    private int cancel(Studies studies, Study study) {
        InvalidOptionException.unless(!afterEpoch, "after-epoch", "beside a study", "Name one of its runs, or leave it out.");
        studies.askToCancel(study);
        context.terminal().print("Asked the study " + study.id() + " to cancel. It hears within a second.");
        return ExitCode.DONE;
    }

    private int cancel(RunFolder folder) {
        folder.ask(afterEpoch ? RunRequest.STOP_TRAINING : RunRequest.CANCEL);
        context.terminal().print("Asked " + folder.id() + (afterEpoch ? " to end its training after the epoch."
                : " to cancel.") + " It hears within a second.");
        return ExitCode.DONE;
    }
}
