package topicworkbench.exploration.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.FSDirectory;
import topicworkbench.corpus.ParquetDocuments;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Writes a search index in parts, a thread each, each a run of documents in their order. Segments are as large as the
 * memory that a part may take and are never merged, so that the order stays and nothing is written twice.
 */
final class IndexWriting {
    /** What all parts together keep in memory before they write it. */
    private static final double MEMORY_MB = 128;
    private static final int LEAST_DOCUMENTS_PER_PART = 1000;
    private static final int DOCUMENTS_BETWEEN_NEWS = 500;
    private static final FieldType WORDS_AND_PLACES = type();

    private final int[] reviews;
    private final Path reviewsFile;
    private final Path target;
    private final int parts;
    private final ProgressListener listener;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean stopped;

    private IndexWriting(int[] reviews, Path reviewsFile, Path target, int parts, ProgressListener listener) {
        this.reviews = reviews;
        this.reviewsFile = reviewsFile;
        this.target = target;
        this.parts = parts;
        this.listener = listener;
    }

    /** @param target a new folder; what it holds after a failure is of no use */
    static void write(int[] reviews, Path reviewsFile, Path target, Threads threads, ProgressListener listener)
            throws IOException {
        int parts = Math.clamp(reviews.length / LEAST_DOCUMENTS_PER_PART, 1, threads.count());
        Files.createDirectories(target);
        IndexWriting writing = new IndexWriting(reviews, reviewsFile, target, parts, listener);
        threads.run(parts, (part, _) -> writing.writePart(part));
    }

    private void writePart(int part) {
        int from = (int) ((long) reviews.length * part / parts);
        int to = (int) ((long) reviews.length * (part + 1) / parts);
        IndexWriterConfig config = new IndexWriterConfig(SearchAnalyzer.INSTANCE).setMergePolicy(NoMergePolicy.INSTANCE)
                .setRAMBufferSizeMB(MEMORY_MB / parts).setCommitOnClose(false);
        try (FSDirectory directory = FSDirectory.open(target.resolve(Integer.toString(part)));
                IndexWriter writer = new IndexWriter(directory, config)) {
            if (from < to) {
                add(from, to, writer);
            }
            writer.commit();
        } catch (IOException e) {
            stopped = true;
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            stopped = true;
            throw e;
        }
    }

    private void add(int from, int to, IndexWriter writer) throws IOException {
        Field title = new Field(ReviewIndex.FIELD, "", WORDS_AND_PLACES);
        Field text = new Field(ReviewIndex.FIELD, "", WORDS_AND_PLACES);
        Document document = new Document();
        document.add(title);
        document.add(text);
        int next = from;
        ParquetDocuments source = ParquetDocuments.between(reviewsFile, reviews[from], reviews[to - 1]);
        try (Stream<topicworkbench.corpus.Document> found = source.documents()) {
            for (Iterator<topicworkbench.corpus.Document> each = found.iterator(); next < to && each.hasNext() && !stopped;) {
                topicworkbench.corpus.Document review = each.next();
                if (review.review() == reviews[next]) { // others were left with too few words
                    title.setStringValue(review.title());
                    text.setStringValue(review.text());
                    writer.addDocument(document);
                    next++;
                    tell();
                }
            }
        }
        if (next < to && !stopped) { // otherwise another part tells why
            throw new ExplainedException("The table " + reviewsFile + " lacks reviews that the topics were found in.",
                    "Bring it back from a backup, or run again with the run's spec.json.");
        }
    }

    private void tell() {
        int indexed = done.incrementAndGet();
        if (indexed % DOCUMENTS_BETWEEN_NEWS == 0) {
            synchronized (this) {
                listener.progress(indexed, reviews.length);
            }
        }
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
