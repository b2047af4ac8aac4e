package topicworkbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Settings;
import topicworkbench.study.StudyRunner;
import topicworkbench.study.StudySpec;
import topicworkbench.study.Variation;

/** Many runs that differ in a few settings, and one table of how good they are. */
@Command(name = "sweep", mixinStandardHelpOptions = true, versionProvider = Version.class,
        sortOptions = false, description = {
            "Tries several values of settings, each combination in a run of its own, and compares them in one table:",
            "WETC, TU, NPMI, perplexity, stability (with --seeds), time; suggests one and says why.",
            "What the runs have in common is done once. Maps are left out unless asked for by --set map=true.",
            "Ctrl+C cancels; what finished is kept, and the command resume goes on."})
final class SweepCommand implements Callable<Integer> {
    private static final String NO_MAP = "map=false";

    private final CommandContext context;

    @Option(names = "--topics", paramLabel = "N,N,…", description = "Numbers of topics to try: 5,10,20,40, or 10..50:10.")
    private String topics;

    @Option(names = "--vary", paramLabel = "NAME=VALUES", description = "Any setting of the list below with the values to "
            + "try: v1,v2 (v1|v2 where values hold commas), from..to:step, or from..to with --random; may be repeated.")
    private List<String> vary = List.of();

    @Option(names = "--random", paramLabel = "N", description = "Draw N combinations at random, by the seed, instead of "
            + "trying all.")
    private Integer draws;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "What the study is called (default: made from the files).")
    private String name;

    @Mixin
    private final CloudConsent consent = new CloudConsent();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    SweepCommand(CommandContext context) {
        this.context = context;
    }

    /** Completes the help with the settings, which are defined elsewhere, and with examples. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingsHelp.lines(
                "Examples:",
                "  topic-workbench sweep --reviews reviews.csv --stars 1-2 --topics 5,10,20,40",
                "  topic-workbench sweep --sample --topics 5..30:5 --seeds 3 --name \"How many topics\"",
                "  topic-workbench sweep --sample --algorithm lda --vary alpha=1,5,25 --vary beta=0.01,0.1",
                "  topic-workbench sweep --sample --vary learning_rate=0.0005..0.02 --vary epochs=10..60 --random 12",
                "  topic-workbench sweep --spec spec.json --vary algorithm=ntm,lda,nmf"));
    }

    @Override
    public Integer call() throws InterruptedException {
        StudySpec spec = study();
        Services services = workspace.services(context.wiring());
        Map<String, RunSpec> runs = new LinkedHashMap<>();
        spec.trials().forEach(trial -> runs.put(trial.inWords(), trial.spec()));
        if (!consent.toRuns(context, services, CloudPlace.USUAL, runs)) {
            return ExitCode.CANCELLED;
        }
        StudyRunner runner = new StudyRunner(services.workspace(), services.runner());
        return new StudyWatch(context).follow(spec.size(), listener -> runner.start(spec, name, listener));
    }

    StudySpec study() {
        InvalidOptionException.unless(draws == null || draws >= 1, "random", draws, "Give a number of 1 or more.");
        return new StudySpec(base(), variations(), draws == null ? 0 : draws);
    }

    /** A study is for choosing; a map of each of its runs would take longer than all of them. */
    private RunSpec base() {
        RunSpec spec = options.spec(List.of());
        return options.sets("map") ? spec : Settings.apply(spec, List.of(NO_MAP));
    }

    private List<Variation> variations() {
        List<Variation> variations = new ArrayList<>();
        if (topics != null) {
            variations.add(Variation.parse("num_topics=" + topics));
        }
        vary.forEach(text -> variations.add(Variation.parse(text)));
        return variations;
    }
}
