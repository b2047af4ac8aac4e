package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.RandomStream;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Whatever is killed goes on to the same result; same specification and seed give the same bytes. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class InterruptedRunTest {
    @TempDir
    private Path folder;
    private Workspace workspace;
    private RunSpec spec;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        spec = SmallReviews.run(folder, 400);
    }

    /** In a workspace of its own, where nothing can be taken over. */
    private RunFolder whole(String name, int threads) throws InterruptedException {
        Workspace own = new Workspace(folder.resolve(name));
        assertThat(new LocalPipelineRunner(own, threads).start(spec, name, event -> { }).await().state())
                .isEqualTo(RunState.DONE);
        return own.find(name);
    }

    private static void assertSameBytes(RunFolder run, RunFolder expected) {
        for (String table : List.of("topic_term", "document_topic", "quality", "reviews", "too_short", "rejected",
                "map")) {
            assertThat(run.path().resolve(table + ".parquet")).as(table)
                    .hasSameBinaryContentAs(expected.path().resolve(table + ".parquet"));
        }
        assertThat(run.files().parameters()).hasSameBinaryContentAs(expected.files().parameters());
        assertThat(run.files().vocabulary()).hasSameBinaryContentAs(expected.files().vocabulary());
    }

    @Test
    void oneThreadOrTwoAndTheSpecificationItWroteGiveTheSameBytes() throws IOException, InterruptedException {
        RunFolder two = whole("two threads", 2);
        DoomedProcess.killAt("RunEnded[", RandomStream.of(1, "moment"), workspace.root().toString(), "one thread",
                RunSpecJson.write(spec)); // a process of its own, so that nothing in it has a second thread
        assertSameBytes(workspace.find("one thread"), two);
        spec = RunSpecJson.read(Files.readString(two.files().spec()), "spec.json");
        assertSameBytes(whole("from its own spec.json", 2), two);
    }

    @Test
    void latentDirichletAllocationGivesTheSameBytesToo() throws InterruptedException {
        spec = Settings.apply(spec, List.of("algorithm=lda", "iterations=60", "burn_in=20"));
        RunFolder one = whole("one thread", 1);
        assertSameBytes(whole("two threads", 2), one);
        assertThat(one.result().topics()).hasSize(4);
    }

    @Test
    void aKilledRunGoesOnToTheSameBytes() throws IOException, InterruptedException {
        RunFolder uninterrupted = whole("uninterrupted", 2);
        RandomStream random = RandomStream.of(11, "moments");
        List<String> moments = List.of("StageStarted[", "stage=PREPARE", "stage=VECTORISE", "EpochFinished[",
                "stage=EVALUATE", "MapShaped[");
        String root = workspace.root().toString();
        for (String moment : moments) {
            boolean first = moment.equals(moments.getFirst());
            boolean came = first
                    ? DoomedProcess.killAt(moment, random, root, "killed", RunSpecJson.write(spec))
                    : DoomedProcess.killAt(moment, random, root, "resume", "killed");
            assertThat(came).as(moment).isTrue();
            assertThat(workspace.runs()).as(moment).hasSize(1);
            if (workspace.find("killed").summary().state() == RunState.DONE) {
                break; // the last milliseconds were enough for the rest
            }
            assertThat(workspace.find("killed").summary().state()).as(moment).isEqualTo(RunState.INTERRUPTED);
        }
        if (workspace.find("killed").summary().state() == RunState.INTERRUPTED) {
            new LocalPipelineRunner(workspace, 1).resume("killed", event -> { }).await();
        }
        RunFolder killed = workspace.find("killed");
        assertThat(killed.summary().state()).isEqualTo(RunState.DONE);
        assertSameBytes(killed, uninterrupted);
        assertThat(killed.result()).isEqualTo(uninterrupted.result());
        assertThat(killed.files().ingested()).doesNotExist();
        try (var files = Files.walk(killed.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".partial") || name.endsWith(".tmp") || name.contains("unfinished"));
        }
    }

    @Test
    void anotherProcessCanTellARunningRunFromAnInterruptedOne() throws IOException, InterruptedException {
        DoomedProcess.killAt("StageStarted[", RandomStream.of(1, "moment"),
                () -> {
                    assertThat(workspace.find("other").summary().state()).isEqualTo(RunState.RUNNING);
                    assertThatThrownBy(() -> new LocalPipelineRunner(workspace, 1).resume("other", event -> { }))
                            .isInstanceOf(ExplainedException.class).hasMessageContaining("is running");
                },
                workspace.root().toString(), "other", RunSpecJson.write(spec));
        assertThat(workspace.find("other").summary().state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void aChangedInputIsNotMixedIn() throws IOException, InterruptedException {
        DoomedProcess.killAt("StageStarted[", RandomStream.of(3, "moment"), workspace.root().toString(), "old",
                RunSpecJson.write(spec));
        RunFolder old = workspace.find("old");
        if (!old.finishedStages().isEmpty()) {
            Files.delete(old.files().ingested()); // ingest was quicker than the kill: take its output away
        }
        Files.writeString(Path.of(spec.source().paths().getFirst()), SmallReviews.csv(401));
        assertThatThrownBy(() -> new LocalPipelineRunner(workspace, 1).resume("old", event -> { }))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("was changed since the run began");
        Files.delete(Path.of(spec.source().paths().getFirst()));
        assertThatThrownBy(() -> new LocalPipelineRunner(workspace, 1).resume("old", event -> { }))
                .isInstanceOf(ExplainedException.class);
        assertThat(workspace.find("old").summary().state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void aMissingOutputIsMadeAgain() throws IOException, InterruptedException {
        RunFolder run = whole("whole", 2);
        DoomedProcess.killAt("stage=TRAIN", RandomStream.of(5, "moment"), workspace.root().toString(), "other",
                RunSpecJson.write(spec));
        RunFolder other = workspace.find("other");
        Files.delete(other.files().reviews());
        assertThat(new LocalPipelineRunner(workspace, 1).resume("other", event -> { }).await().state())
                .isEqualTo(RunState.DONE);
        assertSameBytes(other, run);
    }
}
