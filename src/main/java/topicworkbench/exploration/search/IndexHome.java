package topicworkbench.exploration.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.lucene.util.Version;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;
import topicworkbench.files.UserCache;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.workspace.FolderLock;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.WriteFailures;

/**
 * Where the search index of a run is kept: a folder named by what it was made from, which appears whole or not at all. Who
 * makes it holds the lock beside it, so that two windows do not do the work twice.
 *
 * @param folder      of the lock and the index
 * @param fingerprint of the run's reviews and of how they are indexed
 * @param documents   of the run
 */
record IndexHome(Path folder, String fingerprint, int documents) {
    private static final System.Logger LOG = System.getLogger(IndexHome.class.getName());
    /** Rises when words are parted in another way. */
    private static final int FORM = 1;
    private static final String UNFINISHED = "unfinished";
    private static final String LOCK = "lock";
    private static final long NANOS_BETWEEN_LOOKS = 300_000_000;

    /** In the run's folder or, where that may not be written to, in the user's cache. */
    static IndexHome of(ExploredRun run) {
        RunFiles files = run.folder().files();
        Path work = files.work();
        Path folder = Files.isWritable(work) || Files.isDirectory(files.searchIndex()) ? files.searchIndex()
                : UserCache.folder().resolve("search").resolve(run.folder().id() + "-" + checksum(files.folder().toString()));
        return new IndexHome(folder, fingerprint(files.reviews(), run.documents()), run.documents());
    }

    private static String fingerprint(Path reviews, int documents) {
        try {
            return checksum(FORM + " " + Version.LATEST + " " + documents + " " + Files.size(reviews) + " "
                    + Files.getLastModifiedTime(reviews).toMillis());
        } catch (IOException e) {
            throw new ExplainedException("The reviews in " + reviews + " cannot be read.",
                    "Bring the file back from a backup, or run again with the run's spec.json.", e);
        }
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    private Path index() {
        return folder.resolve(fingerprint);
    }

    /** As {@link ReviewIndex#of}. */
    ReviewIndex openOrMake(int[] reviews, Path reviewsFile, Threads threads, ProgressListener listener) {
        try {
            Files.createDirectories(folder);
            for (Optional<ReviewIndex> index = open(); ; index = open()) {
                if (index.isPresent()) {
                    return index.get();
                }
                Optional<FolderLock> lock = FolderLock.tryAcquire(folder);
                if (lock.isPresent()) {
                    try (FolderLock _ = lock.get()) {
                        return make(reviews, reviewsFile, threads, listener);
                    }
                }
                listener.progress(0, 0);
                LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
            }
        } catch (IOException | UncheckedIOException e) {
            throw WriteFailures.explain(e, folder);
        }
    }

    private ReviewIndex make(int[] reviews, Path reviewsFile, Threads threads, ProgressListener listener)
            throws IOException {
        Optional<ReviewIndex> madeMeanwhile = open();
        if (madeMeanwhile.isPresent()) {
            return madeMeanwhile.get();
        }
        discardAll();
        Path unfinished = folder.resolve(UNFINISHED);
        try {
            IndexWriting.write(reviews, reviewsFile, unfinished, threads, listener);
            Files.move(unfinished, index());
        } finally {
            FolderTree.delete(unfinished);
        }
        return ReviewIndex.open(parts(), documents);
    }

    /** Empty if there is none, or a damaged one. */
    private Optional<ReviewIndex> open() {
        if (!Files.isDirectory(index())) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReviewIndex.open(parts(), documents));
        } catch (IOException | IllegalArgumentException e) { // the latter for a file of another Lucene
            LOG.log(System.Logger.Level.WARNING, "the search index " + index() + " is made anew", e);
            return Optional.empty();
        }
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> parts = Files.list(index())) {
            return parts.sorted(Comparator.comparingInt(part -> Integer.parseInt(part.getFileName().toString()))).toList();
        }
    }

    /** What is stale, damaged, or was left by a crash. */
    private void discardAll() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.filter(path -> !path.endsWith(LOCK)).toList()) {
                FolderTree.delete(path);
            }
        }
    }
}
