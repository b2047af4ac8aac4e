package topicworkbench.run.aws;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.platform.FileStarts;
import topicworkbench.run.aws.spending.Ceiling;
import topicworkbench.run.aws.spending.Prices;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.run.aws.transfer.Upload;

/** How runs are done that a file under {@code raw/} starts: by two files in the data bucket, which the state machine reads. */
final class AutomaticRuns implements FileStarts {
    private static final String FOLDER = "automatic";
    private static final String SPEC = FOLDER + "/spec.json";
    private static final String INPUT = FOLDER + "/run.json";
    private static final String EMBEDDINGS = FOLDER + "/embeddings/";
    /** Of an execution's input what differs from run to run, and is the state machine's to say. */
    private static final List<String> OF_EACH_RUN = List.of("run", "jobs", "prefix", "from", "reviews");

    private final RunBucket bucket;
    private final Prices prices;

    AutomaticRuns(RunBucket bucket, Prices prices) {
        this.bucket = bucket;
        this.prices = prices;
    }

    @Override
    public boolean areSet() {
        return bucket.read(SPEC).isPresent() && bucket.read(INPUT).isPresent();
    }

    /** As the program itself would do them, with nothing chosen. */
    @Override
    public void setToUsual() {
        set(Settings.apply(RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS), List.of("where=aws")));
    }

    /**
     * From now on; runs that go on are not changed.
     *
     * @param spec of which everything counts but the reviews
     * @throws ExplainedException if it is none for AWS, or its ceiling is too low
     */
    void set(RunSpec spec) {
        if (!spec.cloud().onAws()) {
            throw new ExplainedException("A file in AWS cannot start a run on this computer.", "Set where to aws.");
        }
        RunSpec kept = RunSpecs.absolute(spec.withSource(new ReviewSource(List.of(), spec.source().columns(), spec.source().keep())));
        JsonObject input = new LaunchInput(FOLDER, FOLDER, bucket.name(), FOLDER, kept, Ceiling.of(kept, prices)).json(Stage.INGEST);
        OF_EACH_RUN.forEach(input::remove);
        if (kept.embeddings() == null) {
            bucket.write(EMBEDDINGS + "none.json", "{}\n"); // a job is not given a folder that is not there
        } else {
            Path file = Path.of(kept.embeddings());
            Upload.send(bucket, file, EMBEDDINGS + file.getFileName(), ProgressListener.NONE);
        }
        bucket.write(SPEC, RunSpecJson.write(kept));
        bucket.write(INPUT, input + "\n");
    }
}
