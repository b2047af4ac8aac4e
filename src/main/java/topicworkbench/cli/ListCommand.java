package topicworkbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSummary;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.study.StudyTable;
import topicworkbench.study.Variation;
import topicworkbench.wording.Figures;
import topicworkbench.workspace.Workspace;

/** Every run and study of a workspace, newest first. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Lists the runs and the studies of the command sweep, newest first.",
        footer = {"", "Examples:", "  topic-workbench list", "  topic-workbench list --workspace /data/runs"})
final class ListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--archived", description = "Shows archived runs too.")
    private boolean archived;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Workspace runs = workspace.services(context.wiring()).workspace();
        List<RunSummary> every = runs.runs();
        List<RunSummary> all = every.stream().filter(run -> archived || !run.remarks().archived()).toList();
        if (every.isEmpty()) {
            context.terminal().print("There are no runs in " + runs.root() + ". Start one with: topic-workbench run --sample");
            return ExitCode.DONE;
        }
        Studies studies = new Studies(runs);
        context.terminal().print(table(all, studies.ofRuns()));
        if (all.size() < every.size()) {
            context.terminal().tell(every.size() - all.size() + " archived; --archived shows them too.");
        }
        if (!studies.all().isEmpty()) {
            context.terminal().print("\n" + table(studies.all(), runs));
        }
        return ExitCode.DONE;
    }

    private String table(List<RunSummary> all, Map<String, String> studies) {
        List<String> header = new ArrayList<>(List.of("run", "state", "model", "topics", "documents", "WETC", "TU", "NPMI",
                "perplexity", "stability", "name"));
        if (!studies.isEmpty()) {
            header.add(header.size() - 1, "study");
        }
        boolean costs = all.stream().anyMatch(run -> !RunCost.of(run).isEmpty());
        if (costs) {
            header.add(header.size() - 1, "cost");
        }
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (RunSummary run : all) {
            List<String> cells = cells(run);
            if (!studies.isEmpty()) {
                cells.add(cells.size() - 1, studies.getOrDefault(run.id(), ""));
            }
            if (costs) {
                cells.add(cells.size() - 1, RunCost.of(run));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.render(context.terminal().width());
    }

    private static List<String> cells(RunSummary run) {
        Quality quality = run.quality() == null ? Quality.NONE : run.quality();
        return new ArrayList<>(List.of(run.id(), run.state().inWords(),
                run.spec() == null ? "?" : run.spec().model().algorithm(),
                run.spec() == null ? "" : Integer.toString(run.spec().model().topics()),
                run.counts() == null ? "" : Figures.count(run.counts().documents()), Figures.shortScore(quality.wetc()),
                Figures.shortScore(quality.tu()), Figures.shortScore(quality.npmi()), Figures.perplexity(quality.perplexity()),
                Figures.shortScore(quality.stability()), run.name() + tags(run)));
    }

    private String table(List<Study> studies, Workspace runs) {
        TextTable table = new TextTable("study", "runs done", "varies", "name");
        for (Study study : studies) {
            table.row(study.id(), StudyTable.of(study, runs).finished() + " of " + study.runs().size(),
                    study.spec().variations().stream().map(Variation::setting).collect(Collectors.joining(", ")), study.name());
        }
        return table.render(context.terminal().width());
    }

    private static String tags(RunSummary run) {
        return run.remarks().tags().isEmpty() ? "" : " [" + String.join(", ", run.remarks().tags()) + "]";
    }
}
