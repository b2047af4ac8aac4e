package topicworkbench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Reviews that a model has not seen, read, cleaned and counted as its run did with its own, and kept in a folder of their own
 * until closed.
 */
public final class NewReviews implements AutoCloseable {
    private static final int STEPS = 3;
    private static final long STEP = 10_000;

    private final Path folder;
    private final IngestReport ingested;
    private final PrepareReport prepared;
    private final CsrCounts counts;

    private NewReviews(Path folder, IngestReport ingested, PrepareReport prepared, CsrCounts counts) {
        this.folder = folder;
        this.ingested = ingested;
        this.prepared = prepared;
        this.counts = counts;
    }

    /**
     * @param filter     which of them are kept; {@link ReviewFilter#NONE} for all
     * @param options    how text became the model's terms
     * @param vocabulary of the model
     * @param place      folder that exists and has room for them
     * @param listener   hears how far all of it is; may cancel, which leaves nothing behind
     * @throws ExplainedException as a run would, if a file cannot be read, most of its rows cannot, or no review is left
     */
    public static NewReviews read(ReviewSource source, ReviewFilter filter, TextOptions options, Vocabulary vocabulary, Path place,
            Threads threads, ProgressListener listener) {
        Path folder = folder(place);
        try {
            IngestReport ingested = new ReviewIngest()
                    .ingest(source, folder.resolve("ingested.parquet"), rejected(folder), step(listener, 0));
            PrepareReport prepared = new ReviewPreparation().prepare(folder.resolve("ingested.parquet"), filter, reviews(folder),
                    step(listener, 1));
            CsrCounts counts = VocabularyCounts.count(new ParquetDocuments(reviews(folder)), options, vocabulary, threads,
                    step(listener, 2));
            return new NewReviews(folder, ingested, prepared, counts);
        } catch (RuntimeException e) {
            FolderTree.discard(folder);
            throw e;
        }
    }

    private static Path folder(Path place) {
        try {
            return Files.createTempDirectory(place, ".new-reviews-");
        } catch (IOException e) {
            throw new ExplainedException("The folder " + place + " cannot be written.",
                    "Name one that is there, may be written and has space left.", e);
        }
    }

    private static ProgressListener step(ProgressListener listener, int step) {
        return (done, total) -> listener.progress(step * STEP + (total > 0 ? Math.min(STEP, STEP * done / total) : 0), STEPS * STEP);
    }

    private static Path reviews(Path folder) {
        return folder.resolve("reviews.parquet");
    }

    private static Path rejected(Path folder) {
        return folder.resolve("rejected.parquet");
    }

    /** The prepared reviews, as a run's reviews.parquet has them. */
    public Path reviews() {
        return reviews(folder);
    }

    /** The rows that could not be read, as a run's rejected.parquet has them. */
    public Path rejected() {
        return rejected(folder);
    }

    public IngestReport ingested() {
        return ingested;
    }

    public PrepareReport prepared() {
        return prepared;
    }

    /** Reviews x terms, in the order of {@link #reviews()}; a row is empty where the model knows none of a review's words. */
    public CsrCounts counts() {
        return counts;
    }

    @Override
    public void close() {
        FolderTree.discard(folder);
    }
}
