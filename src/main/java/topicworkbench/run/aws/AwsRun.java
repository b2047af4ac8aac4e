package topicworkbench.run.aws;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.CloudExecution.Phase;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Surroundings;

/** One run in the cloud: sends it there, watches it, brings it home, and leaves nothing behind that costs. */
final class AwsRun implements RunHandle, Runnable {
    private final RunWriter writer;
    private final RunFolder folder;
    private final RunSpec spec;
    private final AwsClients aws;
    private final Launch launch;
    private final Manner manner;
    private final PipelineRunner mapper;
    private final Consumer<RunEvent> listener;
    private final RunTelling telling;
    private final RunControl control;
    private final Perseverance perseverance;
    private final WatchPace pace;
    private final RunBucket bucket;
    private final CloudReports reports;
    private final StageTrack track;
    private final CostWatch costs;
    private final CompletableFuture<RunSummary> ended = new CompletableFuture<>();
    private volatile RunHandle mapping;
    private CloudExecution cloud;

    /**
     * What must be known only where an execution is started or watched.
     *
     * @param input  of the state machine for an attempt
     * @param ledger asks what the run has cost, and keeps it
     */
    record Launch(Supplier<LaunchInput> input, String logGroup, Runnable ledger) { }

    /**
     * How a run is taken up.
     *
     * @param again    whether it had ended, so that an execution that failed is begun anew
     * @param mayBegin whether an execution may be begun at all
     */
    record Manner(boolean again, boolean mayBegin) { }

    /**
     * @param mapper does on this computer what is left when all is fetched
     */
    AwsRun(RunWriter writer, CloudExecution cloud, AwsClients aws, Launch launch, Manner manner, PipelineRunner mapper, WatchPace pace,
            Consumer<RunEvent> listener) {
        this.writer = writer;
        this.folder = writer.folder();
        this.spec = folder.spec();
        this.cloud = cloud;
        this.aws = aws;
        this.launch = launch;
        this.manner = manner;
        this.mapper = mapper;
        this.pace = pace;
        this.listener = listener;
        this.telling = new RunTelling(writer, listener);
        this.control = new RunControl(writer, this::stopTraining);
        this.perseverance = new Perseverance(telling, pace);
        this.bucket = new RunBucket(aws, cloud.bucket());
        this.reports = new CloudReports(bucket::read, cloud.prefix(), spec);
        this.track = new StageTrack(writer, telling, stage -> insist(stage, () -> reports.figures(stage)));
        this.costs = new CostWatch(folder, telling, pace, launch.ledger());
    }

    @Override
    public String id() {
        return folder.id();
    }

    @Override
    public RunState state() {
        RunHandle inner = mapping;
        return ended.isDone() ? ended.join().state() : inner != null ? inner.state() : writer.state();
    }

    @Override
    public RunSpec spec() {
        return spec;
    }

    @Override
    public void cancel() {
        control.cancel();
        RunHandle inner = mapping;
        if (inner != null) {
            inner.cancel();
        }
    }

    @Override
    public void stopTraining() {
        telling.note(Stage.TRAIN, "Training on SageMaker cannot be ended early: an NTM that is stopped leaves no model. Wait for its"
                + " own end, or cancel the run.");
    }

    @Override
    public RunSummary await() throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void run() {
        try {
            control.check();
            writer.state(RunState.RUNNING, null);
            telling.line(null, Surroundings.application() + ", run in account " + cloud.account() + ", " + cloud.region());
            if (isToDo(Stage.UPLOAD)) {
                upload();
            }
            if (spec.stages().stream().anyMatch(stage -> !stage.isHere() && isNeeded(stage))) {
                execute();
            }
            if (isToDo(Stage.FETCH)) {
                costs.settle(Stage.FETCH);
                fetch();
            }
            if (isToDo(Stage.MAP)) {
                map();
            } else {
                end(accepted() ? RunState.DONE : RunState.NOT_ACCEPTED, null);
            }
        } catch (CancellationException e) {
            leave(RunState.CANCELLED, null);
        } catch (Throwable e) { // whatever ends a run must be told
            Stage stage = stage();
            telling.failure(stage, "The stage " + stage.key() + " failed.", e);
            leave(RunState.FAILED, e instanceof EndedInCloud inCloud ? inCloud.failure : RunFailure.of(stage, e));
        }
    }

    private boolean isToDo(Stage stage) {
        return spec.stages().contains(stage) && writer.finished(stage).isEmpty();
    }

    /** Nothing is put behind an endpoint that was not accepted. */
    private boolean isNeeded(Stage stage) {
        return isToDo(stage) && (stage != Stage.ENDPOINT || writer.finished(Stage.GATE).isEmpty() || accepted());
    }

    private boolean accepted() {
        return writer.finished(Stage.GATE).map(gate -> gate.figures().getOrDefault("accepted", 0L) == 1).orElse(false);
    }

    private Stage stage() {
        return track.current() != null ? track.current()
                : spec.stages().stream().filter(this::isNeeded).findFirst().orElse(Stage.FETCH);
    }

    private <T> T insist(Stage stage, Supplier<T> call) {
        return perseverance.insist(stage, control::pause, call);
    }

    private void upload() {
        track.begin(Stage.UPLOAD, RunClock.now());
        control.check();
        RunUpload upload = insist(Stage.UPLOAD, () -> new RunUpload(bucket, cloud.prefix(), spec));
        insist(Stage.UPLOAD, () -> {
            upload.send(folder.summary().name(), this::uploaded);
            return null;
        });
        control.check();
        track.finish(RunClock.now(), Map.of("files", (long) upload.files(), "bytes", upload.bytes()), null, null);
    }

    private void uploaded(long done, long total) {
        control.check();
        telling.progress(Stage.UPLOAD, total > 0 ? Math.clamp((double) done / total, 0, 1) : Double.NaN);
    }

    private void execute() {
        ExecutionWatch watch = startOrFind();
        ExecutionWatch.End end = watch.await(Duration.ofHours(spec.cloud().maxHours()));
        keep(cloud.in(Phase.ENDED));
        if (end.status() != ExecutionStatus.SUCCEEDED) {
            Stage stage = stage();
            throw new EndedInCloud(end.status() == ExecutionStatus.ABORTED
                    ? new RunFailure(stage, "The run was stopped in AWS.", "Resume it, or ask who stopped it: its execution is " + arn() + ".")
                    : CloudFailures.of(stage, end.error(), end.cause()));
        }
        try {
            sweep().clean(stage(), accepted() && spec.cloud().endpoint().wanted());
        } catch (AwsException e) {
            telling.note(stage(), "It could not be verified that nothing of the run goes on costing. " + e.getMessage() + " " + e.remedy());
        }
    }

    /** An execution that did not succeed, explained already. */
    private static final class EndedInCloud extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RunFailure failure;

        EndedInCloud(RunFailure failure) {
            super(failure.whatHappened());
            this.failure = failure;
        }
    }

    private ExecutionWatch startOrFind() {
        if (cloud.phase() == Phase.UPLOADING) {
            start();
            return watch();
        }
        Optional<DescribeExecutionResponse> found = insist(stage(), () -> aws.find("look at the run", () -> aws.stepFunctions()
                .describeExecution(request -> request.executionArn(arn()))));
        boolean useful = found.filter(execution -> !manner.again() || execution.status() == ExecutionStatus.RUNNING
                || execution.status() == ExecutionStatus.SUCCEEDED).isPresent();
        if (!useful) {
            if (!manner.mayBegin()) {
                throw new ExplainedException("AWS does not know the run's execution any more; it forgets them after 90 days.",
                        "Resume the run to begin it anew.");
            }
            if (found.isPresent() || cloud.phase() == Phase.ENDED) {
                cloud = cloud.next();
            }
            start();
        }
        return watch();
    }

    private ExecutionWatch watch() {
        int epochs = folder.events().stream().filter(RunEvent.EpochFinished.class::isInstance).map(RunEvent.EpochFinished.class::cast)
                .mapToInt(epoch -> epoch.metrics().epoch()).max().orElse(0);
        String name = CloudExecution.name(id(), cloud.attempt());
        RunView view = new RunView(telling);
        SparkWatch spark = new SparkWatch(aws, cloud.stacks(), id(), launch.logGroup(), telling);
        JobWatch jobs = new JobWatch(aws, name, spec, writer, telling, view, pace, spark, manner.again() ? 0 : epochs);
        return new ExecutionWatch(aws, arn(), track, jobs, new LogTail(aws, launch.logGroup(), name), telling, view, perseverance,
                control, pace, costs);
    }

    /** The name makes a second start of the same attempt no second run. */
    private void start() {
        Stage from = spec.stages().stream().filter(stage -> !stage.isHere() && isToDo(stage)).findFirst().orElseThrow();
        LaunchInput input = launch.input().get();
        String name = CloudExecution.name(id(), cloud.attempt());
        JsonObject json = new LaunchInput(input.run(), name, input.bucket(), input.prefix(), input.spec(), input.limits())
                .json(from == Stage.ENDPOINT ? Stage.GATE : from);
        control.check();
        keep(cloud.in(Phase.STARTED)); // before: the answer may be lost, the execution not
        try {
            insist(from, () -> aws.ask("start the run", () -> aws.stepFunctions().startExecution(request -> request
                    .stateMachineArn(cloud.pipeline()).name(name).input(json.toString()))));
        } catch (AwsException e) {
            if (e.kind() != AwsException.Kind.EXISTS) {
                keep(cloud.in(Phase.UPLOADING)); // refused: nothing goes on
                throw e;
            }
        }
    }

    private void keep(CloudExecution now) {
        writer.cloud(now);
        cloud = now;
    }

    private String arn() {
        return cloud.arn(id());
    }

    private RunSweep sweep() {
        return new RunSweep(aws, cloud.stacks(), id(), arn(), telling, perseverance, pace);
    }

    private void fetch() {
        track.begin(Stage.FETCH, RunClock.now());
        control.check();
        CloudReports.Scores scores = insist(Stage.FETCH, reports::scores);
        RunFetch fetch = new RunFetch(bucket, cloud.prefix(), writer, scores);
        RunFetch.Fetched fetched = insist(Stage.FETCH, () -> fetch.fetch((done, total) -> {
            control.check();
            telling.progress(Stage.FETCH, Math.clamp((double) done / total, 0, 1));
        }));
        fetch.settle(fetched);
        telling.note(Stage.FETCH, scores.why());
        control.check();
        track.finish(RunClock.now(), Map.of("files", (long) fetched.files()), fetched.counts(), scores.quality());
        writer.provenance(provenance(fetched.spec(), CorpusFile.hash(fetched.corpus())));
    }

    private Provenance provenance(RunSpec chosen, String corpusHash) {
        Map<Stage, Double> seconds = new TreeMap<>();
        for (Stage stage : Stage.values()) {
            writer.finished(stage).map(FinishedStage::seconds).ifPresent(taken -> seconds.put(stage, taken));
        }
        String machine = "AWS " + cloud.region() + ", " + spec.cloud().machines().instances() + " × "
                + (chosen.model().algorithm().equals("lda") ? spec.cloud().machines().ldaInstanceType() : spec.cloud().machines().instanceType());
        return new Provenance(Surroundings.application(), Surroundings.versions(), spec.seed(), machine, corpusHash, seconds, Map.of(),
                Map.of(), 0);
    }

    /** The folder is handed on: from here on it is a run of this computer. */
    private void map() throws InterruptedException {
        writer.close();
        mapping = mapper.resume(id(), listener);
        try {
            control.check();
        } catch (CancellationException e) {
            mapping.cancel();
        }
        ended.complete(mapping.await());
    }

    /** Ends a run before its end, once nothing of it costs any more. */
    private void leave(RunState state, RunFailure failure) {
        if (mapping != null || writer.finished(Stage.FETCH).isPresent() && state == RunState.CANCELLED && cloud.phase() == Phase.ENDED) {
            end(state, failure);
            return;
        }
        try {
            Stage stage = stage();
            if (cloud.phase() == Phase.UPLOADING) {
                RunUpload.abandon(bucket, cloud.prefix());
                costs.settle(stage);
            } else {
                if (state == RunState.CANCELLED && stage == Stage.TRAIN) {
                    telling.note(stage, "A training that is stopped leaves no model; resuming the run trains anew.");
                }
                sweep().clean(stage, writer.finished(Stage.ENDPOINT).isPresent());
                keep(cloud.in(Phase.ENDED));
                costs.settle(stage);
                telling.note(stage, "Nothing of the run goes on in AWS; its files stay in " + cloud.bucket() + " until they expire.");
            }
            end(state, failure);
        } catch (RuntimeException e) {
            telling.failure(stage(), "What goes on in AWS could not be stopped.", e);
            RunFailure why = RunFailure.of(stage(), e);
            end(RunState.FAILED, new RunFailure(why.stage(), "The run could not be stopped in AWS, and may go on costing. " + why.whatHappened(),
                    why.remedy() + " Then resume and cancel it, or stop " + arn() + " in the console."));
        }
    }

    private void end(RunState state, RunFailure failure) {
        RunEvent ending = new RunEvent.RunEnded(RunClock.now(), state, failure);
        telling.keep(ending);
        try {
            writer.state(state, failure); // last: who reads it knows that the other files are complete
        } catch (RuntimeException e) {
            telling.failure(null, "The state " + state.key() + " could not be kept.", e);
        }
        RunSummary summary = folder.summary().ended(state, failure);
        writer.close();
        telling.hear(ending);
        ended.complete(summary);
    }
}
