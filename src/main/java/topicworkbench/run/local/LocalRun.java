package topicworkbench.run.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.Threads;
import topicworkbench.run.Counts;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunTelling;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Surroundings;
import topicworkbench.workspace.WriteFailures;

/** One run on this computer: goes through the stages that are not done yet, and keeps the folder's state true. */
final class LocalRun implements RunHandle, Runnable {
    private final RunWriter writer;
    private final RunSpec spec;
    private final List<PipelineStage> stages;
    private final SharedWork shared;
    private final Capacity capacity;
    private final RunTelling telling;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<RunSummary> ended = new CompletableFuture<>();
    private volatile RunPulse pulse;
    private volatile boolean cancelled;
    private volatile boolean trainingStopped;

    LocalRun(RunWriter writer, RunSpec spec, List<PipelineStage> stages, SharedWork shared, Capacity capacity,
            Consumer<RunEvent> listener) {
        this.writer = writer;
        this.spec = spec;
        this.stages = stages;
        this.shared = shared;
        this.capacity = capacity;
        this.telling = new RunTelling(writer, listener);
    }

    @Override
    public String id() {
        return writer.folder().id();
    }

    @Override
    public RunState state() {
        return ended.isDone() ? ended.join().state() : writer.state();
    }

    @Override
    public RunSpec spec() {
        return spec;
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (begun.compareAndSet(false, true)) { // still waits for its turn
            end(RunState.CANCELLED, null);
        }
    }

    @Override
    public void stopTraining() {
        trainingStopped = true;
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
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        Stage current = Stage.INGEST;
        try (Capacity.Place place = capacity.enter()) {
            pulse = new RunPulse(writer, this::cancel, this::stopTraining);
            writer.state(RunState.RUNNING, null);
            telling.line(null, Surroundings.application() + " on " + Surroundings.machine());
            StageContext context = new StageContext(writer, spec, this::tell, () -> cancelled, () -> trainingStopped);
            for (PipelineStage stage : stages) {
                current = stage.stage();
                if (writer.finished(current).isEmpty()) {
                    place.awaitMemory(current, spec, writer.counts(), () -> cancelled);
                    run(stage, context, place.threadsFor(current));
                }
            }
            end(context.figure(Stage.GATE, GateStage.ACCEPTED) == 1 ? RunState.DONE : RunState.NOT_ACCEPTED, null);
        } catch (CancellationException e) {
            end(RunState.CANCELLED, null);
        } catch (Throwable e) { // whatever ends a run must be told, also a lack of memory
            telling.failure(current, "The stage " + current.key() + " failed.", e);
            end(RunState.FAILED, failure(current, e));
        }
    }

    private void run(PipelineStage stage, StageContext context, int threadCount) {
        PeakMemory.restart();
        try (Threads threads = new Threads(threadCount)) {
            context.begin(stage.stage(), threads);
            tell(new RunEvent.StageStarted(RunClock.now(), stage.stage()));
            context.progress().progress(0, 0);
            try (SharedWork.Turn _ = shared.turn(stage, writer, spec, () -> cancelled)) {
                long start = System.nanoTime();
                Optional<SharedWork.Donor> donor = shared.takeOver(stage, writer, spec);
                if (donor.isPresent()) {
                    context.note("Taken over from run " + donor.get().origin() + ", which did the same on the same files.");
                    finish(start, stage.stage(), donor.get().result(), donor.get().origin());
                } else {
                    finish(start, stage.stage(), stage.run(context), null);
                }
            }
        }
    }

    private void finish(long start, Stage stage, PipelineStage.Result result, String from) {
        double seconds = RunClock.secondsSince(start);
        Counts counts = result.counts() == null ? writer.counts() : result.counts();
        Quality quality = result.quality() == null ? writer.quality() : result.quality();
        writer.stageFinished(new FinishedStage(stage, seconds, result.figures(), from), counts, quality);
        writer.provenance(provenance(stage, PeakMemory.megabytes()));
        tell(new RunEvent.StageFinished(RunClock.now(), stage, seconds, result.figures()));
    }

    private Provenance provenance(Stage ended, long peakMb) {
        Map<Stage, Double> seconds = new TreeMap<>();
        Map<Stage, String> takenFrom = new TreeMap<>();
        for (Stage stage : Stage.values()) {
            writer.finished(stage).ifPresent(finished -> seconds.put(stage, finished.seconds()));
            writer.finished(stage).map(FinishedStage::from).ifPresent(from -> takenFrom.put(stage, from));
        }
        Provenance before = writer.folder().provenance();
        String hash = before != null && before.corpusHash() != null ? before.corpusHash()
                : writer.finished(Stage.VECTORISE).isPresent() ? CorpusFile.hash(CorpusFile.read(writer.files().corpus()))
                : null;
        Map<Stage, Long> peaks = new TreeMap<>(before == null ? Map.of() : before.stagePeakMb());
        if (peakMb > 0) {
            peaks.put(ended, peakMb);
        }
        // what AWS did was not done by this computer, although that ends the run
        String machine = before != null && spec.cloud().onAws() ? before.machine() : Surroundings.machine();
        long peak = Math.max(before == null ? 0 : before.peakMemoryMb(), peakMb);
        return new Provenance(Surroundings.application(), Surroundings.versions(), spec.seed(),
                machine, hash, seconds, takenFrom, peaks, peak);
    }

    /** A full disk is behind failures of many kinds; a refused write is only looked for where nobody explained. */
    private RunFailure failure(Stage stage, Throwable cause) {
        Path folder = writer.folder().path();
        Optional<ExplainedException> recognized = WriteFailures.fullDisk(cause, folder);
        if (recognized.isEmpty() && !(cause instanceof ExplainedException)) {
            recognized = WriteFailures.notWritable(cause, folder);
        }
        return RunFailure.of(stage, recognized.isPresent() ? recognized.get() : cause);
    }

    private void end(RunState state, RunFailure failure) {
        if (pulse != null) {
            pulse.close();
        }
        ended.complete(telling.end(state, failure));
    }

    private void tell(RunEvent event) {
        if (event instanceof RunEvent.StageProgress progress) {
            pulse.progress(progress);
        }
        telling.tell(event);
    }
}
