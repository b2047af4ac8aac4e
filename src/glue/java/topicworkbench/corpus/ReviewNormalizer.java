package topicworkbench.corpus;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes of a record's values the fields of a review, as {@link ReviewQuery} does in SQL. */
public final class ReviewNormalizer {
    private final boolean polarity;
    private final boolean headerless;

    /** @param layout of the file that the records are from */
    public ReviewNormalizer(ReviewLayout layout) {
        polarity = layout == ReviewLayout.POLARITY;
        headerless = layout.headerless();
    }

    /** @param values of the fields as the file has them; what is not there is null. @param others of other columns, likewise */
    public ReviewRow review(long row, Map<ReviewField, String> values, Map<String, String> others) {
        Set<ReviewField> unreadable = EnumSet.noneOf(ReviewField.class);
        return new ReviewRow(row, name(values.get(ReviewField.ID)), unescaped(values.get(ReviewField.TITLE)),
                unescaped(values.get(ReviewField.TEXT)),
                value(values, ReviewField.STARS, polarity ? ReviewValues::polarity : ReviewValues::stars, unreadable),
                name(values.get(ReviewField.PRODUCT)), name(values.get(ReviewField.PRODUCT_ID)),
                name(values.get(ReviewField.CATEGORY)), value(values, ReviewField.DATE, ReviewValues::date, unreadable),
                value(values, ReviewField.HELPFUL_VOTES, ReviewValues::votes, unreadable),
                value(values, ReviewField.VERIFIED, ReviewValues::verified, unreadable), row, null, null, 0, unreadable, given(others));
    }

    private static Map<String, String> given(Map<String, String> others) {
        Map<String, String> given = new HashMap<>();
        others.forEach((name, written) -> {
            String value = ReviewValues.other(written);
            if (value != null) {
                given.put(name, value);
            }
        });
        return given;
    }

    private static <T> T value(Map<ReviewField, String> values, ReviewField field, Function<String, T> meaning,
            Set<ReviewField> unreadable) {
        String written = values.get(field);
        T value = written == null ? null : meaning.apply(written);
        if (value == null && !ReviewValues.missing(written)) {
            unreadable.add(field);
        }
        return value;
    }

    /** The headerless layouts write a line feed as backslash and n. */
    private String unescaped(String text) {
        return text == null || !headerless ? text : text.replace("\\n", "\n");
    }

    private static String name(String text) {
        String name = text == null ? "" : trimmed(text);
        return name.isEmpty() ? null : name;
    }

    /** Without blanks around it; tabs and line ends stay, as SQL's trim leaves them. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean blank(char c) {
        return c == ' ' || c > '~' && Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
