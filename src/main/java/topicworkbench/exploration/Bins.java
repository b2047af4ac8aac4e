package topicworkbench.exploration;

/** Sorts a run's documents into a row of kinds that are counted side by side: months, stars, products. */
public interface Bins {
    /** Instead of a bin where a document lacks what the bins are made by. */
    int NONE = -1;

    /** What the documents are told apart by. */
    Dimension dimension();

    int count();

    /** From 0 to {@link #count()} - 1, or {@link #NONE}; asked by several threads. */
    int of(int document);

    /** As it stands on an axis. */
    String name(int bin);

    /** Lets through the documents of some bins that follow one another. @param first to {@code last}, both included */
    Filter filter(int first, int last);
}
