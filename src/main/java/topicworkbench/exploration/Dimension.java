package topicworkbench.exploration;

import java.util.Comparator;
import java.util.Locale;

/**
 * By what documents are told apart; at any time each has at most one filter.
 *
 * @param place where its filter stands among others
 * @param name  of a column of the user's own files that name, else what it is in small letters
 */
public record Dimension(int place, String name) implements Comparable<Dimension> {
    public static final Dimension TOPIC = new Dimension(0, "topic");
    public static final Dimension SHARE = new Dimension(1, "share");
    public static final Dimension STARS = new Dimension(2, "stars");
    public static final Dimension DATE = new Dimension(3, "date");
    public static final Dimension PRODUCT = new Dimension(4, "product");
    public static final Dimension CATEGORY = new Dimension(5, "category");
    public static final Dimension SOURCE = new Dimension(6, "source");
    public static final Dimension HELPFUL_VOTES = new Dimension(7, "helpful votes");
    public static final Dimension VERIFIED = new Dimension(8, "verified");
    private static final int COLUMN = 9;
    public static final Dimension FLAGGED = new Dimension(10, "flagged");
    public static final Dimension SEARCH = new Dimension(11, "search");
    public static final Dimension REGION = new Dimension(12, "region");

    private static final Comparator<Dimension> ORDER = Comparator.comparingInt(Dimension::place).thenComparing(Dimension::name);

    /** Of a column of the user's own files. */
    public static Dimension column(String name) {
        return new Dimension(COLUMN, name);
    }

    /** Whether it is a column of the user's own files. */
    public boolean isColumn() {
        return place == COLUMN;
    }

    /** "Total votes" of total_votes. */
    public String words() {
        String words = name.replace('_', ' ');
        return words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + words.substring(words.offsetByCodePoints(0, 1));
    }

    @Override
    public int compareTo(Dimension other) {
        return ORDER.compare(this, other);
    }
}
