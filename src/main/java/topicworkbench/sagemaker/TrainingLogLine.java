package topicworkbench.sagemaker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a training container's log.
 *
 * @param time   null where the line does not say
 * @param level  {@code INFO}, {@code WARNING}, {@code ERROR}, …; empty where the line does not say
 * @param worker the thread that wrote it, which tells hosts apart where their lines are mixed; empty where not said
 * @param text   without the above and without colors
 */
public record TrainingLogLine(Instant time, String level, String worker, String text) {
    private static final Pattern COLOR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern PREFIX = Pattern.compile(
            "\\[(\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d) ([A-Z]+) (\\d+)] ?(.*)");
    /** What the SageMaker SDK tells of the job's state, without an end of line before the container's next one. */
    private static final Pattern STATE_BEFORE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [A-Z][^\\[]*)(\\[\\d\\d/\\d\\d/\\d{4} .*)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);

    /** Takes a line apart; one of another form is all text. Two that stand in one are two. */
    static List<TrainingLogLine> parse(String raw) {
        String line = COLOR.matcher(raw).replaceAll("").stripTrailing();
        Matcher joined = STATE_BEFORE.matcher(line);
        return joined.matches() ? List.of(new TrainingLogLine(null, "", "", joined.group(1)), one(joined.group(2)))
                : List.of(one(line));
    }

    private static TrainingLogLine one(String line) {
        Matcher matcher = PREFIX.matcher(line);
        return matcher.matches() ? new TrainingLogLine(time(matcher.group(1)), matcher.group(2), matcher.group(3), matcher.group(4))
                : new TrainingLogLine(null, "", "", line);
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
