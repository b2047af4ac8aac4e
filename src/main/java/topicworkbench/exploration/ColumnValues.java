package topicworkbench.exploration;

/** What documents have in a column: names or numbers. */
public sealed interface ColumnValues permits CategoryColumn, NumberColumn {

    /**
     * Sorts documents by it.
     *
     * @param among the documents whose most frequent names get a bin of their own
     * @param most  names, or ranges of numbers, that get one
     */
    Bins bins(Dimension dimension, Selection among, int most);
}
