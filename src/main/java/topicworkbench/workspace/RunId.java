package topicworkbench.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Names of the folders of runs and studies, as in 20261123-113355-k3f9: sortable by time, to a thousandth of a second by the
 * first two of the last four characters, and told apart by the other two, which are random; those that one process names
 * within a thousandth are in the order in which it does.
 */
public final class RunId {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final Pattern PATTERN = Pattern.compile("\\d{8}-\\d{6}-[0-9a-z]{4}");
    private static final int TIME_LENGTH = 15;
    private static final int RADIX = 36;
    private static final long TWO_DIGITS = RADIX * RADIX;
    private static final long LONGEST_STEP = 8;
    private static final long NANOS = 1_000_000_000L;

    private static String last = "";

    private RunId() { }

    public static synchronized String at(Instant time) {
        long ofSecond = time.getNano() * TWO_DIGITS / NANOS;
        String thousandth = TIME.format(time.atOffset(ZoneOffset.UTC)) + "-" + twoDigits(ofSecond);
        last = thousandth + twoDigits(last.startsWith(thousandth) ? after(last) : ThreadLocalRandom.current().nextLong(TWO_DIGITS / 2));
        return last;
    }

    /** A little above the last two digits of an id; from the beginning again where there is no room. */
    private static long after(String id) {
        long digits = Long.parseLong(id.substring(id.length() - 2), RADIX);
        return (digits + 1 + ThreadLocalRandom.current().nextLong(LONGEST_STEP)) % TWO_DIGITS;
    }

    private static String twoDigits(long number) {
        return Long.toString(number + TWO_DIGITS, RADIX).substring(1);
    }

    static boolean isId(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** When the run of this id was created, to the second; the epoch if the digits are no time. */
    static Instant timeOf(String id) {
        try {
            return LocalDateTime.parse(id.substring(0, TIME_LENGTH), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
