package topicworkbench.exploration.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Selection;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Finds the documents whose reviews hold what is searched for, by Lucene: a million reviews answer within 200 ms. The index
 * is made once and kept; its parts hold the documents in their order, so that a document's number there is its number in
 * the run. May be searched by several threads. Close it when done.
 */
public final class ReviewIndex implements AutoCloseable {
    static final String FIELD = "text";

    private final IndexReader reader;
    private final IndexSearcher searcher;

    private ReviewIndex(IndexReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null); // whoever searches keeps the selection
    }

    /**
     * Opens the run's index, made anew if there is none, if the run has changed since, or if it is damaged. While another
     * window makes it, waits for that.
     *
     * @param listener hears documents indexed, may cancel: nothing is left then
     * @throws ExplainedException if the reviews cannot be read, or there is nowhere to write to
     */
    public static ReviewIndex of(ExploredRun run, Threads threads, ProgressListener listener) {
        return IndexHome.of(run).openOrMake(run.reviews(), run.folder().files().reviews(), threads, listener);
    }

    /** @throws IOException if a part is missing or damaged, or they are not of so many documents */
    static ReviewIndex open(List<Path> parts, int documents) throws IOException {
        List<IndexReader> readers = new ArrayList<>();
        try {
            for (Path part : parts) {
                DirectoryReader reader = DirectoryReader.open(FSDirectory.open(part));
                readers.add(reader);
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
            MultiReader whole = new MultiReader(readers.toArray(IndexReader[]::new), true);
            if (whole.maxDoc() != documents) {
                throw new IOException("index of " + whole.maxDoc() + " documents where the run has " + documents);
            }
            return new ReviewIndex(whole);
        } catch (IOException | RuntimeException e) {
            for (IndexReader reader : readers) {
                reader.close();
            }
            throw e;
        }
    }

    public int documents() {
        return reader.maxDoc();
    }

    /**
     * The documents that hold what is searched for.
     *
     * @throws InvalidOptionException if a part of a phrase stands for too many words
     * @throws CancellationException  if the index was closed meanwhile
     */
    public Selection search(SearchQuery query, Threads threads) {
        if (!reader.tryIncRef()) {
            throw new CancellationException("the index is closed");
        }
        try {
            Query rewritten = searcher.rewrite(LuceneQuery.of(query, reader));
            Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
            long[] found = new long[(reader.maxDoc() + 63) >> 6];
            List<LeafReaderContext> leaves = reader.leaves();
            threads.run(leaves.size(), (leaf, _) -> merge(matching(weight, leaves.get(leaf)), leaves.get(leaf).docBase, found));
            return Selection.ofBits(reader.maxDoc(), found);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } finally {
            release();
        }
    }

    private static ExplainedException unreadable(IOException cause) {
        return new ExplainedException("The search index cannot be read.", "Open the run again; the index is made anew if"
                + " it is damaged.", cause);
    }

    /** Bits of the leaf's own documents. */
    private static long[] matching(Weight weight, LeafReaderContext leaf) {
        long[] bits = new long[((leaf.reader().maxDoc() + 63) >> 6) + 1];
        try {
            ScorerSupplier scorer = weight.scorerSupplier(leaf);
            if (scorer != null) {
                scorer.setTopLevelScoringClause();
                scorer.bulkScorer().score(new LeafCollector() {
                    @Override
                    public void setScorer(Scorable unused) { }

                    @Override
                    public void collect(int document) {
                        bits[document >> 6] |= 1L << document;
                    }
                }, null, 0, DocIdSetIterator.NO_MORE_DOCS);
            }
            return bits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves begin anywhere: their bits are shifted to where their documents are, one leaf at a time. */
    private static void merge(long[] bits, int base, long[] whole) {
        int shift = base & 63;
        synchronized (whole) {
            for (int i = 0; i < bits.length; i++) {
                int at = (base >> 6) + i;
                if (at < whole.length) {
                    whole[at] |= bits[i] << shift;
                }
                if (shift > 0 && at + 1 < whole.length) {
                    whole[at + 1] |= bits[i] >>> 64 - shift;
                }
            }
        }
    }

    /** A search that is under way ends first. */
    @Override
    public void close() {
        release();
    }

    private void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
