package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.curation.CurationEntry;
import topicworkbench.export.Findings;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.RunOrigin;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.SelectedReviews;
import topicworkbench.workspace.Workspace;

class SubcategoryTest {
    @TempDir
    private Path folder;

    @Test
    void aTopicsReviewsAreModelledAgainAndHangUnderIt() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        RunFolder parent = workspace.find(SmallRun.in(workspace, "small").id());
        ExploredRun run = ExploredRun.open(parent, ProgressListener.NONE);
        int[] chosen = IntStream.range(0, run.documents()).filter(document -> document % 3 != 0).toArray();
        Subcategory wanted = Subcategory.of(run, Selection.of(run.documents(), chosen), 1, "late, package",
                ProgressListener.NONE);
        assertThat(wanted.spec().text()).isEqualTo(parent.spec().text());
        assertThat(wanted.spec().model().topics()).isEqualTo(Subcategory.suggestedTopics(chosen.length));
        RunSummary made = new LocalPipelineRunner(workspace, 1).start(wanted.spec(), wanted.name(), event -> { }).await();
        assertThat(made.state()).isEqualTo(RunState.DONE);
        assertThat(made.name()).isEqualTo("small › late, package");
        RunFolder child = workspace.find(made.id());
        wanted.hang(parent, child);
        assertThat(parent.journal().curation().topic(1).orElseThrow().subRuns()).containsExactly(made.id());
        assertThat(child.origin()).contains(new RunOrigin(parent.id(), "small", 1, "late, package", chosen.length));

        Path selection = Path.of(child.spec().source().paths().getFirst());
        int[] origins = SelectedReviews.origins(selection, child.files().reviews());
        ExploredRun sub = ExploredRun.open(child, ProgressListener.NONE);
        assertThat(sub.documents()).isEqualTo(chosen.length);
        for (int document = 0; document < chosen.length; document++) {
            assertThat(origins[sub.reviews()[document]]).isEqualTo(run.reviews()[chosen[document]]);
            assertThat(sub.texts().read(document).getFirst().text())
                    .isEqualTo(run.texts().read(chosen[document]).getFirst().text());
        }
        deleteTree(parent.path());
        assertThat(ExploredRun.open(workspace.find(made.id()), ProgressListener.NONE).columns().stars()).hasSize(chosen.length);
    }

    @Test
    void itsTopicsTakeTheTopicsPlaceAndUndoGivesItBack() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        RunFolder parent = workspace.find(SmallRun.in(workspace, "small").id());
        ExploredRun run = ExploredRun.open(parent, ProgressListener.NONE);
        CuratedRun outer = curated(run);
        int topic = IntStream.range(0, 3).boxed().max(Comparator.comparingInt(id -> documents(outer, id).length)).orElseThrow();
        int[] whole = documents(outer, topic);
        int[] chosen = Arrays.copyOf(whole, whole.length - 2); // two that came to the topic later
        Subcategory wanted = Subcategory.of(run, Selection.of(run.documents(), chosen), topic, "one", ProgressListener.NONE);
        RunSummary made = new LocalPipelineRunner(workspace, 1).start(Settings.apply(wanted.spec(), List.of("num_topics=2", "max_df=1.0")),
                wanted.name(), event -> { }).await();
        RunFolder child = workspace.find(made.id());
        wanted.hang(parent, child);
        child.journal().decide(new CurationEntry.Name(0, "Named below"));
        CuratedRun inner = curated(ExploredRun.open(child, ProgressListener.NONE));

        CuratedRun after = outer.with(parent.journal().decide(SubcategoryParts.of(outer, topic, inner)));
        assertThat(after.topics()).extracting(Topic::id).doesNotContain(topic).contains(3, 4, 5);
        for (int document = 0; document < run.documents(); document++) {
            String name = name(after, after.assignment().of(document));
            int place = Arrays.binarySearch(chosen, document);
            if (place >= 0) {
                assertThat(name).isEqualTo(name(inner, inner.assignment().of(place)));
            } else if (outer.assignment().of(document) == topic) {
                assertThat(name).isEqualTo("Others of " + name(outer, topic));
            } else {
                assertThat(after.assignment().of(document)).isEqualTo(outer.assignment().of(document));
            }
        }
        assertThat(after.topics()).extracting(Topic::label).contains("Named below");
        try (Threads threads = new Threads(1)) {
            Findings told = Findings.of(parent, 1, threads, ProgressListener.NONE);
            assertThat(told.topics().stream().filter(each -> each.id() >= 3)).hasSize(3)
                    .allMatch(each -> each.partOf().equals(name(outer, topic)) && each.documents() > 0);
        }
        assertThat(outer.with(parent.journal().decide(new CurationEntry.Undo())).assignment()).isEqualTo(outer.assignment());
        assertThatThrownBy(() -> SubcategoryParts.of(outer, (topic + 1) % 3, inner)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("in one part");
    }

    private static CuratedRun curated(ExploredRun run) {
        try (Threads threads = new Threads(1)) {
            return CuratedRun.of(run, TopicAssignment.strongest(run.shares(), threads), run.folder().journal().curation());
        }
    }

    private static int[] documents(CuratedRun run, int topic) {
        return IntStream.range(0, run.run().documents()).filter(document -> run.assignment().of(document) == topic).toArray();
    }

    private static String name(CuratedRun run, int topic) {
        return run.topics().stream().filter(each -> each.id() == topic).findFirst().orElseThrow().name();
    }

    @Test
    void anySelectionCanBeModelledAgain() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        RunFolder parent = workspace.find(SmallRun.in(workspace, "small").id());
        ExploredRun run = ExploredRun.open(parent, ProgressListener.NONE);
        Subcategory wanted = Subcategory.of(run, Selection.all(run.documents()), null, "One star", ProgressListener.NONE);
        RunSummary made = new LocalPipelineRunner(workspace, 1).start(wanted.spec(), wanted.name(), event -> { }).await();
        wanted.hang(parent, workspace.find(made.id()));
        assertThat(workspace.runsOfSelections(parent.id())).extracting(RunFolder::id).containsExactly(made.id());
        assertThat(parent.journal().curation().topics()).allMatch(topic -> topic.subRuns().isEmpty());
        deleteTree(workspace.find(made.id()).path());
        assertThat(workspace.runsOfSelections(parent.id())).isEmpty();
        assertThat(ExploredRun.open(parent, ProgressListener.NONE).documents()).isEqualTo(run.documents());
    }

    @Test
    void tooFewReviewsAreRefusedAndNothingIsLeftBehind() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        RunFolder parent = workspace.find(SmallRun.in(workspace, "small").id());
        ExploredRun run = ExploredRun.open(parent, ProgressListener.NONE);
        assertThatThrownBy(() -> Subcategory.of(run, Selection.of(run.documents(), new int[] {1, 2}), 0, "few",
                ProgressListener.NONE)).isInstanceOf(ExplainedException.class).hasMessageContaining("only 2 reviews");
        assertThat(parent.files().selections()).doesNotExist();
        Subcategory wanted = Subcategory.of(run, Selection.all(run.documents()), 0, "all", ProgressListener.NONE);
        wanted.discard();
        assertThat(parent.files().selections()).isEmptyDirectory();
    }

    @Test
    void moreReviewsDeserveMoreTopics() {
        assertThat(List.of(20L, 500L, 2000L, 1_000_000L).stream().map(Subcategory::suggestedTopics))
                .containsExactly(3, 4, 7, 20);
    }

    private static void deleteTree(Path path) throws IOException {
        try (var tree = Files.walk(path)) {
            for (Path each : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
