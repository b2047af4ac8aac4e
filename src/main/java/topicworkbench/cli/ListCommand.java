package topicworkbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.Workspace;

/** Every run of a workspace, newest first. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Lists the runs, newest first.",
        footer = {"", "Examples:", "  topic-workbench list", "  topic-workbench list --workspace /data/runs"})
final class ListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workspace runs = workspace.services(context.wiring()).workspace();
        List<RunSummary> all = runs.runs();
        if (all.isEmpty()) {
            context.terminal().print("There are no runs in " + runs.root() + ". Start one with: topic-workbench run --sample");
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("run", "state", "model", "topics", "documents", "WETC", "TU", "NPMI", "perplexity", "name");
        all.forEach(run -> row(table, run));
        context.terminal().print(table.render(context.terminal().width()));
        return ExitCode.DONE;
    }

    private static void row(TextTable table, RunSummary run) {
        Quality quality = run.quality() == null ? Quality.NONE : run.quality();
        table.row(run.id(), run.state().key(), run.spec() == null ? "?" : run.spec().model().algorithm(),
                run.spec() == null ? "" : Integer.toString(run.spec().model().topics()),
                run.counts() == null ? "" : Figures.count(run.counts().documents()), Figures.score(quality.wetc()),
                Figures.score(quality.tu()), Figures.score(quality.npmi()), Figures.perplexity(quality.perplexity()),
                run.name());
    }
}
