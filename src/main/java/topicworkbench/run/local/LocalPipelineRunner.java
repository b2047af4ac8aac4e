package topicworkbench.run.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** Runs pipelines on this computer, one after the other. */
public final class LocalPipelineRunner implements PipelineRunner {
    private static final List<PipelineStage> STAGES = List.of(new IngestStage(), new PrepareStage(),
            new VectoriseStage(), new TrainStage(), new EvaluateStage(), new GateStage());

    private final Workspace workspace;
    private final int threads;
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pipeline").factory());

    /** @param threads for the numbers; results do not depend on it */
    public LocalPipelineRunner(Workspace workspace, int threads) {
        this.workspace = workspace;
        this.threads = threads;
    }

    @Override
    public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
        RunSpec absolute = InputFiles.absolute(spec);
        Map<String, String> inputs = InputFiles.fingerprints(absolute);
        RunWriter writer = workspace.create(name == null ? SpecInWords.corpus(absolute) : name, absolute, inputs);
        return enqueue(writer, absolute, listener);
    }

    @Override
    public RunHandle resume(String runId, Consumer<RunEvent> listener) {
        RunFolder folder = workspace.find(runId);
        RunSummary summary = folder.summary();
        if (!summary.state().isResumable()) {
            throw new ExplainedException("The run " + folder.id() + " is " + summary.state().key() + " and cannot be resumed.",
                    summary.state().isTerminal() ? "Start a new run with its spec.json." : "Wait for its end.");
        }
        RunSpec spec = folder.spec();
        RunWriter writer = workspace.open(folder);
        try {
            for (PipelineStage stage : STAGES) {
                if (!stage.outputs(folder.files()).stream().allMatch(java.nio.file.Files::exists)) {
                    writer.redoFrom(stage.stage());
                }
            }
            requireUnchanged(writer, spec);
            writer.state(RunState.QUEUED, null);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        return enqueue(writer, spec, listener);
    }

    /** Of the inputs that are still to be read. */
    private static void requireUnchanged(RunWriter writer, RunSpec spec) {
        Map<String, String> now = writer.finished(Stage.INGEST).isEmpty() ? InputFiles.fingerprints(spec)
                : writer.finished(Stage.EVALUATE).isEmpty() ? InputFiles.embeddingsFingerprint(spec) : Map.of();
        now.forEach((file, fingerprint) -> {
            if (!fingerprint.equals(writer.inputs().get(file))) {
                throw new ExplainedException("The file " + file + " was changed since the run began.",
                        "Start a new run with the spec.json of this one, so that old and new are not mixed.");
            }
        });
    }

    private RunHandle enqueue(RunWriter writer, RunSpec spec, Consumer<RunEvent> listener) {
        LocalRun run = new LocalRun(writer, spec, STAGES, threads, listener);
        queue.execute(run);
        return run;
    }
}
