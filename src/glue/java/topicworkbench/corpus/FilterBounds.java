package topicworkbench.corpus;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The bounds of a filter applied to one review after the other, as {@link FilterQuery} applies them in SQL. */
public final class FilterBounds implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Names of the bounds in the order in which they are applied. */
    public static final List<String> NAMES = List.of("stars", "product", "category", "date", "verified", "length");

    private final ReviewFilter filter;
    @SuppressWarnings("serial") // lists of the JDK, which all are
    private final List<String> products;
    @SuppressWarnings("serial")
    private final List<String> categories;

    public FilterBounds(ReviewFilter filter) {
        this.filter = filter;
        products = new ArrayList<>(filter.products().stream().map(name -> ReviewValues.folded(name.strip())).toList());
        categories = new ArrayList<>(filter.categories().stream().map(name -> ReviewValues.folded(name.strip())).toList());
    }

    /** What of a review its bounds look at before its text is cleaned. */
    public record Fields(Double stars, String product, String productId, String category, LocalDate date, Boolean verified) { }

    /** The first bound that drops a review before its text is looked at, or null. */
    public String dropping(Fields review) {
        if ((filter.minStars() != null || filter.maxStars() != null) && !starsHold(review.stars())) {
            return "stars";
        }
        if (!products.isEmpty() && !holds(products, review.product()) && !holds(products, review.productId())) {
            return "product";
        }
        if (!categories.isEmpty() && !holds(categories, review.category())) {
            return "category";
        }
        if ((filter.from() != null || filter.to() != null) && !dateHolds(review.date())) {
            return "date";
        }
        return filter.verifiedOnly() && !Boolean.TRUE.equals(review.verified()) ? "verified" : null;
    }

    /** The bound that drops a review for the length of its cleaned title and text, or null. */
    public String dropping(String title, String text) {
        int characters = characters(title) + characters(text);
        return characters >= filter.minCharacters()
                && (filter.maxCharacters() == null || characters <= filter.maxCharacters()) ? null : "length";
    }

    private boolean starsHold(Double stars) {
        return stars != null && stars >= (filter.minStars() == null ? 1 : filter.minStars())
                && stars <= (filter.maxStars() == null ? 5 : filter.maxStars());
    }

    private boolean dateHolds(LocalDate date) {
        return date != null && (filter.from() == null || !date.isBefore(filter.from()))
                && (filter.to() == null || !date.isAfter(filter.to()));
    }

    private static boolean holds(List<String> names, String name) {
        return name != null && names.contains(ReviewValues.folded(ReviewNormalizer.trimmed(name)));
    }

    private static int characters(String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}
