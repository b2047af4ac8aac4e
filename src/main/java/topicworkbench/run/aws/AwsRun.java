package topicworkbench.run.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import topicworkbench.corpus.CorpusFile;
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
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.CloudExecution.Phase;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunTelling;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Surroundings;

/** One run in the cloud: sends it there, watches it, brings it home, and leaves nothing behind that costs. */
final class AwsRun implements RunHandle, Runnable {
    private final RunWriter writer;
    private final RunFolder folder;
    private final RunSpec spec;
    private final PipelineRunner mapper;
    private final Consumer<RunEvent> listener;
    private final RunTelling telling;
    private final RunControl control;
    private final Perseverance perseverance;
    private final CloudExecution place;
    private final RunBucket bucket;
    private final CloudReports reports;
    private final StageTrack track;
    private final StagesLeft left;
    private final CostWatch costs;
    private final RunExecution execution;
    private final CompletableFuture<RunSummary> ended = new CompletableFuture<>();
    private volatile RunHandle mapping;

    /**
     * @param mapper does on this computer what is left when all is fetched
     */
    AwsRun(RunWriter writer, CloudExecution cloud, AwsClients aws, RunExecution.Launch launch, PipelineRunner mapper,
            WatchPace pace, Consumer<RunEvent> listener) {
        this.writer = writer;
        this.folder = writer.folder();
        this.spec = folder.spec();
        this.place = cloud;
        this.mapper = mapper;
        this.listener = listener;
        this.telling = new RunTelling(writer, listener);
        this.control = new RunControl(writer, this::stopTraining);
        this.perseverance = new Perseverance(telling, pace);
        this.bucket = new RunBucket(aws, cloud.bucket());
        this.reports = new CloudReports(bucket::read, cloud.prefix(), spec);
        this.track = new StageTrack(writer, telling, stage -> insist(stage, () -> reports.figures(stage)));
        this.left = new StagesLeft(writer, spec, track);
        this.costs = new CostWatch(folder, telling, pace, launch.ledger());
        this.execution = new RunExecution(writer, cloud, aws, launch, left, track,
                new RunExecution.Means(telling, control, perseverance, pace, costs));
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
            telling.line(null, Surroundings.application() + ", run in account " + place.account() + ", " + place.region());
            if (left.isToDo(Stage.UPLOAD)) {
                upload();
            }
            if (left.inTheCloud()) {
                execution.complete();
            }
            if (left.isToDo(Stage.FETCH)) {
                costs.settle(Stage.FETCH);
                fetch();
            }
            if (left.isToDo(Stage.MAP)) {
                map();
            } else {
                end(left.accepted() ? RunState.DONE : RunState.NOT_ACCEPTED, null);
            }
        } catch (CancellationException e) {
            leave(RunState.CANCELLED, null);
        } catch (Throwable e) { // whatever ends a run must be told
            Stage stage = left.current();
            telling.failure(stage, "The stage " + stage.key() + " failed.", e);
            leave(RunState.FAILED, e instanceof RunExecution.Failed failed ? failed.failure() : RunFailure.of(stage, e));
        }
    }

    private <T> T insist(Stage stage, Supplier<T> call) {
        return perseverance.insist(stage, control::pause, call);
    }

    private void upload() {
        track.begin(Stage.UPLOAD, RunClock.now());
        control.check();
        RunUpload upload = insist(Stage.UPLOAD, () -> new RunUpload(bucket, place.prefix(), spec));
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

    private void fetch() {
        track.begin(Stage.FETCH, RunClock.now());
        control.check();
        CloudReports.Scores scores = insist(Stage.FETCH, reports::scores);
        RunFetch fetch = new RunFetch(bucket, place.prefix(), writer, scores);
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
        String machine = "AWS " + place.region() + ", " + spec.cloud().machines().instances() + " × "
                + (chosen.model().algorithm().equals("lda") ? spec.cloud().machines().ldaInstanceType()
                : spec.cloud().machines().instanceType());
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
        if (mapping != null || writer.finished(Stage.FETCH).isPresent() && state == RunState.CANCELLED
                && execution.phase() == Phase.ENDED) {
            end(state, failure);
            return;
        }
        try {
            Stage stage = left.current();
            if (execution.phase() == Phase.UPLOADING) {
                RunUpload.abandon(bucket, place.prefix());
                costs.settle(stage);
            } else {
                if (state == RunState.CANCELLED && stage == Stage.TRAIN) {
                    telling.note(stage, "A training that is stopped leaves no model; resuming the run trains anew.");
                }
                execution.stop(stage, writer.finished(Stage.ENDPOINT).isPresent());
                costs.settle(stage);
                telling.note(stage, "Nothing of the run goes on in AWS; its files stay in " + place.bucket() + " until they expire.");
            }
            end(state, failure);
        } catch (RuntimeException e) {
            telling.failure(left.current(), "What goes on in AWS could not be stopped.", e);
            RunFailure why = RunFailure.of(left.current(), e);
            end(RunState.FAILED, new RunFailure(why.stage(), "The run could not be stopped in AWS, and may go on costing. "
                    + why.whatHappened(),
                    why.remedy() + " Then resume and cancel it, or stop " + execution.arn() + " in the console."));
        }
    }

    private void end(RunState state, RunFailure failure) {
        ended.complete(telling.end(state, failure));
    }
}
