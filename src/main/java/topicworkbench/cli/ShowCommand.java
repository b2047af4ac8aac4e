package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.export.RunJson;
import topicworkbench.export.RunReport;

/** One run: topics, totals, what was skipped, provenance. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Shows a run: topics with words and scores, totals, what was skipped and why, provenance.",
        footer = {"", "Examples:", "  topic-workbench show \"March\"",
            "  topic-workbench show 20260412-101500-a1b2 --json > topics.json", "",
            "The JSON is stable; src/main/doc/show-json.md describes it."})
final class ShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
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
        RunReport report = RunReport.of(workspace.services(context.wiring()).workspace().find(run));
        context.terminal().print(json ? RunJson.write(report)
                : new RunText(report, context.terminal().width()).everything());
        return ExitCode.DONE;
    }
}
