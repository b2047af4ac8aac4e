package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.workspace.RunFolder;

/** Leaves a run out of the lists, with everything kept. */
@Command(name = "archive", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Leaves a run out of the lists, with everything kept.",
        footer = {"", "Examples:", "  topic-workbench archive 20260412-101500-a1b2",
            "  topic-workbench archive 20260412-101500-a1b2 --undo"})
final class ArchiveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Option(names = "--undo", description = "Brings it back.")
    private boolean undo;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ArchiveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunFolder folder = workspace.services(context.wiring()).workspace().find(run);
        folder.remark(folder.remarks().withArchived(!undo));
        context.terminal().print(folder.id() + (undo ? " is back from the archive." : " is archived."));
        return ExitCode.DONE;
    }
}
