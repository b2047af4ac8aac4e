package topicworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.export.StudyExport;
import topicworkbench.export.TableExport;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.study.StudyTable;
import topicworkbench.workspace.Workspace;

/** A run's tables as files for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {
            "Writes topics, words, document-topics and the map as CSV, Parquet and JSON, and the report as HTML;",
            "of a study its table.",
            "In CSV, text that a spreadsheet would take for a formula begins with an apostrophe."},
        footer = {"", "Examples:", "  topic-workbench export \"March\" --to march/",
            "  topic-workbench export 20260412-101500-a1b2 --to march/ --force"})
final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run or study.")
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
        Workspace runs = workspace.services(context.wiring()).workspace();
        Optional<Study> study = new Studies(runs).find(run);
        List<Path> files = study.isPresent() ? StudyExport.write(StudyTable.of(study.get(), runs), target, force)
                : TableExport.write(runs.find(run), target, force);
        files.forEach(file -> context.terminal().print(file.toString()));
        return ExitCode.DONE;
    }
}
