package topicworkbench.corpus;

/**
 * The text of one prepared review.
 *
 * @param review number of the review, as in the {@code review} column of reviews.parquet
 * @param title  headline, empty where there is none
 * @param text   body, empty where there is none
 */
public record Document(int review, String title, String text) { }
