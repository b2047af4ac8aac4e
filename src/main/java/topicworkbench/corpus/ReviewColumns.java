package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import topicworkbench.failure.ExplainedException;
import topicworkbench.wording.OneLine;

/**
 * Which column of a table holds which field: the rules, one place for every reader.
 *
 * @param of           field to the column's name as the file spells it
 * @param unrecognised columns that no field uses, in the file's order
 */
public record ReviewColumns(Map<ReviewField, String> of, List<String> unrecognised) {

    /** Known names, best first; compared without case, blanks and punctuation. */
    private static final Map<ReviewField, List<String>> NAMES = new EnumMap<>(Map.of(
            ReviewField.ID, List.of("reviewid", "idreview", "id", "reviewsid", "uuid"),
            ReviewField.TITLE, List.of("reviewheadline", "reviewtitle", "summary", "title", "headline",
                    "reviewsummary", "reviewstitle", "subject"),
            ReviewField.TEXT, List.of("reviewbody", "reviewtext", "reviewcontent", "text", "body", "review", "content",
                    "reviewstext", "reviews", "comment", "comments", "verifiedreviews", "reviewdescription",
                    "customerreview", "document"),
            ReviewField.STARS, List.of("starrating", "overall", "reviewrating", "reviewstar", "reviewstars",
                    "userrating", "stars", "rating", "score", "reviewscore", "reviewsrating", "ratings", "star"),
            ReviewField.PRODUCT, List.of("producttitle", "productname", "product", "itemname", "item", "variation",
                    "variant"),
            ReviewField.PRODUCT_ID, List.of("productid", "asin", "parentasin", "itemid", "sku"),
            ReviewField.CATEGORY, List.of("productcategory", "category", "maincategory", "categories", "department"),
            ReviewField.DATE, List.of("reviewdate", "unixreviewtime", "reviewtime", "date", "timestamp", "time",
                    "reviewsdate", "createdat"),
            ReviewField.HELPFUL_VOTES, List.of("helpfulvotes", "helpfulvote", "vote", "helpfulnessnumerator",
                    "helpful", "votes", "reviewsnumhelpful"),
            ReviewField.VERIFIED, List.of("verifiedpurchase", "verified", "isverified", "isverifiedpurchase")));

    public ReviewColumns {
        of = Collections.unmodifiableMap(new EnumMap<>(of));
        unrecognised = List.copyOf(unrecognised);
    }

    /**
     * Recognises the fields among these columns.
     *
     * @param chosen the user's choice, field key to column name, empty for none; comes before recognition
     * @throws ExplainedException if a chosen column does not exist; {@code file} names the file in the message
     */
    public static ReviewColumns recognise(Collection<String> columns, Map<String, String> chosen, String file) {
        Map<ReviewField, String> found = new EnumMap<>(ReviewField.class);
        Set<String> free = new LinkedHashSet<>(columns);
        for (ReviewField field : ReviewField.values()) {
            String column = chosen.get(field.key());
            if (column != null && !column.isEmpty()) {
                found.put(field, existing(column, columns, field, file));
                free.remove(found.get(field));
            }
        }
        for (ReviewField field : ReviewField.values()) {
            if (!found.containsKey(field) && !chosen.containsKey(field.key())) {
                NAMES.get(field).stream().flatMap(name -> free.stream().filter(c -> plain(c).equals(name))).findFirst()
                        .ifPresent(column -> found.put(field, column));
                free.remove(found.get(field));
            }
        }
        return new ReviewColumns(found, new ArrayList<>(free));
    }

    private static String existing(String column, Collection<String> columns, ReviewField field, String file) {
        return columns.stream().filter(column::equals).findFirst()
                .or(() -> columns.stream().filter(column::equalsIgnoreCase).findFirst())
                .orElseThrow(() -> new ExplainedException(
                        file + " has no column \"" + column + "\", which was chosen for " + field.key() + ".",
                        "Choose one of its columns: " + listed(columns) + "."));
    }

    /** @throws ExplainedException if no column holds the review's text */
    public void requireText(String file) {
        if (!of.containsKey(ReviewField.TEXT)) {
            List<String> columns = new ArrayList<>(of.values());
            columns.addAll(unrecognised);
            throw new ExplainedException(file + " has no column that is known to hold the review text; its columns are "
                    + listed(columns) + ".", "Choose the column that holds the text; a command does it with --column text=NAME.");
        }
    }

    static String listed(Collection<String> columns) {
        List<String> shown = columns.stream().limit(30).map(ReviewColumns::shown).toList();
        return String.join(", ", shown) + (columns.size() > shown.size() ? ", …" : "");
    }

    private static String shown(String column) {
        String visible = OneLine.of(column, 60);
        return visible.isEmpty() ? "(unnamed)" : visible;
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
