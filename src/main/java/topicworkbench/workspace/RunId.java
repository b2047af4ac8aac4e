package topicworkbench.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names of the folders of runs and studies: sortable by time, and told apart by four random characters, as in 20261123-113355-k3f9. */
public final class RunId {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final Pattern PATTERN = Pattern.compile("\\d{8}-\\d{6}-[0-9a-z]{4}");
    private static final int TIME_LENGTH = 15;
    private static final int RADIX = 36;
    private static final int FIRST_OF_FOUR_DIGITS = RADIX * RADIX * RADIX;

    private RunId() { }

    public static String at(Instant time) {
        int random = ThreadLocalRandom.current().nextInt(FIRST_OF_FOUR_DIGITS, FIRST_OF_FOUR_DIGITS * RADIX);
        return TIME.format(time.atOffset(ZoneOffset.UTC)) + "-" + Integer.toString(random, RADIX);
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
