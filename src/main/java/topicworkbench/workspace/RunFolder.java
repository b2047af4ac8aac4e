package topicworkbench.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationJournal;
import topicworkbench.curation.Journal;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunOrigin;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Spent;
import topicworkbench.run.Stage;
import topicworkbench.topic.DocumentMap;
import topicworkbench.topic.Topic;

/** One run on the disk, for reading, naming and labelling; safe beside the process that works on it. */
public final class RunFolder {
    private final RunFiles files;

    RunFolder(Path path) {
        this.files = new RunFiles(path);
    }

    public String id() {
        return files.folder().getFileName().toString();
    }

    public Path path() {
        return files.folder();
    }

    /** Where each of the run's files is. */
    public RunFiles files() {
        return files;
    }

    /** Never fails: what is damaged is said in the summary. */
    public RunSummary summary() {
        try {
            RunStatus status = status();
            boolean gone = !status.state().isTerminal() && !FolderLock.isHeld(path()) && !goesOnInTheCloud();
            if (gone) {
                status = status(); // it may have ended between the two looks
                gone = !status.state().isTerminal();
            }
            return new RunSummary(id(), RunName.in(files.name(), id()), gone ? RunState.INTERRUPTED : status.state(), specOrNull(),
                    status.created(), status.counts(), status.quality(), status.failure(), remarks(), spent(status));
        } catch (ExplainedException e) {
            return new RunSummary(id(), RunName.in(files.name(), id()), RunState.FAILED, specOrNull(), RunId.timeOf(id()), null, null,
                    new RunFailure(Stage.INGEST, e.getMessage(), e.remedy()), remarks(), Spent.NOTHING);
        }
    }

    /** Where in the cloud the run is; empty for a run on this computer, or where that cannot be read. */
    public Optional<CloudExecution> cloud() {
        return ifReadable(files.cloud(), CloudExecution.class);
    }

    /** By which the account knows it: another id than here where a file started it there. */
    public String idInAccount() {
        return cloud().map(CloudExecution::run).orElse(id());
    }

    /** Whether a process here works on it, or follows it. */
    public boolean isWorkedOn() {
        return FolderLock.isHeld(path());
    }

    /** Whether all that is left of the run is to watch it in the cloud, or to fetch it: nothing that costs need begin. */
    public boolean canBeFollowed() {
        RunState state = summary().state();
        return (state == RunState.RUNNING || state == RunState.INTERRUPTED)
                && cloud().filter(execution -> execution.phase() != CloudExecution.Phase.UPLOADING).isPresent();
    }

    /** Whether resuming it begins something in the cloud, which costs. */
    public boolean wouldBegin() {
        RunSummary now = summary();
        List<Stage> done = now.state().isResumable() ? finishedStages().stream().map(FinishedStage::stage).toList() : List.of();
        return now.state().isResumable() && now.spec() != null && now.spec().cloud().onAws() && !canBeFollowed()
                && now.spec().stages().stream().anyMatch(stage -> !stage.isHere() && !done.contains(stage));
    }

    /** Whether the results of a run in the cloud are here, so that what is left of it is done here. */
    public boolean isFetched() {
        return finishedStages().stream().anyMatch(done -> done.stage() == Stage.FETCH);
    }

    /** Whether the run works on without any process here. */
    public boolean goesOnInTheCloud() {
        return cloud().filter(execution -> execution.phase() == CloudExecution.Phase.STARTED).isPresent();
    }

    /** What the account last told of its cost; empty for a run on this computer, before that was asked, or where it cannot be read. */
    public Optional<CloudCost> cost() {
        return ifReadable(files.cost(), CloudCost.class);
    }

    /** Keeps what the account tells of its cost, with what was kept before. */
    public void keepCost(CloudCost told) {
        AtomicFile.write(files.cost(), WorkspaceJson.PRETTY.toJson(cost().map(told::after).orElse(told)) + "\n");
    }

    private Spent spent(RunStatus status) {
        double seconds = status.finished().stream().mapToDouble(FinishedStage::seconds).sum();
        Provenance provenance = status.finished().isEmpty() ? null : provenance();
        double cost = Files.exists(files.cloud()) ? cost().map(CloudCost::total).orElse(Double.NaN) : 0;
        return new Spent(seconds, provenance == null ? 0 : provenance.peakMemoryMb(), cost);
    }

    /** @throws ExplainedException if it cannot be read */
    public RunSpec spec() {
        return RunSpecJson.read(text(files.spec()), files.spec().toString());
    }

    /** Null as long as no stage has finished. */
    public Provenance provenance() {
        return Files.exists(files.provenance()) ? json(files.provenance(), Provenance.class) : null;
    }

    /** Stages whose outputs are complete, in order. */
    public List<FinishedStage> finishedStages() {
        return status().finished();
    }

    /** A fingerprint of every input file by its path, as of the beginning. */
    public Map<String, String> inputs() {
        return status().inputs();
    }

    /** Everything kept of what happened, oldest first. */
    public List<RunEvent> events() {
        return new Journal(files.events()).read().stream().map(WorkspaceJson::toEvent).filter(Objects::nonNull).toList();
    }

    /** @throws ExplainedException if the run has not come as far as topics */
    public RunResult result() {
        RunStatus status = status();
        if (status.quality() == null) {
            throw new ExplainedException("The run " + id() + " has no topics yet; it is " + summary().state().inWords() + ".",
                    "Wait for its end, or resume it.");
        }
        List<Topic> found = TopicTable.read(files.quality());
        Curation curation = CurationJournal.of(files.labels(), found.size()).curation();
        List<Topic> topics = found.stream().map(topic -> topic.withLabel(curation.labelOf(topic.id()))).toList();
        return new RunResult(topics, status.quality(), status.counts());
    }

    /** Where the documents lie in the plane; empty if the run has no map, or not yet. */
    public Optional<DocumentMap> map() {
        RunStatus status = status();
        return hasMap(status) ? Optional.of(MapTable.read(files.map(), Math.toIntExact(status.counts().documents())))
                : Optional.empty();
    }

    public boolean hasMap() {
        return hasMap(status());
    }

    private boolean hasMap(RunStatus status) {
        return status.finished(Stage.MAP).isPresent() && Files.exists(files.map());
    }

    /**
     * What people decide about the topics, for reading and deciding.
     *
     * @throws ExplainedException if the run has not come as far as topics
     */
    public CurationJournal journal() {
        return CurationJournal.of(files.labels(), result().topics().size());
    }

    /** @param label null or blank takes the label away */
    public void label(int topic, String label) {
        journal().decide(new CurationEntry.Name(topic, label));
    }

    public void rename(String name) {
        AtomicFile.write(files.name(), RunName.require(name) + "\n");
    }

    /** What people say about the run; damaged remarks count as none. */
    public RunRemarks remarks() {
        return ifReadable(files.remarks(), RunRemarks.class).orElse(RunRemarks.NONE);
    }

    public void remark(RunRemarks remarks) {
        AtomicFile.write(files.remarks(), WorkspaceJson.PRETTY.toJson(remarks) + "\n");
    }

    /** Empty for a run that has reviews of its own, or whose origin cannot be read. */
    public Optional<RunOrigin> origin() {
        return ifReadable(files.origin(), RunOrigin.class);
    }

    public void setOrigin(RunOrigin origin) {
        AtomicFile.write(files.origin(), WorkspaceJson.PRETTY.toJson(origin) + "\n");
    }

    /**
     * Asks something of the process that works on the run, which looks once a second.
     *
     * @throws ExplainedException if none does
     */
    public void ask(RunRequest request) {
        if (summary().state().isTerminal()) {
            throw new ExplainedException("The run " + id() + " is not running.", "The command list shows the runs that are.");
        }
        AtomicFile.write(files.request(request), "");
    }

    /** Follows the run through its files. */
    public RunTail tail() {
        return new RunTail(this);
    }

    RunStatus status() {
        return json(files.state(), RunStatus.class);
    }

    private RunSpec specOrNull() {
        try {
            return spec();
        } catch (ExplainedException e) {
            return null;
        }
    }

    private static <T> Optional<T> ifReadable(Path file, Class<T> type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json(file, type));
        } catch (ExplainedException e) {
            return Optional.empty();
        }
    }

    private static <T> T json(Path file, Class<T> type) {
        String text = text(file);
        try {
            return Objects.requireNonNull(WorkspaceJson.COMPACT.fromJson(text, type));
        } catch (RuntimeException e) { // also what a record's constructor refuses
            throw damaged(file, e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static ExplainedException damaged(Path file, Exception cause) {
        return new ExplainedException("The file " + file + " cannot be read.",
                "Bring it back from a backup, or delete its folder and run again.", cause);
    }
}
