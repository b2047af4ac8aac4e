package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** Hands out the documents in numbered blocks to whichever worker asks next. After a failure nothing more comes. */
final class TextReading {
    private static final int BLOCK_DOCUMENTS = 256;
    private static final int BLOCK_CHARACTERS = 1 << 18;

    private final Iterator<Document> documents;
    private final long size;
    private final ProgressListener listener;
    private int blocks;
    private long read;
    private int lastReview = -1;
    private boolean stopped;

    /** Documents that follow one another. */
    record Block(int number, List<Document> documents) { }

    TextReading(Iterator<Document> documents, long size, ProgressListener listener) {
        this.documents = documents;
        this.size = size;
        this.listener = listener;
    }

    /** The next block, or null at the end. */
    synchronized Block next() {
        if (stopped) {
            return null;
        }
        stopped = true;
        listener.progress(read, size);
        List<Document> block = new ArrayList<>(BLOCK_DOCUMENTS);
        long characters = 0;
        while (block.size() < BLOCK_DOCUMENTS && characters < BLOCK_CHARACTERS && documents.hasNext()) {
            Document document = documents.next();
            requireRising(document.review());
            characters += document.title().length() + document.text().length();
            block.add(document);
        }
        read += block.size();
        stopped = block.isEmpty();
        return stopped ? null : new Block(blocks++, block);
    }

    private void requireRising(int review) {
        if (review <= lastReview) {
            throw new ExplainedException("The prepared reviews are not in order: review " + review + " comes after "
                    + lastReview + ".", "Start the run again from its review files.");
        }
        lastReview = review;
    }
}
