package topicworkbench.corpus;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;
import topicworkbench.math.ProgressListener;

/**
 * The beginning of review files, or all of them where they are short, read as a run reads them and kept in a folder of
 * its own until closed: what a form shows of a run before it starts. Its figures are the run's where the sample is
 * complete, because the same code counts them.
 */
public final class ReviewSample implements AutoCloseable {
    /** With the process in it, so that what one left behind is told from what another works on. */
    static final String FOLDER = "topic-workbench-sample-" + ProcessHandle.current().pid() + "-";
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(FolderTree::discard)));
    }

    private final Path folder;
    private final IngestReport report;
    private final ReviewGlance glance;

    private ReviewSample(Path folder, IngestReport report, ReviewGlance glance) {
        this.folder = folder;
        this.report = report;
        this.glance = glance;
    }

    /**
     * @param rows in all; each file gives the same number of its first rows, a text about that many
     * @throws ExplainedException as a run would, if a file cannot be read or most of its rows cannot
     */
    public static ReviewSample read(ReviewSource source, long rows, ProgressListener listener) {
        int files = ReviewFiles.find(source.paths()).size();
        Path folder = ScratchFolder.make(FOLDER).path();
        OPEN.add(folder);
        try {
            IngestReport report = new ReviewIngest().ingest(source, Math.ceilDiv(rows, files), ingested(folder),
                    folder.resolve("rejected.parquet"), listener);
            return new ReviewSample(folder, report, ReviewGlances.of(ingested(folder), listener));
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static Path ingested(Path folder) {
        return folder.resolve("ingested.parquet");
    }

    private static void delete(Path folder) {
        FolderTree.discard(folder);
        OPEN.remove(folder);
    }

    public IngestReport report() {
        return report;
    }

    public ReviewGlance glance() {
        return glance;
    }

    /**
     * Filters, cleans and drops duplicates as a run does.
     *
     * @throws ExplainedException if no review is left
     */
    public PreparedSample prepare(ReviewFilter filter, ProgressListener listener) {
        Path reviews = folder.resolve("reviews.parquet");
        PrepareReport prepared = new ReviewPreparation().prepare(ingested(folder), filter, reviews, listener);
        try (Stream<Document> documents = new ParquetDocuments(reviews).documents()) {
            return new PreparedSample(prepared, documents.toList());
        }
    }

    @Override
    public void close() {
        delete(folder);
    }
}
