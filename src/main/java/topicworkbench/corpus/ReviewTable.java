package topicworkbench.corpus;

import java.util.List;

/** The columns that every table of reviews has; what stands beside them are the {@link OtherColumns} of the files. */
public final class ReviewTable {
    /** Of the ingested table; the cloud's has {@code file} before them. */
    public static final List<String> INGESTED = List.of("id", "title", "text", "stars", "product", "product_id", "category",
            "date", "helpful_votes", "verified", "source", "row");
    /** Of reviews.parquet. */
    public static final List<String> PREPARED = List.of("review", "id", "title", "text", "stars", "product", "category", "date",
            "helpful_votes", "verified", "source");

    private ReviewTable() { }
}
