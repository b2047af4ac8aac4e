package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.testdata.SharedData;
import topicworkbench.workspace.Workspace;

/** Every bad input is answered by what happened and what to do, and leaves nothing half written. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class BadInputTest {
    @TempDir
    private Path folder;
    private Workspace workspace;
    private RunSpec small;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        small = SmallReviews.run(folder, 100);
    }

    /** The two sentences of a refusal at once or of a failure later. */
    private record Answer(String whatHappened, String remedy, boolean atOnce) { }

    private Answer answer(RunSpec spec) throws InterruptedException {
        try {
            RunSummary summary = new LocalPipelineRunner(workspace, 1).start(spec, "bad", event -> { }).await();
            assertThat(summary.state()).isEqualTo(RunState.FAILED);
            return new Answer(summary.failure().whatHappened(), summary.failure().remedy(), false);
        } catch (ExplainedException e) {
            return new Answer(e.getMessage(), e.remedy(), true);
        }
    }

    private void assertAnswered(RunSpec spec, boolean atOnce, String whatHappened) throws IOException, InterruptedException {
        Answer answer = answer(spec);
        assertThat(answer.whatHappened()).containsIgnoringCase(whatHappened).endsWith(".")
                .doesNotContain("Exception", "unexpectedly");
        assertThat(answer.remedy()).endsWith(".").doesNotContain("Exception");
        assertThat(answer.atOnce()).isEqualTo(atOnce);
        if (atOnce) {
            assertThat(workspace.root()).doesNotExist();
        } else {
            assertThat(workspace.find("bad").files().log()).content().contains("at topicworkbench.");
            try (Stream<Path> left = Files.walk(workspace.root())) {
                assertThat(left.map(Path::toString)).noneMatch(name -> name.matches(".*(partial|tmp|unfinished|parts|spill)"));
            }
        }
    }

    private RunSpec on(Path path) {
        return small.withSource(new ReviewSource(List.of(path.toString()), Map.of()));
    }

    @Test
    void aMissingFile() throws IOException, InterruptedException {
        assertAnswered(on(folder.resolve("none.csv")), true, "none.csv");
    }

    @Test
    void noFileAtAll() throws IOException, InterruptedException {
        assertAnswered(small.withSource(new ReviewSource(List.of(), Map.of())), true, "no review");
    }

    @Test
    void anEmptyFile() throws IOException, InterruptedException {
        assertAnswered(on(Files.createFile(folder.resolve("empty.csv"))), false, "empty");
    }

    @Test
    void aFolderOfPictures() throws IOException, InterruptedException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("cat.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8});
        assertAnswered(on(pictures), true, "no review files");
    }

    @Test
    void aParquetFileWithoutAText() throws Exception {
        Path file = folder.resolve("numbers.parquet");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.writeParquet("SELECT range AS a, range * 2 AS b FROM range(10)", file, ProgressListener.NONE);
        }
        assertAnswered(on(file), false, "text");
    }

    @Test
    void noReviewLeftAfterTheFilter() throws IOException, InterruptedException {
        assertAnswered(Settings.apply(small, List.of("products=No such thing")), false, "no review");
    }

    @Test
    void threeDocumentsForTwentyTopics() throws IOException, InterruptedException {
        RunSpec three = SmallReviews.run(folder, 3);
        assertAnswered(Settings.apply(three, List.of("num_topics=20")), false, "only 3 documents to learn 20 topics");
    }

    @Test
    void embeddingsThatAreNone() throws IOException, InterruptedException {
        assertAnswered(small.withEmbeddings(folder.resolve("none.vec").toString()), true, "none.vec");
        Path picture = Files.write(folder.resolve("picture.vec"), new byte[] {1, 2, 3, 10});
        assertAnswered(small.withEmbeddings(picture.toString()), false, "does not hold word vectors");
    }

    @Test
    void aFileMostlyBrokenEndsInAReportOfWhatWasSkipped() throws IOException, InterruptedException {
        Path file = SharedData.require("reviews/other/polarity-malformed.csv");
        Answer answer = answer(on(file));
        assertThat(answer.whatHappened()).endsWith(".");
        assertThat(answer.remedy()).endsWith(".");
        assertThat(workspace.find("bad").files().rejected()).isNotEmptyFile();
    }

    @Test
    void damagedBytesAreToldAndDoNotEndTheRun() throws IOException, InterruptedException {
        Path file = SharedData.require("reviews/other/gillette-damaged-encoding.csv");
        RunSummary summary = new LocalPipelineRunner(workspace, 2).start(on(file), "damaged", event -> { }).await();
        assertThat(summary.state()).isEqualTo(RunState.DONE);
        assertThat(workspace.find("damaged").events().toString()).contains("damaged characters");
    }
}
