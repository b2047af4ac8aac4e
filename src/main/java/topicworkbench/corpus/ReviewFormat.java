package topicworkbench.corpus;

/** The kinds of file that hold reviews. */
public enum ReviewFormat {
    CSV("CSV"), TSV("TSV"), JSON_LINES("JSON lines"), JSON("JSON"), PARQUET("Parquet");

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
}
