package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import topicworkbench.curation.Journal;
import topicworkbench.files.AtomicFile;
import topicworkbench.run.Counts;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSample;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;

/** The one who works on a run: keeps its state on the disk and holds its lock until closed. */
public final class RunWriter implements AutoCloseable {
    private final RunFolder folder;
    private final FolderLock lock;
    private final Journal events;
    private RunStatus status;

    RunWriter(RunFolder folder, FolderLock lock, RunStatus status) {
        this.folder = folder;
        this.lock = lock;
        this.events = new Journal(folder.files().events());
        this.status = status;
    }

    public RunFolder folder() {
        return folder;
    }

    public RunFiles files() {
        return folder.files();
    }

    public synchronized RunState state() {
        return status.state();
    }

    public synchronized Optional<FinishedStage> finished(Stage stage) {
        return status.finished(stage);
    }

    /** A fingerprint of every input file by its path, as of the beginning. */
    public synchronized Map<String, String> inputs() {
        return status.inputs();
    }

    public synchronized Counts counts() {
        return status.counts();
    }

    public synchronized Quality quality() {
        return status.quality();
    }

    /** @param failure null unless the state is {@link RunState#FAILED} */
    public synchronized void state(RunState state, RunFailure failure) {
        save(status.with(state, failure));
    }

    /** Call when every output of the stage is in place; a resumed run will not do it again. */
    public synchronized void stageFinished(FinishedStage stage, Counts counts, Quality quality) {
        try {
            AtomicFile.forceFolder(files().folder());
            AtomicFile.forceFolder(files().work());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        save(status.with(stage).with(counts).with(quality));
        for (Stage earlier : Stage.values()) {
            if (earlier.compareTo(stage.stage()) < 0) {
                files().passedOn(earlier).forEach(RunWriter::discard);
            }
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException onlyTakesRoom) {
            // the next stage that is done tries again
        }
    }

    /** Forgets that {@code stage} and those after it were done. */
    public synchronized void redoFrom(Stage stage) {
        save(status.before(stage));
    }

    public void provenance(Provenance provenance) {
        AtomicFile.write(files().provenance(), WorkspaceJson.PRETTY.toJson(provenance) + "\n");
    }

    /** Keeps where in the cloud the run is. */
    public void cloud(CloudExecution execution) {
        AtomicFile.write(files().cloud(), WorkspaceJson.PRETTY.toJson(execution) + "\n");
    }

    /** Keeps an event, unless it is a passing one. */
    public void event(RunEvent event) {
        if (!(event instanceof RunEvent.Passing)) {
            events.append(WorkspaceJson.toJson(event));
        }
    }

    /** Keeps a look at the run; not forced to the disk, since a crash may cost the last ones. */
    public void sample(RunSample sample) {
        Path file = files().samples();
        try {
            String header = Files.exists(file) ? "" : SampleTable.HEADER + "\n";
            Files.writeString(file, header + SampleTable.format(sample) + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether another process has asked this since the last look. */
    public boolean take(RunRequest request) {
        try {
            return Files.deleteIfExists(files().request(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    void save(RunStatus newStatus) {
        AtomicFile.write(files().state(), WorkspaceJson.PRETTY.toJson(newStatus) + "\n");
        status = newStatus;
    }
}
