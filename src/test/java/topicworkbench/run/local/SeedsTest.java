package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.math.RandomStream;
import topicworkbench.quality.Stability;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.AlignmentTable;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** A run of several seeds is their consensus and says how well its topics hold still. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class SeedsTest {
    private static final String TRAINED = "is trained";

    @TempDir
    private Path folder;
    private RunSpec spec;

    @BeforeEach
    void open() throws IOException {
        spec = Settings.apply(SmallReviews.run(folder, 300), List.of("algorithm=lda", "iterations=60", "burn_in=20",
                "seeds=3", "seed=5", "map=false"));
    }

    private Workspace workspace(String name) {
        return new Workspace(folder.resolve(name));
    }

    private RunFolder whole(String name, int threads) throws InterruptedException {
        assertThat(new LocalPipelineRunner(workspace(name), threads).start(spec, name, event -> { }).await().state())
                .isEqualTo(RunState.DONE);
        return workspace(name).find(name);
    }

    private static void assertSameBytes(RunFolder run, RunFolder expected) {
        for (String table : List.of("topic_term", "document_topic", "quality", "alignment")) {
            assertThat(run.path().resolve(table + ".parquet")).as(table)
                    .hasSameBinaryContentAs(expected.path().resolve(table + ".parquet"));
        }
        assertThat(run.files().parameters()).hasSameBinaryContentAs(expected.files().parameters());
    }

    @Test
    void oneThreadOrThreeGiveTheSameConsensusWithItsStability() throws InterruptedException {
        RunFolder run = whole("one", 1);
        assertSameBytes(whole("three", 3), run);
        assertSameBytes(whole("two", 2), run);

        Stability stability = AlignmentTable.read(run.files().alignment(), List.of(5L, 6L, 7L));
        assertThat(run.result().quality().stability()).isEqualTo(stability.mean()).isGreaterThan(0.5);
        assertThat(run.result().quality().perplexity()).isGreaterThan(1);
        List<Topic> topics = run.result().topics();
        double[] overlap = stability.overlapOf(stability.medoid());
        int[] found = stability.foundOf(stability.medoid());
        for (Topic topic : topics) {
            assertThat(topic.stability()).isEqualTo(new Topic.Stability(found[topic.id()], 3, overlap[topic.id()]));
        }
        for (List<String> theme : SmallReviews.THEMES) {
            assertThat(topics).as(theme.toString()).anySatisfy(topic -> assertThat(topic.words().stream().limit(8)
                    .map(Topic.Word::term)).containsAll(theme));
        }
    }

    @Test
    void oneSeedHasNoStability() throws InterruptedException {
        spec = Settings.apply(spec, List.of("seeds=1"));
        RunFolder run = whole("one seed", 2);
        assertThat(run.result().quality().stability()).isNaN();
        assertThat(run.result().topics()).allSatisfy(topic -> assertThat(topic.stability()).isNull());
        assertThat(run.files().alignment()).doesNotExist();
    }

    @Test
    void aKilledRunTrainsOnlyTheSeedsThatAreMissing() throws IOException, InterruptedException {
        RunFolder expected = whole("uninterrupted", 2);
        spec = Settings.apply(spec, List.of("iterations=60")); // the process is on one thread: seed after seed
        Workspace workspace = workspace("killed");
        assertThat(DoomedProcess.killAt("Seed 5 " + TRAINED, RandomStream.of(3, "moment"), workspace.root().toString(),
                "killed", RunSpecJson.write(spec))).isTrue();
        RunFolder killed = workspace.find("killed");
        assertThat(killed.files().topicTermOf(5)).exists();
        if (killed.summary().state() == RunState.INTERRUPTED) { // else the last milliseconds were enough for the rest
            assertThat(new LocalPipelineRunner(workspace, 2).resume("killed", event -> { }).await().state())
                    .isEqualTo(RunState.DONE);
        }
        assertSameBytes(killed, expected);
        assertThat(killed.events().stream().filter(event -> event.toString().contains("Seed 5 " + TRAINED))).hasSize(1);
    }

    @Test
    void cancelledWhileSeedsAreTrainedItStopsAllOfThem() throws InterruptedException {
        spec = Settings.apply(spec, List.of("iterations=100000"));
        CompletableFuture<RunHandle> started = new CompletableFuture<>();
        RunHandle run = new LocalPipelineRunner(workspace("cancelled"), 2).start(spec, "cancelled", event -> {
            if (event instanceof RunEvent.EpochFinished) {
                started.join().cancel();
            }
        });
        started.complete(run);
        RunSummary summary = run.await();
        assertThat(summary.state()).isEqualTo(RunState.CANCELLED);
        assertThat(Files.exists(workspace("cancelled").find("cancelled").files().topicTerm())).isFalse();
    }

    @Test
    void whatOneSeedCannotDoIsTold() throws InterruptedException {
        spec = Settings.apply(spec, List.of("num_topics=40"));
        RunSummary summary = new LocalPipelineRunner(workspace("failed"), 2).start(spec, "failed", event -> { }).await();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.failure().whatHappened()).contains("40 topics");
    }
}
