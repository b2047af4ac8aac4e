package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.NearestName;
import topicworkbench.files.AtomicFile;
import topicworkbench.files.FolderTree;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSummary;

/** The folder where runs are kept, each in a folder of its own under {@code runs}. */
public final class Workspace {
    private static final int MOST_IDS_LISTED = 5;

    private final Path root;
    private final Path runs;
    private final Clock clock;
    private final SummaryCache summaries = new SummaryCache();

    public Workspace(Path root) {
        this(root, Clock.systemUTC());
    }

    Workspace(Path root, Clock clock) {
        this.root = root.toAbsolutePath().normalize();
        this.runs = this.root.resolve("runs");
        this.clock = clock;
    }

    /** What {@code -Dtw.workspace} or the variable TW_WORKSPACE names, else TopicWorkbench in the user's home. */
    public static Path defaultRoot() {
        return givenRoot().orElseGet(() -> Path.of(System.getProperty("user.home"), "TopicWorkbench"));
    }

    /** Where {@code -Dtw.workspace} or the environment's TW_WORKSPACE wants it, if either does. */
    public static Optional<Path> givenRoot() {
        return Optional.ofNullable(System.getProperty("tw.workspace"))
                .or(() -> Optional.ofNullable(System.getenv("TW_WORKSPACE")))
                .filter(text -> !text.isBlank()).map(Path::of);
    }

    public Path root() {
        return root;
    }

    /** The newest few, as {@link #runs()} tells them; so that there is something to see while thousands are read. */
    public List<RunSummary> newestRuns(int most) {
        return folders().stream().limit(most).map(RunFolder::summary).toList();
    }

    /** Newest first. Folders that are no run, or were never finished being created, are passed over. */
    public List<RunSummary> runs() {
        return summaries.read(folders());
    }

    /** Runs that were made of a selection of another run's reviews, oldest first; those of its topics its journal names. */
    public List<RunFolder> runsOfSelections(String runId) {
        return folders().stream().filter(folder -> folder.origin()
                .filter(origin -> origin.run().equals(runId) && origin.topic() == null).isPresent()).toList().reversed();
    }

    /** The run of this id, unless its folder is gone. */
    public Optional<RunFolder> folder(String id) {
        RunFolder folder = new RunFolder(runs.resolve(id));
        return RunId.isId(id) && Files.exists(folder.files().state()) ? Optional.of(folder) : Optional.empty();
    }

    /** The run of this id, here or in the account of the cloud, which have two for one that a file started there. */
    public Optional<RunFolder> folderOfAccount(String id) {
        return folder(id).or(() -> folders().stream().filter(folder -> folder.idInAccount().equals(id)).findFirst());
    }

    /** The run's id in the account; the same for one that is only there. */
    public String idInAccount(String id) {
        return folder(id).map(RunFolder::idInAccount).orElse(id);
    }

    /**
     * The run of this id or, where only one has it, of this name.
     *
     * @throws ExplainedException if there is none, or several have the name
     */
    public RunFolder find(String idOrName) {
        Optional<RunFolder> named = folder(idOrName);
        if (named.isPresent()) {
            return named.get();
        }
        List<RunSummary> all = runs();
        List<RunSummary> matches = all.stream().filter(run -> run.name().equals(idOrName)).toList();
        if (matches.isEmpty()) {
            throw new ExplainedException("There is no run \"" + idOrName + "\" in " + root + "."
                    + NearestName.question(idOrName,
                            all.stream().flatMap(run -> Stream.of(run.id(), run.name())).toList()),
                    "The command list shows the runs; --workspace chooses another folder.");
        }
        if (matches.size() > 1) {
            String ids = String.join(", ", matches.stream().limit(MOST_IDS_LISTED).map(RunSummary::id).toList());
            throw new ExplainedException(matches.size() + " runs are called \"" + idOrName + "\".",
                    "Give an id instead, newest first: " + ids + ".");
        }
        return new RunFolder(runs.resolve(matches.getFirst().id()));
    }

    /**
     * Creates the folder of a run and begins to work on it.
     *
     * @param inputs a fingerprint of every input file by its path, so that a resumed run notices a change
     * @throws ExplainedException if the workspace cannot be written; nothing is left behind then
     */
    public RunWriter create(String name, RunSpec spec, Map<String, String> inputs) {
        String checkedName = RunName.require(name);
        try {
            Files.createDirectories(runs);
            Instant now = Instant.now(clock);
            Path path = newFolder(now);
            try {
                return fill(path, checkedName, spec, RunStatus.queued(now, inputs));
            } catch (RuntimeException | IOException e) {
                FolderTree.delete(path);
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw WriteFailures.explain(e, root);
        }
    }

    /**
     * Makes the folder of a run that was started from elsewhere, or whose folder was lost, under its own id.
     *
     * @throws ExplainedException if the id is none, or the workspace has that run
     */
    public RunWriter adopt(String id, String name, RunSpec spec) {
        String checkedName = RunName.require(name);
        if (!RunId.isId(id)) {
            throw new ExplainedException("\"" + id + "\" is no id of a run.", "Give one as the command cloud status lists it.");
        }
        try {
            Files.createDirectories(runs);
            Path path = Files.createDirectory(runs.resolve(id));
            try {
                return fill(path, checkedName, spec, RunStatus.queued(RunId.timeOf(id), Map.of()));
            } catch (RuntimeException | IOException e) {
                FolderTree.delete(path);
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new ExplainedException("The workspace has a run " + id + " already.", "Resume it instead.", e);
        } catch (IOException | UncheckedIOException e) {
            throw WriteFailures.explain(e, root);
        }
    }

    private Path newFolder(Instant now) throws IOException {
        while (true) {
            try {
                return Files.createDirectory(runs.resolve(RunId.at(now)));
            } catch (FileAlreadyExistsException e) {
                // another run of the same thousandth drew the same characters: draw again
            }
        }
    }

    /**
     * Takes up the work on a run again.
     *
     * @throws ExplainedException if a process works on it, or its folder cannot be read or written
     */
    public RunWriter open(RunFolder folder) {
        try {
            FolderLock lock = FolderLock.tryAcquire(folder.path()).orElseThrow(() -> new ExplainedException(
                    "The run " + folder.id() + " is still running.", "Wait for its end, or cancel it where it runs."));
            try {
                Files.createDirectories(folder.files().work());
                return new RunWriter(folder, lock, folder.status());
            } catch (RuntimeException | IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw WriteFailures.explain(e, root);
        }
    }

    /**
     * Moves a run to the system's bin.
     *
     * @return whether there is a bin; if not, nothing was done
     * @throws ExplainedException if a process works on the run, or it cannot be moved
     */
    public boolean moveToBin(RunFolder folder) {
        return take(folder, Bin::take);
    }

    /**
     * Deletes a run; there is no way back.
     *
     * @throws ExplainedException if a process works on it, or something of it cannot be deleted
     */
    public void delete(RunFolder folder) {
        take(folder, path -> {
            Files.delete(folder.files().state()); // first: what is left if this is interrupted is no run
            FolderTree.delete(path);
            return true;
        });
    }

    /** How a folder goes away; tells whether it did. */
    private interface Removal {
        boolean remove(Path folder) throws IOException;
    }

    private boolean take(RunFolder folder, Removal removal) {
        try {
            if (FolderLock.isHeld(folder.path()) || folder.goesOnInTheCloud() && !folder.summary().state().isTerminal()) {
                throw new ExplainedException("The run " + folder.id() + " is still running.", "Cancel it first.");
            }
            return removal.remove(folder.path());
        } catch (IOException | UncheckedIOException e) {
            throw WriteFailures.explain(e, root);
        }
    }

    private RunWriter fill(Path path, String name, RunSpec spec, RunStatus queued) throws IOException {
        RunFolder folder = new RunFolder(path);
        FolderLock lock = FolderLock.tryAcquire(path).orElseThrow();
        try {
            Files.createDirectory(folder.files().work());
            AtomicFile.write(folder.files().spec(), RunSpecJson.write(spec));
            AtomicFile.write(folder.files().name(), name + "\n");
            RunWriter writer = new RunWriter(folder, lock, queued);
            writer.save(queued); // last: from now on the folder is a run
            AtomicFile.forceFolder(runs);
            return writer;
        } catch (RuntimeException | IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Every run for reading, newest first. */
    public List<RunFolder> folders() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        List<RunFolder> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
            for (Path entry : entries) {
                RunFolder folder = new RunFolder(entry);
                if (RunId.isId(folder.id()) && Files.exists(folder.files().state())) {
                    found.add(folder);
                }
            }
        } catch (IOException e) {
            throw new ExplainedException("The workspace " + root + " cannot be read.",
                    "Check its permissions, or choose another with --workspace.", e);
        }
        found.sort(Comparator.comparing(RunFolder::id).reversed());
        return found;
    }
}
