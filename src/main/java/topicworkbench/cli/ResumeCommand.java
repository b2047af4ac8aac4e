package topicworkbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.run.RunSpec;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyRunner;
import topicworkbench.study.StudyTable;
import topicworkbench.workspace.RunFolder;

/** Goes on with a run or study that did not end well. */
@Command(name = "resume", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {"Goes on after the last finished stage of a failed, cancelled or interrupted run.",
            "Of a study it goes on with every run that is not done.",
            "What begins anew on AWS is shown with its cost and asked for first."},
        footer = {"", "Examples:", "  topic-workbench resume 20260412-101500-a1b2", "  topic-workbench resume \"March\""})
final class ResumeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run or study.")
    private String run;

    @Mixin
    private final CloudConsent consent = new CloudConsent();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Services services = workspace.services(context.wiring());
        Optional<Study> study = new Studies(services.workspace()).find(run);
        return study.isPresent() ? resume(services, study.get()) : resume(services, services.workspace().find(run));
    }

    private int resume(Services services, RunFolder folder) throws InterruptedException {
        if (folder.wouldBegin() && !consent.toRuns(context, services, CloudRun.place(folder), Map.of("", folder.spec()))) {
            return ExitCode.CANCELLED;
        }
        return new RunWatch(context, services, null).follow(listener -> CloudRun.goOn(services.runner(), folder, listener));
    }

    private int resume(Services services, Study study) throws InterruptedException {
        Map<String, RunSpec> begun = new LinkedHashMap<>();
        List<RunFolder> kept = new ArrayList<>();
        for (StudyRow row : StudyTable.of(study, services.workspace()).rows()) {
            Optional<RunFolder> folder = row.run() == null ? Optional.empty() : services.workspace().folder(row.run().id());
            folder.ifPresent(kept::add);
            if (folder.isEmpty() || folder.get().wouldBegin()) {
                begun.put(row.trial().inWords(), row.trial().spec());
            }
        }
        if (!consent.toRuns(context, services, kept.isEmpty() ? CloudPlace.USUAL : CloudRun.place(kept.getFirst()), begun)) {
            return ExitCode.CANCELLED;
        }
        StudyRunner runner = new StudyRunner(services.workspace(), services.runner());
        return new StudyWatch(context).follow(study.runs().size(), listener -> runner.resume(study, listener));
    }
}
