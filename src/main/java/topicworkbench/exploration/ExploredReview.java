package topicworkbench.exploration;

import java.time.LocalDate;
import java.util.Map;

/**
 * One document's review as it is read by people. Its texts are untrusted.
 *
 * @param document     its number among the documents
 * @param review       its number in reviews.parquet
 * @param id           as in the file it came from
 * @param title        empty if it has none
 * @param text         all of it
 * @param stars        NaN if unknown
 * @param product      empty if unknown
 * @param date         null if unknown
 * @param helpfulVotes 0 if unknown
 * @param source       the file it came from
 * @param others       what it has in the columns of the user's own files, in their order; numbers without needless digits
 */
public record ExploredReview(int document, int review, String id, String title, String text, double stars,
        String product, LocalDate date, int helpfulVotes, String source, Map<String, String> others) { }
