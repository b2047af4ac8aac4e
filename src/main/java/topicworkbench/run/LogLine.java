package topicworkbench.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a run's log.
 *
 * @param time  when
 * @param level how much it matters
 * @param stage what it belongs to, or null
 * @param text  one line, or several where a stack trace follows
 */
public record LogLine(Instant time, Level level, Stage stage, String text) {
    private static final String NO_STAGE = "-";
    private static final int PARTS = 4;

    /** How much an entry matters, least first. */
    public enum Level { INFO, WARNING, ERROR }

    /** As the file has it: {@code 2026-11-23T14:05:06.789Z INFO train epoch 3 of 30}. No further line of a text begins an entry. */
    public String format() {
        String harmless = text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\r\\n\\t]]", " ").replaceAll("\\R", "\n ");
        return time + " " + level + " " + (stage == null ? NO_STAGE : stage.key()) + " " + harmless;
    }

    /** The entry that begins with this line; none if the line goes on with the entry before. */
    public static Optional<LogLine> parse(String line) {
        String[] parts = line.split(" ", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            Level level = Level.valueOf(parts[1]);
            Stage stage = parts[2].equals(NO_STAGE) ? null : Stage.valueOf(parts[2].toUpperCase(Locale.ROOT));
            return Optional.of(new LogLine(Instant.parse(parts[0]), level, stage, parts[3]));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public LogLine continuedBy(String line) {
        return new LogLine(time, level, stage, text + "\n" + line);
    }
}
