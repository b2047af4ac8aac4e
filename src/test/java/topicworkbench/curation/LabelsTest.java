package topicworkbench.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void theLastLabelCountsAndTheJournalKeepsThemAll() throws IOException {
        Path file = folder.resolve("labels.jsonl");
        Labels labels = new Labels(file, NOON);
        assertThat(labels.current()).isEmpty();
        labels.set(3, "batteries");
        labels.set(1, "refunds");
        labels.set(3, " Akku \"leer\" ");
        labels.set(1, " ");
        assertThat(labels.current()).containsOnly(java.util.Map.entry(3, "Akku \"leer\""));
        assertThat(Files.readAllLines(file)).hasSize(4)
                .allMatch(line -> line.contains("\"time\":\"2026-11-23T12:00:00Z\",\"who\":"));
    }

    @Test
    void aTornOrDamagedLineIsPassedOver() throws IOException {
        Path file = folder.resolve("labels.jsonl");
        Labels labels = new Labels(file, NOON);
        labels.set(0, "first");
        Files.writeString(file, "{\"topic\":\"x\",\"label\":\"y\"}\n[]\n", StandardOpenOption.APPEND);
        byte[] torn = "{\"topic\":0,\"label\":\"é".getBytes(StandardCharsets.UTF_8);
        Files.write(file, java.util.Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
        assertThat(labels.current()).containsOnly(java.util.Map.entry(0, "first"));
        labels.set(0, "second");
        assertThat(new Labels(file, NOON).current()).containsOnly(java.util.Map.entry(0, "second"));
    }
}
