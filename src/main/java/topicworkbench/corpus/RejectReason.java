package topicworkbench.corpus;

/** Why a record of a review file cannot be read, in the words of rejected.parquet, whatever reads it. */
final class RejectReason {
    static final String UNCLOSED = "a double quote that is opened and not properly closed";
    static final String LONG_RECORD = "a record of more than 2 MB, as an unclosed double quote makes it";
    static final String LONG_LINE = "a line of more than 2 MB";
    static final String NOT_JSON = "not valid JSON";
    static final String NO_OBJECT = "a JSON value that is not an object";

    private RejectReason() { }

    static String tooFew(int columns) {
        return "fewer than the " + columns + " columns that the first line has";
    }

    static String tooMany(int columns) {
        return "more than the " + columns + " columns that the first line has";
    }

    static String neverClosed(long lines) {
        return "a double quote that is opened and never closed, so that it takes in all " + lines + " lines up to the end";
    }
}
