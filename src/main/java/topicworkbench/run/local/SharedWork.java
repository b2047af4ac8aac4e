package topicworkbench.run.local;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Surroundings;
import topicworkbench.workspace.Workspace;

/**
 * Spares runs what another run of the workspace has done already: the first stages of two runs on the same files with
 * the same settings leave the same bytes, so that the later run gives the earlier one's files a second name. Of runs
 * that would do the same at the same time one does it and the others wait.
 */
final class SharedWork {
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private final Workspace workspace;
    private final List<PipelineStage> stages;
    /** What is being done now; guarded by this. */
    private final Set<Work> going = new HashSet<>();

    SharedWork(Workspace workspace, List<PipelineStage> stages) {
        this.workspace = workspace;
        this.stages = stages;
    }

    /** What decides the outputs of a stage: which, the input files, the settings. */
    private record Work(PipelineStage stage, Map<String, String> inputs, Object settings) { }

    /** The right to do some work, until closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until no other run of this program does the same.
     *
     * @throws CancellationException if {@code cancelled} while waiting
     */
    Turn turn(PipelineStage stage, RunWriter run, RunSpec spec, BooleanSupplier cancelled) {
        Optional<Object> settings = stage.decidedBy(spec);
        if (settings.isEmpty()) {
            return () -> { };
        }
        Work work = new Work(stage, reviewFiles(run.inputs(), spec), settings.get());
        synchronized (this) {
            while (!going.add(work)) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled by the user");
                }
                try {
                    wait(MILLIS_BETWEEN_LOOKS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted");
                }
            }
        }
        return () -> {
            synchronized (this) {
                going.remove(work);
                notifyAll();
            }
        };
    }

    /**
     * Takes over the outputs of a stage from a run that has finished it, if there is one.
     *
     * @return that run with the stage as it finished it
     */
    Optional<Donor> takeOver(PipelineStage stage, RunWriter run, RunSpec spec) {
        if (stage.decidedBy(spec).isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> inputs = reviewFiles(run.inputs(), spec);
        return workspace.folders().stream().filter(other -> !other.id().equals(run.folder().id()))
                .flatMap(other -> donor(other, stage, inputs, spec).stream())
                .filter(donor -> link(donor, run.files())).findFirst();
    }

    /**
     * A run that has finished a stage.
     *
     * @param outputs of the stage that are to be had
     */
    record Donor(RunFolder folder, FinishedStage finished, List<Path> outputs) {
        /** The run that did it in truth, as the donor may have it from another. */
        String origin() {
            return finished.from() == null ? folder.id() : finished.from();
        }

        /** What the stage told. */
        PipelineStage.Result result() {
            return new PipelineStage.Result(finished.figures(),
                    finished.stage() == Stage.VECTORISE ? folder.summary().counts() : null, null);
        }
    }

    private Optional<Donor> donor(RunFolder other, PipelineStage stage, Map<String, String> inputs, RunSpec spec) {
        try {
            RunSpec theirs = other.spec();
            if (!stage.decidedBy(theirs).equals(stage.decidedBy(spec)) || !reviewFiles(other.inputs(), theirs).equals(inputs)
                    || !madeByThisProgram(other.provenance())) {
                return Optional.empty();
            }
            List<FinishedStage> finished = other.finishedStages();
            List<Path> outputs = new ArrayList<>(other.files().outputs(stage.stage()));
            if (nextIsThereToo(other, finished, stage, theirs, spec)) {
                outputs.removeAll(other.files().passedOn(stage.stage()));
            }
            return finished.stream().filter(done -> done.stage() == stage.stage()).findFirst()
                    .map(done -> new Donor(other, done, outputs));
        } catch (ExplainedException e) { // a damaged or vanishing folder has nothing to give
            return Optional.empty();
        }
    }

    /** Then what is only passed on to the next stage, and is gone when that is done, will not be missed. */
    private boolean nextIsThereToo(RunFolder other, List<FinishedStage> finished, PipelineStage stage, RunSpec theirs,
            RunSpec spec) {
        return stages.stream().filter(next -> next.stage().ordinal() == stage.stage().ordinal() + 1)
                .anyMatch(next -> next.decidedBy(spec).isPresent() && next.decidedBy(spec).equals(next.decidedBy(theirs))
                        && finished.stream().anyMatch(done -> done.stage() == next.stage())
                        && other.files().outputs(next.stage()).stream().allMatch(Files::exists));
    }

    /** Another version may do the same work differently. */
    private static boolean madeByThisProgram(Provenance provenance) {
        return provenance != null && provenance.application().equals(Surroundings.application())
                && provenance.versions().equals(Surroundings.versions());
    }

    private static Map<String, String> reviewFiles(Map<String, String> inputs, RunSpec spec) {
        Map<String, String> files = new TreeMap<>(inputs);
        if (spec.embeddings() != null) {
            files.remove(spec.embeddings());
        }
        return files;
    }

    private static boolean link(Donor donor, RunFiles files) {
        if (!donor.outputs().stream().allMatch(Files::exists)) {
            return false;
        }
        try {
            for (Path output : donor.outputs()) {
                AtomicFile.link(output, files.folder().resolve(donor.folder().path().relativize(output)));
            }
            return true;
        } catch (UncheckedIOException e) { // deleted in this moment; or the disk is full, which the stage itself will tell
            return false;
        }
    }
}
