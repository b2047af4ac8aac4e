package topicworkbench.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;

/** Says how runs are done that a file in the data bucket starts. */
@Command(name = "automatic", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Says how runs are done from now on that a file under raw/ in the data bucket starts.",
            "Files start runs where the stacks are deployed with --start-on-upload yes."})
final class CloudAutomaticCommand implements Callable<Integer> {
    /** Stands for whatever file comes. */
    private static final ReviewSource ANY_FILE = new ReviewSource(List.of("raw/"), Map.of());

    private final CommandContext context;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final TopicsOption topics = new TopicsOption();

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudAutomaticCommand(CommandContext context) {
        this.context = context;
    }

    /** Completes the help with the settings, which are defined elsewhere, and with examples. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingsHelp.lines("Examples:", "  topic-workbench cloud automatic --stars 1-2 --topics 30",
                "  topic-workbench cloud automatic --spec spec.json --set max_cost=5"));
    }

    @Override
    public Integer call() {
        RunSpec usual = RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS).withSource(ANY_FILE);
        RunSpec spec = options.chooseReviews() ? options.spec(topics.settingsOnAws()) : options.spec(usual, topics.settingsOnAws());
        workspace.services(context.wiring()).cloud().runs(place.place()).setAutomatic(spec);
        context.terminal().print("A file under raw/ now starts a run of " + spec.model().topics() + " topics.");
        return ExitCode.DONE;
    }
}
