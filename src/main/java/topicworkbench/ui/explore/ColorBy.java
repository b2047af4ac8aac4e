package topicworkbench.ui.explore;

/** What the colors of a map say of each document. */
public enum ColorBy {
    TOPIC("Topic"), SHARE("Share of the selected topic"), STARS("Stars"), DATE("Date"), PRODUCT("Product"),
    CATEGORY("Category"), SOURCE("Source file"), HELPFUL_VOTES("Helpful votes"), VERIFIED("Verified purchase"),
    SEARCH("Search");

    private final String words;

    ColorBy(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
