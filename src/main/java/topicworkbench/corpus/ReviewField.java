package topicworkbench.corpus;

/** What a column of a review file can mean to us. */
public enum ReviewField {
    ID, TITLE, TEXT, STARS, PRODUCT, CATEGORY, DATE, HELPFUL_VOTES, VERIFIED;

    /** As written in {@code --column text=…} and in spec.json: lower case. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
