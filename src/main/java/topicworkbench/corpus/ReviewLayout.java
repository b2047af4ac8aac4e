package topicworkbench.corpus;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The published review files that we know by name; every other table is read by its column names alone. */
public enum ReviewLayout {
    CUSTOMER_REVIEWS("Amazon Customer Reviews", "star_rating", "review_headline", "review_body"),
    UCSD_2018("Amazon reviews 2018", "overall", "reviewText", "unixReviewTime", "verified"),
    UCSD_2014("Amazon reviews 2014", "overall", "reviewText", "unixReviewTime"),
    UCSD_2023("Amazon reviews 2023", "rating", "title", "text", "parent_asin", "timestamp"),
    FINE_FOODS("Amazon Fine Foods", "HelpfulnessNumerator", "Score", "Summary", "Text"),
    /** No header: class 1 (negative) or 2 (positive), title, text. */
    POLARITY("Review polarity"),
    /** No header: class 1 to 5 (stars), title, text. */
    FULL("Review full"),
    COLUMNS("Columns by name");

    private final String title;
    private final Set<String> signature;

    ReviewLayout(String title, String... signature) {
        this.title = title;
        this.signature = Set.of(signature);
    }

    public String title() {
        return title;
    }

    /** Whether the file has no line of column names. */
    public boolean headerless() {
        return this == POLARITY || this == FULL;
    }

    /** Keys that only some records of a JSON edition carry, so that a sample may miss them. */
    List<String> occasionalKeys() {
        return switch (this) {
            case UCSD_2018 -> List.of("vote", "summary");
            case UCSD_2014 -> List.of("helpful", "summary");
            default -> List.of();
        };
    }

    /** The layout whose columns are all among these. */
    static ReviewLayout of(Collection<String> columns) {
        Set<String> names = Set.copyOf(columns);
        for (ReviewLayout layout : values()) {
            if (!layout.signature.isEmpty() && names.containsAll(layout.signature)) {
                return layout;
            }
        }
        return COLUMNS;
    }

    /**
     * The headerless layout of these first records, or null: two or three fields, the first a class. Only 1 and 2 mean
     * polarity; later records of another class are rejected, not misread.
     */
    static ReviewLayout ofRecords(List<List<String>> records) {
        boolean shaped = !records.isEmpty() && records.stream().allMatch(
                r -> (r.size() == 2 || r.size() == 3) && r.get(0).matches("[1-5]") && !r.get(r.size() - 1).isBlank());
        if (!shaped) {
            return null;
        }
        Set<String> classes = records.stream().map(record -> record.get(0)).collect(Collectors.toSet());
        return classes.stream().allMatch(c -> c.matches("[12]")) ? POLARITY : FULL;
    }
}
