package topicworkbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.run.Counts;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Spent;
import topicworkbench.run.Stage;
import topicworkbench.topic.DocumentMap;
import topicworkbench.topic.Topic;

class WorkspaceTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RunSpec SPEC = RunSpecs.defaults("ntm", 20)
            .withSource(new ReviewSource(List.of("/reviews.csv"), Map.of()));
    private static final Map<String, String> INPUTS = Map.of("/reviews.csv", "12 bytes");
    private static final Counts COUNTS = new Counts(10, 1, 2, 3, 1, 4, 50, 600);
    private static final Quality QUALITY = new Quality(Double.NaN, 0.75, 0.125, 431.25, 0.7, "own reviews", 49);

    @TempDir
    private Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder.resolve("workspace"));
    }

    private Workspace at(Instant time) {
        return new Workspace(folder.resolve("workspace"), Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void anAbsentWorkspaceHasNoRuns() {
        assertThat(workspace.runs()).isEmpty();
        assertThat(folder.resolve("workspace")).doesNotExist();
    }

    @Test
    void runsOfOneSecondAreListedNewestFirst() {
        for (int run = 0; run < 10; run++) {
            at(NOON.plusMillis(run * 99L)).create("run " + run, SPEC, INPUTS).close();
        }
        assertThat(workspace.runs()).extracting(RunSummary::name).startsWith("run 9", "run 8").endsWith("run 1", "run 0");
    }

    @Test
    void runsOfOneMomentAreToldApartAndListedInTheirOrder() {
        for (int run = 0; run < 20; run++) {
            at(NOON).create("run " + run, SPEC, INPUTS).close();
        }
        assertThat(workspace.runs()).extracting(RunSummary::name)
                .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(run -> "run " + (19 - run)).toList());
    }

    @Test
    void aNameThatIsTakenIsNotDrawn() throws IOException {
        Path runs = Files.createDirectories(workspace.root().resolve("runs"));
        for (int name = 0; name < 36 * 36; name++) { // all of the moment but every ninth, as other processes may have drawn
            String digits = Integer.toString(name + 36 * 36, 36).substring(1);
            if (name % 9 != 0) {
                Files.createDirectory(runs.resolve("20261123-120000-00" + digits));
            }
        }
        for (int run = 0; run < 20; run++) {
            at(NOON).create("run " + run, SPEC, INPUTS).close();
        }
        assertThat(workspace.runs()).hasSize(20);
    }

    @Test
    void aRunShowsWhatItsWriterSaid() {
        try (RunWriter run = at(NOON).create("first", SPEC, INPUTS)) {
            assertThat(run.folder().id()).matches("20261123-120000-[0-9a-z]{4}");
            assertThat(workspace.runs()).containsExactly(new RunSummary(run.folder().id(), "first", RunState.QUEUED,
                    SPEC, NOON, null, null, null, RunRemarks.NONE, Spent.NOTHING));
            run.state(RunState.RUNNING, null);
            assertThat(workspace.find("first").summary().state()).isEqualTo(RunState.RUNNING);
            run.stageFinished(new FinishedStage(Stage.VECTORISE, 1.5, Map.of("documents", 4L)), COUNTS, null);
            run.stageFinished(new FinishedStage(Stage.EVALUATE, 2.5, Map.of()), COUNTS, QUALITY);
            run.state(RunState.DONE, null);
        }
        RunFolder found = workspace.find("first");
        assertThat(found.summary().state()).isEqualTo(RunState.DONE);
        assertThat(found.summary().counts()).isEqualTo(COUNTS);
        assertThat(found.summary().quality()).isEqualTo(QUALITY);
        assertThat(found.finishedStages()).containsExactly(
                new FinishedStage(Stage.VECTORISE, 1.5, Map.of("documents", 4L)),
                new FinishedStage(Stage.EVALUATE, 2.5, Map.of()));
        try (RunWriter again = workspace.open(found)) {
            assertThat(again.inputs()).containsExactly(Map.entry("/reviews.csv", "12 bytes"));
            again.redoFrom(Stage.EVALUATE);
            assertThat(again.quality()).isNull();
            assertThat(again.counts()).isEqualTo(COUNTS);
            assertThat(again.finished(Stage.VECTORISE)).isPresent();
            assertThat(again.finished(Stage.EVALUATE)).isEmpty();
        }
    }

    @Test
    void aRunWhoseWriterIsGoneIsInterrupted() {
        try (RunWriter run = workspace.create("gone", SPEC, INPUTS)) {
            run.state(RunState.RUNNING, null);
            assertThatThrownBy(() -> workspace.open(run.folder())).hasMessageContaining("is still running");
        }
        assertThat(workspace.runs().getFirst().state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void aFailureIsKept() {
        RunFailure failure = new RunFailure(Stage.PREPARE, "No review is left.", "Widen the filter.");
        try (RunWriter run = workspace.create("fails", SPEC, INPUTS)) {
            run.state(RunState.FAILED, failure);
        }
        assertThat(workspace.find("fails").summary().failure()).isEqualTo(failure);
    }

    @Test
    void aNameIsOneLineAndNotEndlessWhoeverWroteIt() throws IOException {
        RunFolder run;
        try (RunWriter writer = workspace.create("a\nb\u0085\u2028c", SPEC, INPUTS)) {
            run = writer.folder();
        }
        assertThat(run.summary().name()).isEqualTo("a b c");
        Files.writeString(run.files().name(), " May\r\n\u0085\u2028\u001B2026" + "!".repeat(1000));
        assertThat(run.summary().name()).startsWith("May 2026!").hasSize(RunName.LONGEST);
        Files.writeString(run.files().name(), "\n");
        assertThat(run.summary().name()).isEqualTo(run.id());
    }

    @Test
    void listsTheNewestFirstWhateverElseLiesAround() throws IOException {
        List<String> ids = new java.util.ArrayList<>();
        for (int hour : new int[] {1, 3, 2}) {
            try (RunWriter run = at(NOON.plusSeconds(3600L * hour)).create("run " + hour, SPEC, INPUTS)) {
                ids.add(run.folder().id());
            }
        }
        Path runs = workspace.root().resolve("runs");
        Files.writeString(runs.resolve("notes.txt"), "mine");
        Files.createDirectory(runs.resolve("20261123-120000-aaaa")); // killed while it was created
        Files.createDirectory(runs.resolve("photos"));
        Files.writeString(workspace.find("run 1").files().state(), "{\"schema\":");
        Files.writeString(workspace.find("run 2").files().spec(), "not json");
        Files.delete(workspace.find("run 3").files().name());

        List<RunSummary> listed = workspace.runs();
        assertThat(listed).extracting(RunSummary::id).containsExactly(ids.get(1), ids.get(2), ids.get(0));
        assertThat(listed.get(0).name()).isEqualTo(ids.get(1));
        assertThat(listed.get(1).spec()).isNull();
        assertThat(listed.get(2).state()).isEqualTo(RunState.FAILED);
        assertThat(listed.get(2).created()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(listed.get(2).failure().whatHappened()).contains("state.json", "cannot be read");
        assertThatThrownBy(() -> workspace.find("run 2").spec()).isInstanceOf(ExplainedException.class);
    }

    @Test
    void findsByIdOrNameAndSaysWhatIsNearOrAmbiguous() {
        for (String name : List.of("alpha", "twin", "twin")) {
            workspace.create(name, SPEC, INPUTS).close();
        }
        RunFolder alpha = workspace.find("alpha");
        assertThat(workspace.find(alpha.id()).path()).isEqualTo(alpha.path());
        assertThatThrownBy(() -> workspace.find("alhpa")).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("Did you mean alpha?");
        assertThatThrownBy(() -> workspace.find("../runs")).isInstanceOf(ExplainedException.class);
        List<String> twins = workspace.runs().stream().filter(run -> run.name().equals("twin")).map(RunSummary::id).toList();
        assertThatThrownBy(() -> workspace.find("twin")).isInstanceOf(ExplainedException.class)
                .satisfies(e -> assertThat(((ExplainedException) e).remedy()).contains(twins));
    }

    @Test
    void aRunCanBeRenamed() {
        workspace.create("old", SPEC, INPUTS).close();
        RunFolder run = workspace.find("old");
        run.rename("  new\nname ");
        assertThat(workspace.find("new name").id()).isEqualTo(run.id());
        assertThatThrownBy(() -> run.rename(" ")).isInstanceOf(InvalidOptionException.class);
    }

    @Test
    void eventsSurviveATornTail() throws IOException {
        EpochMetrics metrics = new EpochMetrics(1, 30, 7.5, 7, 0.5, Double.NaN, 1000, 2, false);
        List<RunEvent> told = List.of(new RunEvent.StageStarted(NOON, Stage.TRAIN),
                new RunEvent.EpochFinished(NOON, metrics, 0.25, 0.5, Double.NaN),
                new RunEvent.Note(NOON, Stage.EVALUATE, "3 words have no vector: \"x\"\n"),
                new RunEvent.StageFinished(NOON, Stage.TRAIN, 12.5, Map.of("epochs", 30L)),
                new RunEvent.RunEnded(NOON, RunState.FAILED, new RunFailure(Stage.TRAIN, "It failed.", "Try again.")));
        RunEvent after = new RunEvent.RunEnded(NOON, RunState.DONE, null);
        try (RunWriter run = workspace.create("told", SPEC, INPUTS)) {
            run.event(new RunEvent.StageProgress(NOON, Stage.TRAIN, 0.5));
            run.event(new RunEvent.MapShaped(NOON, 25, 750, 1.5, new DocumentMap(new float[2], new float[2])));
            told.forEach(run::event);
            assertThat(run.folder().events()).isEqualTo(told);
            Files.writeString(run.files().events(), "{\"event\":\"note\",\"ti", StandardOpenOption.APPEND);
            assertThat(run.folder().events()).isEqualTo(told);
            run.event(after);
            assertThat(run.folder().events()).hasSize(told.size() + 1).endsWith(after);
        }
    }

    @Test
    void provenanceComesBack() {
        Provenance provenance = new Provenance("Topic Workbench 1", Map.of("java", "25", "duckdb", "2"), 7, "Linux",
                null, Map.of(Stage.INGEST, 0.1, Stage.TRAIN, 1e-3),
                Map.of(Stage.INGEST, "20260412-101500-a1b2"), Map.of(Stage.INGEST, 123L), 123);
        try (RunWriter run = workspace.create("provenance", SPEC, INPUTS)) {
            assertThat(run.folder().provenance()).isNull();
            run.provenance(provenance);
            assertThat(run.folder().provenance()).isEqualTo(provenance);
        }
    }

    @Test
    void topicsComeBackWithTheirLabels() {
        Topic first = new Topic(0, null, 0.75, Double.NaN, 1, -0.5, List.of(new Topic.Word("o'brien \"x\"", 0.1f)));
        Topic second = new Topic(1, null, 0.25, 0.5, 0.5, 0.25, List.of(new Topic.Word("b", 0.5), new Topic.Word("a", 0.25)));
        try (RunWriter run = workspace.create("topics", SPEC, INPUTS)) {
            assertThatThrownBy(() -> run.folder().result()).isInstanceOf(ExplainedException.class)
                    .hasMessageContaining("has no topics yet");
            TopicTable.write(run.files().quality(), List.of(first, second));
            run.stageFinished(new FinishedStage(Stage.EVALUATE, 1, Map.of()), COUNTS, QUALITY);
        }
        RunFolder run = workspace.find("topics");
        run.label(1, "  late delivery ");
        run.label(0, "x");
        run.label(0, null);
        assertThat(run.result()).isEqualTo(new RunResult(List.of(first, second.withLabel("late delivery")), QUALITY, COUNTS));
    }

    @Test
    void onlyARunThatFinishedItsMapHasOne() {
        int documents = (int) COUNTS.documents();
        DocumentMap map = new DocumentMap(new float[documents], new float[documents]);
        map.x()[1] = 2.5f;
        try (RunWriter run = workspace.create("map", SPEC, INPUTS)) {
            run.stageFinished(new FinishedStage(Stage.EVALUATE, 1, Map.of()), COUNTS, QUALITY);
            assertThat(run.folder().map()).isEmpty(); // as are the folders of runs from before there were maps
            MapTable.write(run.files().map(), new int[documents], map);
            assertThat(run.folder().map()).isEmpty();
            run.stageFinished(new FinishedStage(Stage.MAP, 1, Map.of()), COUNTS, QUALITY);
        }
        assertThat(workspace.find("map").map().orElseThrow().x()).isEqualTo(map.x());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedInWordsAndLeftAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        for (Path root : List.of(file, Path.of("/proc/none"))) {
            assertThatThrownBy(() -> new Workspace(root).create("x", SPEC, INPUTS)).as(root.toString())
                    .isInstanceOf(ExplainedException.class).hasMessageContaining("cannot be written")
                    .satisfies(e -> assertThat(((ExplainedException) e).remedy()).contains("--workspace"));
        }
        assertThat(folder).isDirectoryContaining("glob:**/file");
        assertThat(Files.readString(file)).isEqualTo("x");
    }
}
