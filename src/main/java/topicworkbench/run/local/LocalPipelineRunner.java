package topicworkbench.run.local;

import java.nio.file.Files;
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
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.run.Stage;
import topicworkbench.workspace.InputFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/**
 * Runs pipelines on this computer, as many at the same time as it has threads; work that several would do is done once.
 */
public final class LocalPipelineRunner implements PipelineRunner {
    private static final List<PipelineStage> STAGES = List.of(new IngestStage(), new PrepareStage(),
            new VectoriseStage(), new TrainStage(), new EvaluateStage(), new GateStage(),
            new MapStage());

    private final Workspace workspace;
    private final SharedWork shared;
    private final Capacity capacity;
    private final ExecutorService queue;

    /** @param threads for the numbers; results do not depend on it */
    public LocalPipelineRunner(Workspace workspace, int threads) {
        this.workspace = workspace;
        this.shared = new SharedWork(workspace, STAGES);
        this.capacity = new Capacity(threads);
        this.queue = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("pipeline-", 1).factory());
    }

    @Override
    public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
        if (spec.cloud().onAws()) {
            throw new ExplainedException("This computer was asked for a run on AWS.", "Set where to this_computer.");
        }
        RunSpec absolute = RunSpecs.absolute(spec);
        Map<String, String> inputs = InputFiles.fingerprints(absolute);
        RunWriter writer = workspace.create(name == null ? SpecInWords.corpus(absolute) : name, absolute, inputs);
        return enqueue(writer, absolute, listener);
    }

    @Override
    public RunHandle resume(String runId, Consumer<RunEvent> listener) {
        RunFolder folder = workspace.find(runId);
        RunSummary summary = folder.summary();
        if (!summary.state().isResumable()) {
            throw new ExplainedException("The run " + folder.id() + " is " + summary.state().inWords() + " and cannot be resumed.",
                    summary.state().isTerminal() ? "Start a new run with its spec.json." : "Wait for its end.");
        }
        RunSpec spec = folder.spec();
        requireHere(folder, spec);
        RunWriter writer = workspace.open(folder);
        try {
            redoWhatIsMissing(writer, spec);
            requireUnchangedInputs(writer, spec);
            writer.state(RunState.QUEUED, null);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        return enqueue(writer, spec, listener);
    }

    /** Of a run on AWS only the map is left to this computer, once everything was fetched. */
    private static void requireHere(RunFolder folder, RunSpec spec) {
        if (spec.cloud().onAws() && folder.finishedStages().stream().noneMatch(done -> done.stage() == Stage.FETCH)) {
            throw new ExplainedException("The run " + folder.id() + " is one on AWS and not fetched yet.",
                    "Resume it signed in to its account.");
        }
    }

    private static void redoWhatIsMissing(RunWriter writer, RunSpec spec) {
        Stage first = null;
        boolean nextIsWhole = false;
        for (PipelineStage stage : stages(spec).reversed()) {
            nextIsWhole = isWhole(writer, stage.stage(), nextIsWhole);
            first = nextIsWhole ? first : stage.stage();
        }
        if (first != null) {
            writer.redoFrom(first);
        }
    }

    /** Done, and all its outputs there; what was passed on to the next stage alone may be gone once that is whole. */
    private static boolean isWhole(RunWriter writer, Stage stage, boolean nextIsWhole) {
        return writer.finished(stage).isPresent() && writer.files().outputs(stage).stream().allMatch(file ->
                Files.exists(file) || nextIsWhole && writer.files().passedOn(stage).contains(file));
    }

    /** Only of inputs that are still to be read: what was ingested stays as it was. */
    private static void requireUnchangedInputs(RunWriter writer, RunSpec spec) {
        if (writer.finished(Stage.INGEST).isEmpty()) {
            InputFiles.requireUnchanged(writer.inputs(), InputFiles.fingerprints(spec));
        } else if (writer.finished(Stage.EVALUATE).isEmpty() && spec.embeddings() != null) {
            String before = writer.inputs().get(spec.embeddings());
            InputFiles.requireUnchanged(before == null ? Map.of() : Map.of(spec.embeddings(), before),
                    InputFiles.embeddingsFingerprint(spec));
        }
    }

    private static List<PipelineStage> stages(RunSpec spec) {
        return STAGES.stream().filter(stage -> spec.stages().contains(stage.stage())).toList();
    }

    private RunHandle enqueue(RunWriter writer, RunSpec spec, Consumer<RunEvent> listener) {
        LocalRun run = new LocalRun(writer, spec, stages(spec), shared, capacity, listener);
        queue.execute(run);
        return run;
    }
}
