package topicworkbench.testdata;

import java.time.LocalDate;

/**
 * A row of an invented corpus.
 *
 * @param topic the planted topic it is mainly about
 */
record InventedReview(String id, String product, String category, int stars, String title, String text, LocalDate date,
        int helpfulVotes, boolean verified, int topic) {

    InventedReview copy(String newId, String newText) {
        return new InventedReview(newId, product, category, stars, title, newText, date, helpfulVotes, verified, topic);
    }
}
