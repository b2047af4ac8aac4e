package topicworkbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSample;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;

class RunTailTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RunSample SAMPLE = new RunSample(NOON, Stage.TRAIN, 0.25, 0.9375, 0.5, 8000, 512, Double.NaN,
            Double.NaN);

    @TempDir
    private Path folder;

    @Test
    void everyLookBringsWhatIsNew() throws IOException {
        try (RunWriter run = new Workspace(folder).create("mine", RunSpecs.defaults("lda", 3), Map.of())) {
            RunTail tail = run.folder().tail();
            assertThat(tail.news().summary().state()).isEqualTo(RunState.QUEUED);
            RunEvent begun = new RunEvent.StageStarted(NOON, Stage.TRAIN);
            RunEvent formed = new RunEvent.TopicsFormed(NOON, 1, List.of(List.of("größe", "\"fit\""), List.of("late")));
            run.event(begun);
            run.sample(SAMPLE);
            RunTail.News news = tail.news();
            assertThat(news.events()).containsExactly(begun);
            assertThat(news.samples()).containsExactly(SAMPLE);

            run.event(formed);
            run.stageFinished(new FinishedStage(Stage.TRAIN, 3.5, Map.of("epochs", 4L)), null, null);
            run.state(RunState.DONE, null);
            news = tail.news();
            assertThat(news.summary().state()).isEqualTo(RunState.DONE);
            assertThat(news.events()).containsExactly(formed);
            assertThat(news.samples()).isEmpty();
            assertThat(news.finished()).extracting(FinishedStage::stage).containsExactly(Stage.TRAIN);
            assertThat(run.folder().tail().news().events()).as("a later start sees all").containsExactly(begun, formed);
        }
    }

    @Test
    void aLineThatIsStillBeingWrittenIsLeftForTheNextLook() throws IOException {
        Path file = folder.resolve("growing.txt");
        GrowingFile growing = new GrowingFile(file);
        assertThat(growing.newLines()).isEmpty();
        byte[] umlaut = "größe\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, "one\ntw".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(growing.newLines()).containsExactly("one");
        Files.writeString(file, "o\n", StandardOpenOption.APPEND);
        Files.write(file, java.util.Arrays.copyOf(umlaut, 3), StandardOpenOption.APPEND); // within a character
        assertThat(growing.newLines()).containsExactly("two");
        Files.write(file, java.util.Arrays.copyOfRange(umlaut, 3, umlaut.length), StandardOpenOption.APPEND);
        assertThat(growing.newLines()).containsExactly("größe");
    }

    @Test
    void aTornSampleIsPassedOver() {
        assertThat(SampleTable.parse(SampleTable.format(SAMPLE))).contains(SAMPLE);
        assertThat(SampleTable.parse(SampleTable.HEADER)).isEmpty();
        assertThat(SampleTable.parse("2026-11-23T12:00:00Z,train,0.25,0.9")).isEmpty();
        assertThat(SampleTable.parse("2026-11-23T12:00:00Z,lunch,,,,,,,")).isEmpty();
    }
}
