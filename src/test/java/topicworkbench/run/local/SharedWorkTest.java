package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** What one run has done on the same files with the same settings no other does again, and nothing else is shared. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class SharedWorkTest {
    @TempDir
    private Path folder;
    private Workspace workspace;
    private LocalPipelineRunner runner;
    private RunSpec spec;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        runner = new LocalPipelineRunner(workspace, 2);
        spec = Settings.apply(SmallReviews.run(folder, 200), List.of("algorithm=lda", "iterations=20", "map=false"));
    }

    private RunFolder run(String name, String... settings) throws InterruptedException {
        assertThat(runner.start(Settings.apply(spec, List.of(settings)), name, event -> { }).await().state())
                .isEqualTo(RunState.DONE);
        return workspace.find(name);
    }

    private static List<Stage> takenOver(RunFolder run) {
        return run.finishedStages().stream().filter(stage -> stage.from() != null)
                .map(stage -> stage.stage()).toList();
    }

    @Test
    void anotherModelOnTheSameReviewsBeginsWithTraining() throws IOException, InterruptedException {
        RunFolder first = run("first");
        RunFolder second = run("second", "num_topics=6");
        assertThat(takenOver(first)).isEmpty();
        assertThat(takenOver(second)).containsExactly(Stage.INGEST, Stage.PREPARE, Stage.VECTORISE);
        assertThat(second.provenance().takenFrom()).containsOnlyKeys(Stage.INGEST, Stage.PREPARE, Stage.VECTORISE)
                .containsValue(first.id());
        assertThat(Files.isSameFile(first.files().corpus(), second.files().corpus())).isTrue();
        assertThat(second.summary().counts()).isEqualTo(first.summary().counts());
        assertThat(second.provenance().corpusHash()).isEqualTo(first.provenance().corpusHash());
        assertThat(second.events()).filteredOn(RunEvent.Note.class::isInstance).extracting(Object::toString)
                .anyMatch(note -> note.contains("Taken over from run " + first.id()));
        // a third names the run that did it, also when it takes from the second
        delete(first);
        assertThat(run("third").provenance().takenFrom()).containsValue(first.id());
    }

    @Test
    void whatDiffersIsDoneAnew() throws InterruptedException {
        run("first");
        assertThat(takenOver(run("fewer stars", "min_stars=2"))).isEmpty(); // what was read is gone once it is prepared
        assertThat(takenOver(run("longer words", "min_word_length=4"))).containsExactly(Stage.INGEST, Stage.PREPARE);
        assertThat(takenOver(run("other seed", "seed=2"))).containsExactly(Stage.INGEST, Stage.PREPARE);
    }

    @Test
    void anotherFileOrAnotherVersionOfTheProgramSharesNothing() throws IOException, InterruptedException {
        RunFolder first = run("first");
        String provenance = Files.readString(first.files().provenance());
        Files.writeString(first.files().provenance(), provenance.replace("Topic Workbench", "Topic Workbench 0.0"));
        assertThat(takenOver(run("after an update"))).isEmpty();
        Files.writeString(first.files().provenance(), provenance);
        Files.writeString(Path.of(spec.source().paths().getFirst()), SmallReviews.csv(201));
        assertThat(takenOver(run("with more reviews"))).isEmpty();
    }

    @Test
    void runsAtTheSameTimeDoTheSameWorkOnce() throws InterruptedException {
        List<RunHandle> runs = Stream.of("num_topics=3", "num_topics=4", "num_topics=5")
                .map(topics -> runner.start(Settings.apply(spec, List.of(topics)), topics, event -> { })).toList();
        for (RunHandle run : runs) {
            assertThat(run.await().state()).isEqualTo(RunState.DONE);
        }
        List<List<Stage>> shared = workspace.folders().stream().map(SharedWorkTest::takenOver).toList();
        for (Stage stage : List.of(Stage.INGEST, Stage.PREPARE, Stage.VECTORISE)) {
            assertThat(shared).as(stage.key()).filteredOn(stages -> !stages.contains(stage)).hasSize(1);
        }
    }

    @Test
    void aDamagedRunGivesNothing() throws IOException, InterruptedException {
        RunFolder first = run("first");
        Files.delete(first.files().reviews());
        assertThat(takenOver(run("second"))).containsExactly(Stage.VECTORISE);
        Files.writeString(first.files().spec(), "{");
        delete(workspace.find("second"));
        assertThat(takenOver(run("third"))).isEmpty();
    }

    private static void delete(RunFolder run) throws IOException {
        try (Stream<Path> inside = Files.walk(run.path())) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
