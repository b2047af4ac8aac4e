package topicworkbench.corpus;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of review files mean: stars, dates, votes and yes or no in the spellings that published files use.
 * A value that is missing or not understood gives null; {@link #missing} tells the two apart. Thread-safe.
 */
public final class ReviewValues {
    private static final Set<String> MISSING = Set.of("", "null", "none", "nan", "na", "n/a", "nat", "\\n", "-");
    private static final Pattern STARS = Pattern.compile(
            "(\\d{1,3}(?:[.,]\\d+)?)\\s*(?:(?:/|out of|von|of)\\s*(\\d{1,3})(?:\\.0)?)?\\s*(?:stars?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern VOTES = Pattern.compile("\\[?\\s*(\\d[\\d,]*)(?:\\.0+)?\\s*(?:,\\s*\\d+\\s*])?");
    private static final Pattern NUMBER = Pattern.compile("\\d{9,16}(?:\\.\\d+)?|\\d\\.\\d+E\\+?\\d{1,2}", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_IN_SENTENCE = Pattern.compile("(?i)^reviewed in .* on (.+)$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,17})?(?:[eE][+-]?\\d{1,2})?");
    private static final LocalDate FIRST_BELIEVED = LocalDate.of(1970, 1, 1);

    private static final List<DateTimeFormatter> DATES = List.of(
            format("uuuu-M-d"), format("uuuuMMdd"), format("uuuu/M/d"), format("d-MMM-yy"), format("d-MMM-uuuu"),
            format("MMMM d, uuuu"), format("MMM d, uuuu"), format("MM d, uuuu"), format("M d, uuuu"),
            format("d MMMM uuuu"), format("d MMM uuuu"), format("M/d/uuuu"), format("M/d/yy"), format("d.M.uuuu"));

    private ReviewValues() { }

    /** Whether a value stands for "not given". */
    public static boolean missing(String value) {
        return value == null || MISSING.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** Stars, 1 to 5: "4", "4.0", "4 out of 5 stars", "8/10". 0 means that none were given. */
    public static Double stars(String value) {
        if (missing(value)) {
            return null;
        }
        Matcher matcher = STARS.matcher(value.strip());
        if (!matcher.matches()) {
            return null;
        }
        double stars = Double.parseDouble(matcher.group(1).replace(',', '.'));
        if (matcher.group(2) != null) {
            stars *= 5.0 / Integer.parseInt(matcher.group(2));
        }
        return stars >= 1 && stars <= 5 ? stars : null;
    }

    /** Stars of a polarity class: 1 is negative, 2 positive; as 1 and 5 stars, the ends of the scale. */
    public static Double polarity(String value) {
        return "1".equals(value) ? Double.valueOf(1) : "2".equals(value) ? Double.valueOf(5) : null;
    }

    /** A day, of a written date or of seconds, milliseconds or microseconds since 1970 (UTC). */
    public static LocalDate date(String value) {
        if (missing(value)) {
            return null;
        }
        String text = value.strip();
        if (NUMBER.matcher(text).matches()) {
            return day(Double.parseDouble(text));
        }
        Matcher sentence = DATE_IN_SENTENCE.matcher(text);
        if (sentence.matches()) {
            text = sentence.group(1);
        }
        // an ISO time of day says nothing that we keep
        if (text.length() > 10 && text.charAt(4) == '-' && (text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
            text = text.substring(0, 10);
        }
        for (DateTimeFormatter format : DATES) {
            ParsePosition end = new ParsePosition(0);
            // tells a wrong spelling without the cost of an exception
            if (format.parseUnresolved(text, end) != null && end.getIndex() == text.length()) {
                try {
                    LocalDate date = LocalDate.parse(text, format);
                    return date.isBefore(FIRST_BELIEVED) ? null : date;
                } catch (DateTimeException noSuchDay) {
                    return null;
                }
            }
        }
        return null;
    }

    private static LocalDate day(double sinceEpoch) {
        long seconds = (long) (sinceEpoch >= 1e14 ? sinceEpoch / 1e6 : sinceEpoch >= 1e11 ? sinceEpoch / 1e3 : sinceEpoch);
        return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Helpful votes: "12", "1,024", "12.0", or the first of "[2, 3]" (helpful, all). */
    public static Integer votes(String value) {
        if (missing(value)) {
            return null;
        }
        Matcher matcher = VOTES.matcher(value.strip());
        if (!matcher.matches()) {
            return null;
        }
        String digits = value.strip().startsWith("[") ? matcher.group(1).split(",", 2)[0]
                : matcher.group(1).replace(",", "");
        return digits.length() > 9 ? null : Integer.valueOf(digits);
    }

    /** A value of a column that means nothing to us, on one line and not too long to be counted. */
    public static String other(String value) {
        if (missing(value)) {
            return null;
        }
        String line = BLANKS.matcher(value).replaceAll(" ").strip();
        return line.equals("[]") || line.equals("{}") ? null : line.codePointCount(0, line.length()) <= OtherColumns.LONGEST_VALUE
                ? line.isEmpty() ? null : line
                : line.substring(0, line.offsetByCodePoints(0, OtherColumns.LONGEST_VALUE));
    }

    /** A number in the one spelling that means the same everywhere; numbers with leading zeros are names. */
    public static Double number(String value) {
        return value != null && PLAIN_NUMBER.matcher(value).matches() ? Double.valueOf(Double.parseDouble(value) + 0.0) : null;
    }

    /** Yes or no. */
    public static Boolean verified(String value) {
        if (missing(value)) {
            return null;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1", "1.0", "verified", "verified purchase" -> Boolean.TRUE;
            case "false", "f", "no", "n", "0", "0.0", "unverified" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** A name without regard to case, letter by letter as SQL's {@code lower(upper(name))}. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.codePoints().map(Character::toUpperCase).map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static DateTimeFormatter format(String pattern) {
        boolean shortYear = pattern.endsWith("-yy") || pattern.endsWith("/yy");
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive()
                .appendPattern(shortYear ? pattern.substring(0, pattern.length() - 2) : pattern);
        if (shortYear) {
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_BELIEVED.getYear());
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
