package topicworkbench.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.run.RunSpec;

/** From a file of reviews to scored topics. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class,
        sortOptions = false, description = {
            "Finds the topics of reviews: ingest, prepare, vectorise, train, evaluate, gate.",
            "Ctrl+C cancels; what finished is kept, and the command resume goes on."})
final class RunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final TopicsOption topics = new TopicsOption();

    @Option(names = "--from", paramLabel = "RUN", description = "Subcategories: the reviews of one topic of this run, with "
            + "its settings; needs --topic.")
    private String from;

    @Option(names = "--topic", paramLabel = "N", description = "Number or label of that topic.")
    private String topic;

    @Option(names = "--name", paramLabel = "NAME", description = "What the run is called (default: made from the files).")
    private String name;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the result as one HTML page.")
    private Path report;

    @Mixin
    private final CloudConsent consent = new CloudConsent();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    RunCommand(CommandContext context) {
        this.context = context;
    }

    /** Completes the help with the settings, which are defined elsewhere, and with examples. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingsHelp.lines(
                "Examples:",
                "  topic-workbench run --sample",
                "  topic-workbench run --reviews reviews.csv --stars 1-2",
                "  topic-workbench run --reviews shards/ --stars 1-2 --topics 30 --seed 7 --name \"March\"",
                "  topic-workbench run --reviews a.tsv.gz b.jsonl --column text=comment --set max_ngram=2",
                "  topic-workbench run --reviews reviews.parquet --algorithm lda --set iterations=500",
                "  topic-workbench run --reviews reviews.csv --embeddings glove.6B.100d.txt --min-wetc 0.3 --min-tu 0.6",
                "  topic-workbench run --reviews reviews.csv --seeds 5",
                "  topic-workbench run --spec spec.json",
                "  topic-workbench run --from March --topic 3 --topics 6"));
    }

    @Override
    public Integer call() throws InterruptedException {
        Services services = workspace.services(context.wiring());
        if (from != null || topic != null) {
            return new SubcategoryRun(services, options, topics.settings()).run(from, topic, name, new RunWatch(context, services, report),
                    spec -> agreed(services, spec));
        }
        RunSpec spec = spec();
        if (!agreed(services, spec)) {
            return ExitCode.CANCELLED;
        }
        return new RunWatch(context, services, report)
                .follow(listener -> services.runner().start(spec, name, listener));
    }

    private boolean agreed(Services services, RunSpec spec) {
        return consent.toRuns(context, services, CloudPlace.USUAL, Map.of("", spec));
    }

    /** What the options mean. */
    RunSpec spec() {
        return options.spec(topics.settings());
    }
}
