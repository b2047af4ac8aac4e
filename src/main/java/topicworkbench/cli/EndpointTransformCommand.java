package topicworkbench.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.NewReviews;
import topicworkbench.corpus.OtherColumns;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.Threads;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.workspace.RunFolder;

/** The topics of a file of new reviews by a batch transform. */
@Command(name = "transform", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Finds the topics of new reviews without an endpoint, by a job on AWS that ends by itself.",
            "They are read as the run read its own; the words that its model knows are counted; what the",
            "job costs is shown and asked for; the table has a row a review. Ctrl+C stops the job.",
            "From s3://… to s3://… it takes RecordIO files, as vectorise writes them, and leaves JSON lines."},
        footer = {"", "Examples:", "  topic-workbench cloud endpoint transform March --input april.csv --output topics.csv",
            "  topic-workbench cloud endpoint transform March --input new/ --column text=comment \\",
            "    --output topics.parquet --yes",
            "  topic-workbench cloud endpoint transform March --input s3://bucket/in/ --output s3://bucket/out/"})
final class EndpointTransformCommand implements Callable<Integer> {
    private static final String STOPPED = "It was cancelled: nothing was written, and a job that had begun is stopped.";

    private final CommandContext context;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run whose model is asked.")
    private String run;

    @Option(names = "--input", paramLabel = "PATH", required = true, arity = "1..*",
            description = "Files or folders of reviews; or a folder "
            + "of RecordIO files, s3://…")
    private List<String> input;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The table, .csv, .parquet or .json; or a folder for "
            + "the answers, s3://…")
    private String output;

    @Option(names = "--column", paramLabel = "FIELD=NAME",
            description = "Which column holds a field, where that is another than in the run's "
            + "own files.")
    private List<String> columns = List.of();

    @Option(names = "--filtered", description =
            "Only reviews that the run would have taken, by its filter and without duplicates; without it "
            + "each has its row.")
    private boolean filtered;

    @Option(names = "--instance-type", paramLabel = "TYPE", description = "What works (default: ml.m5.xlarge).")
    private String instanceType = CloudOptions.DEFAULTS.endpoint().instanceType();

    @Option(names = "--keep-files", description = "Leave counts and answers in the bucket, below the run's files.")
    private boolean keepFiles;

    @Option(names = "--force", description = "Replace the table if it is there.")
    private boolean force;

    @Mixin
    private final CloudConsent consent = new CloudConsent();

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    EndpointTransformCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean stored = input.size() == 1 && input.getFirst().startsWith(RunSpecs.S3);
        if (stored != output.startsWith(RunSpecs.S3)) {
            throw new InvalidOptionException("output", "The output " + output + " does not go with the input.", stored
                    ? "What is in S3 stays there: name a folder, s3://…" : "What is here comes back here: name a file.");
        }
        if (stored) {
            GivenOptions.refuse(command, "what goes from S3 to S3, since nothing of it is read or written here", "--column", "--filtered",
                    "--keep-files", "--force");
        }
        Services services = workspace.services(context.wiring());
        try {
            return stored ? fromFolderToFolder(services) : fromFileToTable(services);
        } catch (CancellationException e) {
            return ExitCode.CANCELLED;
        }
    }

    private int fromFolderToFolder(Services services) throws InterruptedException {
        String id = CloudRun.id(services.workspace(), run);
        if (!agreed(services, Double.NaN)) {
            return ExitCode.CANCELLED;
        }
        String job = CancellableWork.run(context.terminal(), STOPPED, progress -> services.cloud().transforms(place.place())
                .transform(id, input.getFirst(), output, instanceType, progress::making));
        context.terminal().print(job + " is done: " + output);
        return ExitCode.DONE;
    }

    private int fromFileToTable(Services services) throws InterruptedException {
        RunFolder folder = services.workspace().find(run);
        TableOfTopics table = TableOfTopics.of(folder, Path.of(output).toAbsolutePath().normalize(), force);
        try (NewReviews reviews = read(folder, table.place())) {
            table.take(reviews, context.terminal());
            try (CancelOnInterrupt _ = new CancelOnInterrupt(reviews::close, new CountDownLatch(0))) {
                if (!agreed(services, table.documents().rows())) {
                    return ExitCode.CANCELLED;
                }
            }
            CancellableWork.run(context.terminal(), STOPPED, progress -> {
                table.write(services.cloud().transforms(place.place()).classify(folder.id(), table.documents(), instanceType, keepFiles,
                        progress::making), progress);
                return table;
            });
            table.tellOfFiles(context.terminal());
        }
        context.terminal().tell("What it has cost: topic-workbench cloud status " + folder.id());
        return ExitCode.DONE;
    }

    private NewReviews read(RunFolder folder, Path near) throws InterruptedException {
        RunSpec spec = folder.spec();
        Vocabulary vocabulary = CorpusFile.readVocabulary(folder.files().vocabulary());
        try (Threads threads = new Threads(Threads.available())) {
            return CancellableWork.run(context.terminal(), "It was cancelled; nothing was written.",
                    progress -> NewReviews.read(source(spec),
                    filtered ? spec.filter() : ReviewFilter.NONE, spec.text(), vocabulary, near, threads, (done, total) ->
                            progress.making("Reading the reviews", done, total)));
        }
    }

    /** The run's own choice of columns, but for those that are chosen here. */
    private ReviewSource source(RunSpec spec) {
        Map<String, String> chosen = new HashMap<>(spec.source().columns());
        chosen.putAll(ColumnChoice.parse(columns));
        return new ReviewSource(input, chosen, spec.source().keep().isEmpty() ? List.of() : OtherColumns.ALL);
    }

    /** Shows what it takes and costs, and asks. @param documents NaN if not known */
    private boolean agreed(Services services, double documents) {
        return consent.toTransform(context, services.cloud().spending(place.place()).planTransform(instanceType, documents));
    }
}
