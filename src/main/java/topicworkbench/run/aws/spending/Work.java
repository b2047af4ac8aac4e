package topicworkbench.run.aws.spending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.Counts;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.Workspace;

/**
 * How much work a run is: from an earlier run of the workspace on the same reviews where there is one, else from the files.
 *
 * @param reviews   that are read; 0 where nothing is known
 * @param documents that are trained on
 * @param bytes     of the files, unpacked as far as one can tell
 * @param text      seconds that counting, vectorising and scoring took here, NaN where it was not measured
 * @param trained   documents × epochs × topics a second here, NaN where no training of that algorithm was measured
 * @param from      where that is known from, in words
 */
record Work(double reviews, double documents, double bytes, double text, double trained, String from) {
    /** What a review takes in a file, with its other columns; the collections this was made for have 400 to 900. */
    private static final double BYTES_A_REVIEW = 600;
    /** Text shrinks to about a third when it is packed. */
    private static final double UNPACKED = 3;
    private static final double BYTES_UNKNOWN = 0;

    boolean isKnown() {
        return reviews > 0;
    }

    static Work of(RunSpec spec, Workspace workspace) {
        double bytes = bytes(spec);
        List<RunSummary> done = workspace.runs().stream().filter(run -> run.spec() != null && run.counts() != null).toList();
        double trained = done.stream().filter(run -> run.spec().model().algorithm().equals(spec.model().algorithm()))
                .map(run -> trainedASecond(workspace, run)).flatMap(Optional::stream).findFirst().orElse(Double.NaN);
        Optional<RunSummary> same = done.stream().filter(run -> run.spec().hasReviewsOf(spec)).findFirst();
        if (same.isPresent()) {
            Counts counts = same.get().counts();
            double seconds = seconds(workspace, same.get(), Stage.VECTORISE) + seconds(workspace, same.get(), Stage.EVALUATE);
            return new Work(counts.read(), counts.documents(), bytes, seconds, trained, String.format(java.util.Locale.ROOT,
                    "%,d reviews, %,d documents, as the run %s counted them here.", counts.read(), counts.documents(), same.get().id()));
        }
        if (bytes == BYTES_UNKNOWN) {
            return new Work(0, 0, 0, Double.NaN, trained, "Nothing is known of the reviews: they are not on this computer.");
        }
        double reviews = Math.ceil(bytes / BYTES_A_REVIEW);
        return new Work(reviews, reviews, bytes, Double.NaN, trained, String.format(java.util.Locale.ROOT,
                "About %,.0f reviews, guessed from the size of the files; a run here on the same reviews would tell.", reviews));
    }

    private static double seconds(Workspace workspace, RunSummary run, Stage stage) {
        FinishedStage finished = stages(workspace, run).get(stage);
        return finished == null || finished.from() != null ? Double.NaN : finished.seconds();
    }

    private static Optional<Double> trainedASecond(Workspace workspace, RunSummary run) {
        FinishedStage train = stages(workspace, run).get(Stage.TRAIN);
        Long epochs = train == null ? null : train.figures().get("epochs");
        return epochs == null || train.from() != null || train.seconds() <= 0 ? Optional.empty()
                : Optional.of((double) run.counts().documents() * epochs * run.spec().model().topics() * run.spec().seeds()
                        / train.seconds());
    }

    private static Map<Stage, FinishedStage> stages(Workspace workspace, RunSummary run) {
        Map<Stage, FinishedStage> stages = new EnumMap<>(Stage.class);
        try {
            workspace.find(run.id()).finishedStages().forEach(stage -> stages.put(stage.stage(), stage));
        } catch (ExplainedException e) {
            stages.clear(); // a damaged run tells nothing
        }
        return stages;
    }

    private static double bytes(RunSpec spec) {
        return spec.source().paths().stream().filter(path -> !path.startsWith("s3://")).mapToDouble(path ->
                bytes(path.equals(SampleReviews.PATH) ? SampleReviews.file() : Path.of(path))).sum();
    }

    private static double bytes(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).mapToDouble(Work::unpacked).sum();
        } catch (IOException e) {
            return BYTES_UNKNOWN;
        }
    }

    private static double unpacked(Path file) {
        try {
            return Files.size(file) * (file.toString().matches(".*\\.(gz|zst|parquet)") ? UNPACKED : 1);
        } catch (IOException e) {
            return BYTES_UNKNOWN;
        }
    }
}
