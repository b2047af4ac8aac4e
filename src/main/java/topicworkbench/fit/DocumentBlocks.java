package topicworkbench.fit;

import topicworkbench.math.Threads;

/** Shares the documents of a batch among threads, in blocks whose size does not depend on how many threads there are. */
final class DocumentBlocks {
    private static final int DOCUMENTS = 16;

    /** Work on the documents from {@code from} up to and without {@code to}. */
    @FunctionalInterface
    interface Range {
        void run(int from, int to);
    }

    private DocumentBlocks() { }

    static void run(Threads threads, int documents, Range work) {
        threads.run(Math.ceilDiv(documents, DOCUMENTS), (block, worker) -> {
            int from = block * DOCUMENTS;
            work.run(from, Math.min(documents, from + DOCUMENTS));
        });
    }
}
