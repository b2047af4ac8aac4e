package topicworkbench.corpus;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * One row of a review file: a review, or what could not be read.
 *
 * @param row       from 1, as the file counts its readable rows; 0 for a record that could not be taken apart
 * @param line      where a row that cannot be read stands
 * @param reason    why it cannot be read; null for a review
 * @param raw       its first characters
 * @param swallowed lines that an unclosed quote takes in
 * @param unreadable fields that have a value which means nothing
 * @param others   values of the columns that no field uses, as far as it has them, by {@link OtherColumns}' names
 */
public record ReviewRow(long row, String id, String title, String text, Double stars, String product, String productId,
        String category, LocalDate date, Integer helpfulVotes, Boolean verified, long line, String reason, String raw,
        long swallowed, Set<ReviewField> unreadable, Map<String, String> others) {

    static ReviewRow rejected(long row, long line, String reason, String raw, long swallowed) {
        return new ReviewRow(row, null, null, null, null, null, null, null, null, null, null, line, reason, raw, swallowed, Set.of(),
                Map.of());
    }

    /** Whether its text holds characters that were damaged. */
    public boolean damaged() {
        return holdsReplacement(title) || holdsReplacement(text);
    }

    private static boolean holdsReplacement(String text) {
        return text != null && text.indexOf('\uFFFD') >= 0;
    }
}
