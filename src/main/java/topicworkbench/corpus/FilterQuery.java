package topicworkbench.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link ReviewFilter} as SQL conditions, named after what they bound; a missing value does not hold. */
final class FilterQuery {
    private final ReviewFilter filter;

    FilterQuery(ReviewFilter filter) {
        this.filter = filter;
    }

    /** Bounds on fields, in the order in which they are applied. */
    Map<String, String> beforeCleaning() {
        Map<String, String> bounds = new LinkedHashMap<>();
        if (filter.minStars() != null || filter.maxStars() != null) {
            put(bounds, "stars", "stars BETWEEN " + (filter.minStars() == null ? 1 : filter.minStars()) + " AND "
                    + (filter.maxStars() == null ? 5 : filter.maxStars()));
        }
        if (!filter.products().isEmpty()) {
            put(bounds, "product", in("product", filter.products()) + " OR " + in("product_id", filter.products()));
        }
        if (!filter.categories().isEmpty()) {
            put(bounds, "category", in("category", filter.categories()));
        }
        if (filter.from() != null || filter.to() != null) {
            put(bounds, "date", "date IS NOT NULL" + (filter.from() == null ? "" : " AND date >= DATE '" + filter.from() + "'")
                    + (filter.to() == null ? "" : " AND date <= DATE '" + filter.to() + "'"));
        }
        if (filter.verifiedOnly()) {
            put(bounds, "verified", "verified");
        }
        return bounds;
    }

    /** Bounds on the cleaned text, whose length is the column {@code characters}. */
    Map<String, String> afterCleaning() {
        Map<String, String> bounds = new LinkedHashMap<>();
        put(bounds, "length", "characters >= " + filter.minCharacters()
                + (filter.maxCharacters() == null ? "" : " AND characters <= " + filter.maxCharacters()));
        return bounds;
    }

    String keepBefore() {
        return all(beforeCleaning());
    }

    String keepAfter() {
        return all(afterCleaning());
    }

    private static void put(Map<String, String> bounds, String name, String condition) {
        bounds.put(name, "coalesce(" + condition + ", false)");
    }

    private static String all(Map<String, String> bounds) {
        return bounds.isEmpty() ? "true" : String.join(" AND ", bounds.values());
    }

    private static String in(String column, List<String> values) {
        return "coalesce(lower(upper(trim(" + column + "))) IN (" + values.stream().map(v -> DuckDb.literal(ReviewValues.folded(v.strip())))
                .collect(Collectors.joining(", ")) + "), false)";
    }
}
