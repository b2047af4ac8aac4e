package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.math.FloatMatrix;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.topic.DocumentMap;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.MapTable;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The last step of a run. */
class MapStageTest {
    @TempDir
    private Path folder;
    private Workspace workspace;
    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void open() {
        workspace = new Workspace(folder.resolve("workspace"));
    }

    private RunFolder run(int reviews, String... settings) throws IOException, InterruptedException {
        RunSpec spec = Settings.apply(SmallReviews.run(folder, reviews), List.of("algorithm=lda", "num_topics=4",
                "iterations=50", "burn_in=20"));
        RunHandle run = new LocalPipelineRunner(workspace, 2).start(Settings.apply(spec, List.of(settings)), null, event -> {
            if (event instanceof RunEvent.Note note && note.stage() == Stage.MAP) {
                notes.add(note.text());
            }
        });
        assertThat(run.await().state()).isEqualTo(RunState.DONE);
        return workspace.find(run.id());
    }

    private static DocumentMap map(RunFolder run) {
        return MapTable.read(run.files().map(), (int) run.summary().counts().documents());
    }

    @Test
    void documentsOfOneTopicLieTogether() throws IOException, InterruptedException {
        for (String initialization : List.of("pca", "topics")) {
            RunFolder run = run(400, "map_initialization=" + initialization);
            DocumentMap map = map(run);
            FloatMatrix documentTopic = DocumentTables.readDocumentTopic(run.files().documentTopic(), map.documents(), 4);
            int alike = 0;
            for (int document = 0; document < map.documents(); document++) {
                alike += strongest(documentTopic, document) == strongest(documentTopic, nearest(map, document)) ? 1 : 0;
            }
            assertThat(alike).as(initialization).isGreaterThan(map.documents() * 9 / 10);
            assertThat(notes).isEmpty();
        }
    }

    private static int nearest(DocumentMap map, int document) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < map.documents(); other++) {
            double distance = Math.hypot(map.x()[other] - map.x()[document], map.y()[other] - map.y()[document]);
            if (other != document && distance < least) {
                least = distance;
                nearest = other;
            }
        }
        return nearest;
    }

    private static int strongest(FloatMatrix documentTopic, int document) {
        float[] row = documentTopic.row(document);
        int best = 0;
        for (int topic = 1; topic < row.length; topic++) {
            best = row[topic] > row[best] ? topic : best;
        }
        return best;
    }

    @Test
    void fewDocumentsGetALowerPerplexityAndAreToldSo() throws IOException, InterruptedException {
        RunFolder run = run(40);
        assertThat(map(run).documents()).isEqualTo(40);
        assertThat(notes).containsExactly(
                "The map has a perplexity of 13 instead of 30, the greatest that 40 documents allow.");
    }

    @Test
    void aHandfulOfDocumentsHasNoMapAndThatIsNoFailure() throws IOException, InterruptedException {
        RunFolder run = run(9);
        assertThat(run.files().map()).doesNotExist();
        assertThat(run.finishedStages()).extracting(FinishedStage::stage).contains(Stage.MAP);
        assertThat(notes).containsExactly("There is no map: 9 documents are too few to lay out.");
    }

    @Test
    void documentsThatAreAllAlikeStillGetAMap() throws IOException, InterruptedException {
        Path file = folder.resolve("alike.csv");
        Files.writeString(file, "id,stars,title,text\n"
                + "1,1,Refund,never got the refund money\n".repeat(30) + "2,1,Late,late late parcel\n".repeat(30));
        RunSpec spec = Settings.apply(SmallReviews.run(folder, 40), List.of("algorithm=lda", "num_topics=2",
                "iterations=20", "burn_in=10", "exact_duplicates=false"));
        RunHandle run = new LocalPipelineRunner(workspace, 2).start(spec.withSource(
                new ReviewSource(List.of(file.toString()), Map.of())), null, event -> { });
        assertThat(run.await().state()).isEqualTo(RunState.DONE);
        DocumentMap map = map(workspace.find(run.id()));
        assertThat(map.documents()).isEqualTo(60);
        for (float x : map.x()) {
            assertThat(x).isFinite();
        }
    }

    @Test
    void aRunCancelledWhileItsMapFormsGoesOnWithTheMapAlone() throws IOException, InterruptedException {
        CompletableFuture<RunHandle> started = new CompletableFuture<>();
        List<Integer> steps = new ArrayList<>();
        LocalPipelineRunner runner = new LocalPipelineRunner(workspace, 2);
        RunHandle run = runner.start(Settings.apply(SmallReviews.run(folder, 400), List.of("map_steps=1000000")), null,
                event -> {
                    if (event instanceof RunEvent.MapShaped shaped) {
                        steps.add(shaped.step());
                        started.join().cancel();
                    }
                });
        started.complete(run);
        assertThat(run.await().state()).isEqualTo(RunState.CANCELLED);
        assertThat(steps).hasSize(1);
        assertThat(workspace.find(run.id()).result().topics()).hasSize(4);

        List<Stage> again = new ArrayList<>();
        CompletableFuture<RunHandle> resumed = new CompletableFuture<>();
        RunHandle rest = runner.resume(run.id(), event -> {
            if (event instanceof RunEvent.StageStarted begun) {
                again.add(begun.stage());
                resumed.join().cancel();
            }
        });
        resumed.complete(rest);
        rest.await();
        assertThat(again).containsExactly(Stage.MAP);
    }
}
