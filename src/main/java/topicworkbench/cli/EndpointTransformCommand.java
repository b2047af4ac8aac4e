package topicworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.SpendingInWords;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.NewReviews;
import topicworkbench.corpus.OtherColumns;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.export.table.ClassifiedReviews;
import topicworkbench.export.table.ClassifiedReviews.Answers;
import topicworkbench.export.table.TableFile;
import topicworkbench.export.table.TableFormat;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.topic.Topic;
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

    @Parameters(paramLabel = "RUN", description = "Id or name of the run whose model is asked.")
    private String run;

    @Option(names = "--input", paramLabel = "PATH", required = true, arity = "1..*", description = "Files or folders of reviews; or a folder "
            + "of RecordIO files, s3://…")
    private List<String> input;

    @Option(names = "--output", paramLabel = "FILE", required = true, description = "The table, .csv, .parquet or .json; or a folder for "
            + "the answers, s3://…")
    private String output;

    @Option(names = "--column", paramLabel = "FIELD=NAME", description = "Which column holds a field, where that is another than in the run's "
            + "own files.")
    private List<String> columns = List.of();

    @Option(names = "--filtered", description = "Only reviews that the run would have taken, by its filter and without duplicates; without it "
            + "each has its row.")
    private boolean filtered;

    @Option(names = "--instance-type", paramLabel = "TYPE", description = "What works (default: ml.m5.xlarge).")
    private String instanceType = CloudOptions.DEFAULTS.endpoint().instanceType();

    @Option(names = "--keep-files", description = "Leave counts and answers in the bucket, below the run's files.")
    private boolean keepFiles;

    @Option(names = "--force", description = "Replace the table if it is there.")
    private boolean force;

    @Option(names = "--yes", description = "Start without asking.")
    private boolean yes;

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
        Services services = workspace.services(context.wiring());
        try {
            return stored ? fromFolderToFolder(services) : fromFileToTable(services);
        } catch (CancellationException e) {
            return ExitCode.CANCELLED;
        }
    }

    private int fromFolderToFolder(Services services) throws InterruptedException {
        String id = CloudRun.inAccount(services.workspace(), run);
        if (!agreed(services, Double.NaN)) {
            return ExitCode.CANCELLED;
        }
        String job = CancellableWork.run(context.terminal(), STOPPED, progress -> services.cloud().transforms(place.place())
                .transform(id, input.getFirst(), output, instanceType, progress::making));
        context.terminal().print(job + " is done: " + output);
        return ExitCode.DONE;
    }

    private int fromFileToTable(Services services) throws InterruptedException {
        Path target = target();
        RunFolder folder = services.workspace().find(run);
        List<Topic> topics = folder.result().topics();
        try (NewReviews reviews = read(folder, target.getParent())) {
            CsrCounts counts = reviews.counts();
            int[] known = IntStream.range(0, counts.rows()).filter(row -> counts.rowTotal(row) > 0).toArray();
            tellOf(reviews, known.length, target);
            try (CancelOnInterrupt _ = new CancelOnInterrupt(reviews::close, new CountDownLatch(0))) {
                if (!agreed(services, known.length)) {
                    return ExitCode.CANCELLED;
                }
            }
            String id = CloudRun.inAccount(services.workspace(), run);
            CancellableWork.run(context.terminal(), STOPPED, progress -> {
                FloatMatrix shares = services.cloud().transforms(place.place()).classify(id, counts.selectRows(known), instanceType, keepFiles,
                        progress::making);
                ClassifiedReviews.write(reviews.reviews(), new Answers(counts, known, shares, topics), target, (done, total) ->
                        progress.making("Writing the table", done, total));
                return target;
            });
        }
        context.terminal().print(target.toString());
        context.terminal().tell("What it has cost: topic-workbench cloud status " + folder.id());
        return ExitCode.DONE;
    }

    private Path target() {
        Path target = Path.of(output).toAbsolutePath().normalize();
        TableFormat.of(target);
        for (Path file : List.of(target, listOfRejected(target))) {
            if (!force && Files.exists(file)) {
                throw new InvalidOptionException("output", "The file " + file + " is there already.",
                        "Name another table, or give --force to replace it.");
            }
        }
        return target;
    }

    private static Path listOfRejected(Path table) {
        String name = table.getFileName().toString();
        int ending = name.lastIndexOf('.');
        return table.resolveSibling(name.substring(0, ending) + "-rejected" + name.substring(ending));
    }

    private NewReviews read(RunFolder folder, Path place) throws InterruptedException {
        RunSpec spec = folder.spec();
        Vocabulary vocabulary = CorpusFile.readVocabulary(folder.files().vocabulary());
        try (Threads threads = new Threads(Threads.available())) {
            return CancellableWork.run(context.terminal(), "It was cancelled; nothing was written.", progress -> NewReviews.read(source(spec),
                    filtered ? spec.filter() : ReviewFilter.NONE, spec.text(), vocabulary, place, threads, (done, total) ->
                            progress.making("Reading the reviews", done, total)));
        }
    }

    /** The run's own choice of columns, but for those that are chosen here. */
    private ReviewSource source(RunSpec spec) {
        Map<String, String> chosen = new HashMap<>(spec.source().columns());
        chosen.putAll(ColumnChoice.parse(columns));
        return new ReviewSource(input, chosen, spec.source().keep().isEmpty() ? List.of() : OtherColumns.ALL);
    }

    private void tellOf(NewReviews reviews, int known, Path target) {
        long rejected = reviews.ingested().rejected();
        context.terminal().tell(String.format(Locale.ROOT, "%,d reviews, of which %,d have words that the model knows.", reviews.counts().rows(),
                known));
        if (reviews.prepared().read() > reviews.prepared().kept()) {
            context.terminal().tell(String.format(Locale.ROOT, "%,d are left out by the run's filter and its rule for duplicates.",
                    reviews.prepared().read() - reviews.prepared().kept()));
        }
        if (rejected > 0) {
            TableFile.write(reviews.rejected(), listOfRejected(target));
            context.terminal().tell(String.format(Locale.ROOT, "%,d rows could not be read; they are listed in %s.", rejected,
                    listOfRejected(target)));
        }
        if (known == 0) {
            throw new ExplainedException("The model knows no word of any of these reviews, so that there is nothing to ask it.",
                    "Check with inspect which columns were recognised, and whether the run is one of such reviews.");
        }
    }

    /** Shows what it takes and costs, and asks. @param documents NaN if not known */
    private boolean agreed(Services services, double documents) {
        LaunchPlan plan = services.cloud().spending(place.place()).planTransform(instanceType, documents);
        context.terminal().print(SpendingText.plan(plan, context.terminal().width()));
        SpendingInWords.lacking(plan, "Ask for more in the console (Service Quotas, Amazon SageMaker), or choose another instance type.")
                .ifPresent(lacking -> {
                    throw lacking;
                });
        boolean agreed = Consent.ask(context, yes, "Start this job", "--yes");
        if (!agreed) {
            context.terminal().tell("Nothing was started.");
        }
        return agreed;
    }
}
