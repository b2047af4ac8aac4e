package topicworkbench.corpus;

/** The kinds of file that hold reviews. */
public enum ReviewFormat {
    CSV("CSV"), TSV("TSV"), JSON_LINES("JSON lines"), JSON_ARRAY("JSON array"), JSON_OBJECTS("JSON objects"),
    PARQUET("Parquet");

    private final String title;

    ReviewFormat(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    boolean delimited() {
        return this == CSV || this == TSV;
    }

    /** Whether a part of the file up to a line's end is such a file again. */
    boolean divisible() {
        return delimited() || this == JSON_LINES;
    }
}
