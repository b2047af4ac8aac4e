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
 * first two of the last four characters, and told apart by the other two, which are random.
 */
public final class RunId {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final Pattern PATTERN = Pattern.compile("\\d{8}-\\d{6}-[0-9a-z]{4}");
    private static final int TIME_LENGTH = 15;
    private static final int RADIX = 36;
    private static final long TWO_DIGITS = RADIX * RADIX;
    private static final long NANOS = 1_000_000_000L;

    private RunId() { }

    public static String at(Instant time) {
        long ofSecond = time.getNano() * TWO_DIGITS / NANOS;
        return TIME.format(time.atOffset(ZoneOffset.UTC)) + "-" + twoDigits(ofSecond)
                + twoDigits(ThreadLocalRandom.current().nextLong(TWO_DIGITS));
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
