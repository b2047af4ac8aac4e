package topicworkbench.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.workspace.RunFolder;

/** Puts words on a run, by which it is found again. */
@Command(name = "tag", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Puts tags on a run, or takes them away.",
        footer = {"", "Examples:", "  topic-workbench tag March baseline seed-1",
            "  topic-workbench tag March --remove baseline"})
final class TagCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Parameters(index = "1..*", paramLabel = "TAG", arity = "1..*", description = "Words without a comma.")
    private List<String> tags;

    @Option(names = "--remove", description = "Takes the tags away.")
    private boolean remove;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    TagCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunFolder folder = workspace.services(context.wiring()).workspace().find(run);
        Set<String> now = new LinkedHashSet<>(folder.remarks().tags());
        if (remove) {
            tags.forEach(tag -> now.removeIf(tag::equalsIgnoreCase));
        } else {
            now.addAll(tags);
        }
        folder.remark(folder.remarks().withTags(now));
        context.terminal().print(folder.id() + ": " + (now.isEmpty() ? "no tags" : String.join(", ", folder.remarks().tags())));
        return ExitCode.DONE;
    }
}
