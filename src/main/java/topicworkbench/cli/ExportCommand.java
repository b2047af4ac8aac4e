package topicworkbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.export.TableExport;
import topicworkbench.workspace.RunFolder;

/** A run's tables as files for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {
            "Writes topics, words, document-topics and the map as CSV, Parquet and JSON, and the report as HTML.",
            "In CSV, text that a spreadsheet would take for a formula begins with an apostrophe."},
        footer = {"", "Examples:", "  topic-workbench export \"March\" --to march/",
            "  topic-workbench export 20260412-101500-a1b2 --to march/ --force"})
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Folder to write to; new or empty.")
    private Path target;

    @Option(names = "--force", description = "Write to a folder that holds something; files of the same name are replaced.")
    private boolean force;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunFolder folder = workspace.services(context.wiring()).workspace().find(run);
        TableExport.write(folder, target, force).forEach(file -> context.terminal().print(file.toString()));
        return ExitCode.DONE;
    }
}
