package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.125Z");

    @Test
    void whatIsWrittenIsReadAgain() {
        LogLine line = new LogLine(NOON, LogLine.Level.WARNING, Stage.TRAIN, "loss is  not a number, 3 - 4");
        assertThat(line.format()).isEqualTo("2026-11-23T12:00:00.125Z WARNING train loss is  not a number, 3 - 4");
        assertThat(LogLine.parse(line.format())).contains(line);
        LogLine whole = new LogLine(NOON, LogLine.Level.INFO, null, "begins");
        assertThat(LogLine.parse(whole.format())).contains(whole);
    }

    @Test
    void aTextCannotBeginAnEntryOfItsOwn() {
        for (String end : new String[] {"\n", "\r", "\r\n", "\u2028", "\u0085"}) {
            LogLine line = new LogLine(NOON, LogLine.Level.INFO, Stage.TRAIN, "a" + end
                    + "2026-11-23T12:00:00Z ERROR train forged\u001B[2K\u202E");
            List<String> written = line.format().lines().toList();
            assertThat(LogLine.parse(written.getFirst())).isPresent();
            assertThat(written.stream().skip(1)).allMatch(further -> LogLine.parse(further).isEmpty());
            assertThat(line.format()).contains("forged").doesNotContain("\u001B", "\u202E", "\u0085", "\r");
        }
    }

    @Test
    void aStackTraceGoesOnWithTheLineBefore() {
        for (String line : new String[] {"\tat topicworkbench.X.y(X.java:3)", "Caused by: java.io.IOException: no", "",
            "2026-11-23 INFO train an older program's line", "2026-11-23T12:00:00Z LOUD train what", "a b c d"}) {
            assertThat(LogLine.parse(line)).as(line).isEmpty();
        }
    }
}
