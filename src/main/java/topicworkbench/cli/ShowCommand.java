package topicworkbench.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.export.RunJson;
import topicworkbench.export.RunReport;
import topicworkbench.export.StudyJson;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.study.StudyTable;
import topicworkbench.workspace.Workspace;

/** One run: topics, totals, what was skipped, provenance; or one study: its table. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {
            "Shows a run: topics with words and scores, totals, what was skipped and why, provenance.",
            "Of a study of the command sweep it shows the table of its runs and which is suggested."},
        footer = {"", "Examples:", "  topic-workbench show \"March\"",
            "  topic-workbench show 20260412-101500-a1b2 --json > topics.json", "",
            "The JSON is stable; the page \"What show RUN --json prints\" of the window's help describes it."})
final class ShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run or study.")
    private String run;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workspace runs = workspace.services(context.wiring()).workspace();
        Optional<Study> study = new Studies(runs).find(run);
        if (study.isPresent()) {
            StudyTable table = StudyTable.of(study.get(), runs);
            context.terminal().print(json ? StudyJson.write(table)
                    : new StudyText(table, context.terminal().width()).text());
            return ExitCode.DONE;
        }
        RunReport report = RunReport.of(runs.find(run));
        context.terminal().print(json ? RunJson.write(report)
                : new RunText(report, context.terminal().width()).everything());
        return ExitCode.DONE;
    }
}
