package topicworkbench.corpus;

import java.util.List;
import java.util.Locale;

/** What a column of a review file can mean to us. */
public enum ReviewField {
    ID, TITLE, TEXT, STARS, PRODUCT, PRODUCT_ID, CATEGORY, DATE, HELPFUL_VOTES, VERIFIED;

    /** Those whose values can be misunderstood. */
    public static final List<ReviewField> CHECKED = List.of(STARS, DATE, HELPFUL_VOTES, VERIFIED);

    /** As written in {@code --column text=…} and in spec.json: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
