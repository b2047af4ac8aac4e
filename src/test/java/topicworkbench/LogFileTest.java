package topicworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages quote names of files and runs, which somebody else may have chosen so that they read as more than they are. */
class LogFileTest {
    private static final String FORGED = "Jan 01, 2026 1:00:00 AM topicworkbench.X y";

    @TempDir
    private Path folder;

    @Test
    void onlyARecordBeginsAtTheMargin() throws IOException {
        for (String end : new String[] {"\n", "\r", "\r\n", "\u2028", "\u0085"}) {
            Path file = folder.resolve("log" + (int) end.charAt(0) + end.length());
            LogFile log = new LogFile(file);
            LogRecord record = new LogRecord(Level.WARNING, "reviews" + end + FORGED + "\u001B[2J\u202E");
            record.setThrown(new IOException("again" + end + FORGED, new IOException("and" + end + FORGED)));
            log.publish(record);
            log.publish(new LogRecord(Level.INFO, "next"));
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.stream().filter(line -> !line.startsWith("    "))).hasSize(2).noneMatch(line -> line.startsWith(FORGED));
            assertThat(lines).anyMatch(line -> line.contains(FORGED)).anyMatch(line -> line.contains("\tat "));
            assertThat(Files.readString(file)).contains("[U+001B]", "[U+202E]")
                    .doesNotContain("\u001B", "\u202E", "\r", "\u2028", "\u0085");
        }
    }
}
