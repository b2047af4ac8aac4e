package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.Split;
import topicworkbench.evaluation.EnoughDocuments;
import topicworkbench.failure.ExplainedException;

/**
 * Plays a deployed account: the state machine and the jobs that it starts, with all that they cost until they are ended.
 * Stopping an execution leaves its job running, as the service may.
 */
public final class FakePipeline {
    public static final String BUCKET = FakeServices.BUCKET;
    /** Seconds of each Spark job and training. */
    public static final int BILLED = FakeServices.BILLED;
    /** Large sets of documents, and the models that are asked about them. */
    public final FakeTransforms transforms;

    private final S3Client s3;
    private final GoldenRun golden;
    private final FakeServices services;
    private final FakeStates states;
    private final Map<String, String> nextOf = new HashMap<>();
    private Supplier<String> fate = () -> "";
    private int epochs = 4;

    public FakePipeline(FakeAws aws, S3Client s3, GoldenRun golden) {
        this.s3 = s3;
        this.golden = golden;
        this.services = new FakeServices(aws);
        this.transforms = new FakeTransforms(aws, services, new RehearsedFiles(s3));
        this.states = new FakeStates(aws, this::script, this::answer, services::look);
    }

    /** What becomes of each job, asked when it starts: nothing special, or the name of a failure. */
    public void fates(Supplier<String> fates) {
        fate = fates;
    }

    /** What becomes of the next job of a kind. @param kind training, processing or glue */
    public void next(String kind, String nextFate) {
        nextOf.put(kind, nextFate);
    }

    /** How long trainings are from now on. */
    public void epochs(int count) {
        epochs = count;
    }

    /** What costs now but an endpoint that a finished run was asked for. */
    public List<String> billable() {
        return services.billable();
    }

    /** Executions that were ever started, by any call. */
    public int started() {
        return states.started();
    }

    /** What has ended is not known any more, as after 90 days. */
    public void forget() {
        states.forget();
    }

    private void answer() {
        if (fate.get().equals("answer lost")) {
            throw new FakeFailure(500, "InternalFailure", "the answer is lost, the execution is not");
        }
    }

    /** What an execution goes through from the stage on with which its input begins. */
    private void script(FakeExecution execution) {
        String run = execution.input.get("run").getAsString();
        String stem = "tw-" + execution.input.get("jobs").getAsString();
        List<String> order = List.of("ingest", "prepare", "vectorise", "train", "evaluate", "gate");
        int from = order.indexOf(execution.input.get("from").getAsString());
        if (from <= 0) {
            step(execution, "Ingest", new FakeJob("glue", stem + "-ingest", run), "ingest");
        }
        if (from <= 1) {
            step(execution, "Prepare", new FakeJob("glue", stem + "-prepare", run), "prepare");
        }
        if (from <= 2) {
            step(execution, "Count", new FakeJob("processing", stem + "-count-0", run), null);
            step(execution, "Vectorise", new FakeJob("processing", stem + "-vectorise-0", run), "vectorise");
        }
        if (from <= 3) {
            execution.ahead.add(() -> execution.enter("Read corpus"));
            train(execution, new FakeJob("training", stem + "-ntm-0", run));
        }
        if (from <= 4) {
            step(execution, "Evaluate", new FakeJob("processing", stem + "-evaluate-0", run), "evaluate");
        }
        execution.ahead.add(() -> execution.enter("Read scores"));
        execution.ahead.add(() -> execution.enter("Check WETC and TU"));
        execution.ahead.add(() -> afterGate(execution, run));
    }

    private void step(FakeExecution execution, String state, FakeJob job, String stage) {
        execution.ahead.add(() -> execution.enter(state));
        execution.ahead.add(() -> begin(execution, job));
        execution.ahead.add(() -> {
            if ("vectorise".equals(stage) && !enough(execution, job)) {
                return;
            }
            if (stage != null) {
                put(execution, stage);
            }
            job.status = "Completed";
        });
    }

    private void begin(FakeExecution execution, FakeJob job) {
        services.add(job);
        if (job.kind.equals("glue")) {
            services.log(FakeServices.SPARK, job.name + "-driver", "the driver of " + job.name + " reads");
            services.log(FakeServices.SPARK, job.name + "-progress-bar", "[Stage 1:===> ]");
        }
        String next = nextOf.remove(job.kind);
        FakeFate.happen(next == null ? fate.get() : next, execution, job);
    }

    private boolean enough(FakeExecution execution, FakeJob job) {
        try {
            int topics = execution.input.getAsJsonObject("training").getAsJsonObject("ntm").get("num_topics").getAsInt();
            EnoughDocuments.require(CorpusFile.read(golden.local().files().corpus()).documentsOf(Split.TRAIN).length, topics);
            return true;
        } catch (ExplainedException e) {
            job.status = "Failed";
            job.message = e.getMessage() + "\n" + e.remedy();
            execution.end("FAILED", "States.TaskFailed", Json.of("ProcessingJobName", job.name, "ExitMessage", job.message).toString());
            return false;
        }
    }

    private void train(FakeExecution execution, FakeJob job) {
        execution.ahead.add(() -> execution.enter("Train NTM"));
        execution.ahead.add(() -> begin(execution, job));
        execution.ahead.add(() -> job.secondary = "Training");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            int now = epoch;
            execution.ahead.add(() -> services.logEpoch(job, now, loss(now), loss(now) + .1 - .05 / now, (double) now / epochs));
        }
        execution.ahead.add(() -> job.secondary = "Uploading");
        execution.ahead.add(() -> {
            job.status = "Completed";
            job.secondary = "Completed";
        });
    }

    private static double loss(int epoch) {
        return 6.3 + .8 * Math.exp(-epoch / 9.0);
    }

    private void afterGate(FakeExecution execution, String run) {
        JsonObject gate = execution.input.getAsJsonObject("gate");
        var quality = golden.local().summary().quality();
        if (quality.wetc() < gate.get("wetc").getAsDouble() || quality.tu() < gate.get("tu").getAsDouble()) {
            execution.ahead.add(() -> execution.enter("Not accepted"));
            execution.ahead.add(() -> execution.end("SUCCEEDED", null, null));
            return;
        }
        execution.ahead.add(() -> execution.enter("Create NTM model"));
        JsonObject wanted = execution.input.getAsJsonObject("endpoint");
        if (wanted.get("wanted").getAsBoolean()) {
            FakeJob endpoint = new FakeJob("endpoint", wanted.get("name").getAsString(), run);
            endpoint.status = "Creating";
            execution.ahead.add(() -> execution.enter("Create endpoint"));
            execution.ahead.add(() -> services.add(endpoint));
            execution.ahead.add(() -> endpoint.status = "InService");
        }
        execution.ahead.add(() -> execution.end("SUCCEEDED", null, null));
    }

    private void put(FakeExecution execution, String stage) {
        golden.objects().get(stage).forEach((key, bytes) -> s3.putObject(request -> request.bucket(BUCKET)
                .key(execution.input.get("prefix").getAsString() + "/" + key), RequestBody.fromBytes(bytes)));
    }
}
