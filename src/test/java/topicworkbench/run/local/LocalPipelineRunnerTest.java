package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.PipelineRunnerContract;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.InputFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunTail;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** The local adapter keeps the contract. */
class LocalPipelineRunnerTest implements PipelineRunnerContract {
    @TempDir
    private Path folder;
    private Workspace workspace;
    private LocalPipelineRunner runner;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder.resolve("workspace"));
        runner = new LocalPipelineRunner(workspace, 2);
    }

    @Override
    public PipelineRunner runner() {
        return runner;
    }

    @Override
    public RunSpec smallRun() {
        try {
            return SmallReviews.run(folder, 400);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int runsKept() {
        return workspace.runs().size();
    }

    @Test
    void keepsWhereTheResultComesFromAndFindsTheThemes() throws InterruptedException {
        RunHandle run = runner.start(Settings.apply(smallRun(), List.of("epochs=30")), "themes", event -> { });
        run.await();
        RunFolder kept = workspace.find("themes");
        Provenance provenance = kept.provenance();
        assertThat(provenance.application()).startsWith("Topic Workbench");
        assertThat(provenance.versions()).containsKeys("java", "duckdb", "lucene", "mallet").doesNotContainValue("unknown");
        assertThat(provenance.machine()).contains("processors");
        assertThat(provenance.corpusHash()).isEqualTo(CorpusFile.hash(CorpusFile.read(kept.files().corpus())));
        assertThat(provenance.stageSeconds()).containsOnlyKeys(smallRun().stages());
        if (Files.exists(Path.of("/proc/self/status"))) {
            assertThat(provenance.peakMemoryMb()).isBetween(50L, 100_000L);
            assertThat(provenance.stagePeakMb()).containsOnlyKeys(smallRun().stages());
            assertThat(provenance.stagePeakMb().values()).allMatch(peak -> peak <= provenance.peakMemoryMb());
        }

        requireThemes(kept.result().topics());
    }

    @Test
    void whoReadsItsFilesSeesHowItWent() throws InterruptedException {
        runner.start(smallRun(), "watched", event -> { }).await();
        RunFolder kept = workspace.find("watched");
        assertThat(kept.files().log()).content().contains("Topic Workbench", "train finished after");

        RunTail.News told = kept.tail().news();
        assertThat(told.samples()).isNotEmpty().allSatisfy(sample -> assertThat(sample.processMemoryMb()).isPositive());
        List<RunEvent.TopicsFormed> formed = told.events().stream().filter(RunEvent.TopicsFormed.class::isInstance)
                .map(RunEvent.TopicsFormed.class::cast).toList();
        assertThat(formed).extracting(RunEvent.TopicsFormed::epoch).startsWith(1, 2).doesNotHaveDuplicates();
        assertThat(formed.getLast().words()).hasSameSizeAs(kept.result().topics())
                .allSatisfy(words -> assertThat(words).hasSizeBetween(1, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lda", "nmf"})
    void theOtherAlgorithmsFindTheThemesToo(String algorithm) throws InterruptedException {
        RunSpec spec = Settings.apply(smallRun(), List.of("algorithm=" + algorithm));
        RunHandle run = runner.start(spec, algorithm, event -> { });
        assertThat(run.await().state()).isEqualTo(RunState.DONE);
        requireThemes(workspace.find(algorithm).result().topics());
    }

    private static void requireThemes(List<Topic> topics) {
        assertThat(topics.stream().mapToDouble(Topic::prevalence).sum()).isCloseTo(1, within(1e-4));
        for (List<String> theme : SmallReviews.THEMES) {
            assertThat(topics).as(theme.toString()).anySatisfy(topic -> assertThat(topic.words().stream().limit(8)
                    .map(Topic.Word::term)).containsAll(theme));
        }
    }

    @Test
    void anotherProcessMayAskForTheEnd() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        RunHandle run = runner().start(smallRun(), "asked", event -> {
            if (event instanceof RunEvent.StageStarted started && started.stage() == Stage.TRAIN) {
                try {
                    asked.await();
                    while (Files.exists(workspace.find("asked").files().request(RunRequest.CANCEL))) {
                        Thread.sleep(20);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        while (run.state() == RunState.QUEUED) {
            Thread.sleep(20);
        }
        workspace.find("asked").ask(RunRequest.CANCEL);
        asked.countDown();
        assertThat(run.await().state()).isEqualTo(RunState.CANCELLED);
    }

    /** Of an earlier try, and not to be taken away: the run must end all the same, and let its folder go. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // a hang, not a slow machine
    void aRunThatCannotBeginIsToldAndGoesOnLater() throws IOException, InterruptedException {
        RunSpec spec = RunSpecs.absolute(smallRun());
        Path stuck;
        try (RunWriter writer = workspace.create("stuck", spec, InputFiles.fingerprints(spec))) {
            stuck = Files.createDirectories(writer.files().request(RunRequest.CANCEL).resolve("in the way"));
        }
        assertThat(runner.resume("stuck", event -> { }).await().state()).isEqualTo(RunState.FAILED);
        Files.delete(stuck);
        assertThat(runner.resume("stuck", event -> { }).await().state()).isEqualTo(RunState.DONE);
    }
}
