package topicworkbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.RandomStream;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.run.local.DoomedProcess;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class StudyRunnerTest {
    private static final StudyListener DEAF = (number, trial, event) -> { };

    @TempDir
    private Path folder;
    private Workspace workspace;
    private LocalPipelineRunner runs;
    private StudyRunner runner;
    private StudySpec spec;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        runs = new LocalPipelineRunner(workspace, 2);
        runner = new StudyRunner(workspace, runs);
        RunSpec base = Settings.apply(SmallRun.spec(SmallReviews.write(folder.resolve("reviews.csv"))),
                List.of("map=false", "seeds=2"));
        spec = new StudySpec(base, List.of(Variation.parse("num_topics=2,3,5,8")), 0);
    }

    @Test
    void eachTrialIsAnOrdinaryRunAndTheTableComparesThem() throws InterruptedException {
        StudyTable table = runner.start(spec, "how many", DEAF).await();
        assertThat(table.rows()).hasSize(4).allSatisfy(row -> {
            assertThat(row.run().state()).isEqualTo(RunState.DONE);
            assertThat(row.quality().stability()).isPositive();
            assertThat(row.quality().perplexity()).isGreaterThan(1);
            assertThat(row.seconds()).isPositive();
            RunFolder run = workspace.find(row.run().id());
            assertThat(run.summary().name()).isEqualTo("how many: " + row.trial().inWords());
            assertThat(run.result().topics()).hasSize(run.spec().model().topics());
        });
        assertThat(table.rows()).extracting(row -> row.run().spec().model().topics()).containsExactly(2, 3, 5, 8);
        assertThat(table.advice().row()).isNotNull();
        assertThat(table.advice().why()).contains("NPMI × TU").endsWith(".");
        assertThat(workspace.runs()).hasSize(4);
    }

    @Test
    void theStudyIsKeptAndReadAgain() throws InterruptedException, IOException {
        StudyTable table = runner.start(spec, "kept", DEAF).await();
        Studies studies = new Studies(workspace);
        Study kept = studies.find("kept").orElseThrow();
        assertThat(kept).isEqualTo(table.study()).isEqualTo(studies.find(kept.id()).orElseThrow());
        assertThat(StudyTable.of(kept, workspace)).isEqualTo(table);
        assertThat(studies.ofRuns()).containsEntry(kept.runs().getFirst(), "kept").hasSize(4);
        assertThat(studies.find("other")).isEmpty();

        Path file = studies.path(kept).resolve("study.json");
        String text = Files.readString(file);
        for (String damaged : List.of("", "{", "[]", text.replace("num_topics=", "num_topic="),
                text.replace("\"schema\": 1", "\"schema\": 2"), text.substring(0, text.length() / 2))) {
            Files.writeString(file, damaged);
            assertThat(studies.all()).as(damaged).isEmpty();
        }
    }

    @Test
    void theSameStudyGivesTheSameTable() throws InterruptedException {
        StudyTable first = runner.start(spec, "first", DEAF).await();
        Workspace other = new Workspace(folder.resolve("other"));
        StudyTable second = new StudyRunner(other, new LocalPipelineRunner(other, 1)).start(spec, "second", DEAF).await();
        assertThat(second.rows()).extracting(StudyRow::quality).isEqualTo(first.rows().stream().map(StudyRow::quality).toList());
        assertThat(second.advice().why()).isEqualTo(first.advice().why());
    }

    @Test
    void aCancelledStudyGoesOn() throws InterruptedException {
        CompletableFuture<StudyHandle> started = new CompletableFuture<>();
        StudyHandle handle = runner.start(spec, "cancelled", (number, trial, event) -> {
            if (event instanceof RunEvent.EpochFinished) {
                started.join().cancel();
            }
        });
        started.complete(handle);
        StudyTable table = handle.await();
        assertThat(table.finished()).isLessThan(4);
        assertThat(table.rows()).anyMatch(row -> row.run() != null && row.run().state() == RunState.CANCELLED);

        StudyTable whole = runner.resume(new Studies(workspace).find("cancelled").orElseThrow(), DEAF).await();
        assertThat(whole.finished()).isEqualTo(4);
        assertThat(workspace.runs()).hasSize(4);
        assertThatThrownBy(() -> runner.resume(whole.study(), DEAF)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("are done");
    }

    /** As another process does it, which knows the workspace only. */
    @Test
    void aStudyIsCancelledThroughItsFolder() throws InterruptedException {
        Studies studies = new Studies(workspace);
        AtomicBoolean asked = new AtomicBoolean();
        StudySpec slow = new StudySpec(Settings.apply(spec.base(), List.of("seeds=20")), spec.variations(), 0);
        StudyTable table = runner.start(slow, "asked", (number, trial, event) -> {
            if (event instanceof RunEvent.EpochFinished && asked.compareAndSet(false, true)) {
                Study study = studies.find("asked").orElseThrow();
                assertThat(studies.isAtWork(study)).isTrue();
                studies.askToCancel(study);
                awaitHearing(studies.path(study));
            }
        }).await();
        assertThat(table.finished()).isLessThan(4);
        assertThat(table.rows()).anyMatch(row -> row.run() != null && row.run().state() == RunState.CANCELLED);
        assertThat(studies.isAtWork(table.study())).isFalse();
        assertThatThrownBy(() -> studies.askToCancel(table.study())).hasMessageContaining("is not running");
    }

    /** Holds the training up until the request was taken, so that it cannot end before. */
    private static void awaitHearing(Path study) {
        while (Files.exists(study.resolve("cancel.request"))) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** As after a kill: a study that knows of one of its two runs, the other begun but not noted, two never begun. */
    @Test
    void aKilledStudyTakesItsRunsBack() throws InterruptedException {
        Study study = new Studies(workspace).create("killed", new StudySpec(
                topicworkbench.run.RunSpecs.absolute(spec.base()), spec.variations(), 0));
        List<Trial> trials = study.trials();
        RunHandle known = runs.start(trials.get(0).spec(), study.runName(trials.get(0)), event -> { });
        known.await();
        new Studies(workspace).save(study.withRun(0, known.id()));
        workspace.create(study.runName(trials.get(1)), trials.get(1).spec(),
                workspace.find(known.id()).inputs()).close();

        Study kept = new Studies(workspace).find("killed").orElseThrow();
        String orphan = workspace.find(study.runName(trials.get(1))).id();
        StudyTable table = runner.resume(kept, DEAF).await();
        assertThat(table.study().runs().subList(0, 2)).containsExactly(known.id(), orphan);
        assertThat(table.finished()).isEqualTo(4);
        assertThat(workspace.runs()).hasSize(4);
    }

    @Test
    void aStudyWhoseProcessWasKilledGoesOnToTheSameTable() throws IOException, InterruptedException {
        Workspace other = new Workspace(folder.resolve("uninterrupted"));
        StudyTable expected = new StudyRunner(other, new LocalPipelineRunner(other, 2)).start(spec, "killed", DEAF).await();
        assertThat(DoomedProcess.killAt(DoomedStudy.class, "2 StageStarted", RandomStream.of(4, "moment"),
                workspace.root().toString(), "killed", RunSpecJson.write(spec.base()), "num_topics=2,3,5,8")).isTrue();

        Study kept = new Studies(workspace).find("killed").orElseThrow();
        StudyTable table = StudyTable.of(kept, workspace);
        if (table.finished() < 4) { // else the last milliseconds were enough for the rest
            assertThat(table.rows()).anyMatch(row -> row.run() != null && row.run().state() == RunState.INTERRUPTED);
            table = runner.resume(kept, DEAF).await();
        }
        assertThat(table.rows()).extracting(StudyRow::quality)
                .isEqualTo(expected.rows().stream().map(StudyRow::quality).toList());
        assertThat(table.advice().why()).isEqualTo(expected.advice().why());
        assertThat(workspace.runs()).hasSize(4);
    }

    @Test
    void runsThatFailAreShownAndTheOthersGoOn() throws InterruptedException {
        StudySpec some = new StudySpec(spec.base(), List.of(Variation.parse("num_topics=3,900")), 0);
        StudyTable table = runner.start(some, "some", DEAF).await();
        assertThat(table.rows()).extracting(row -> row.run().state()).containsExactly(RunState.DONE, RunState.FAILED);
        assertThat(table.advice().row().number()).isEqualTo(1);
    }

    @Test
    void whatCannotStartIsRefusedWithNothingAtWork() {
        RunSpec missing = spec.base().withSource(new topicworkbench.corpus.ReviewSource(List.of("no/such.csv"),
                java.util.Map.of()));
        assertThatThrownBy(() -> runner.start(new StudySpec(missing, spec.variations(), 0), "missing", DEAF))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("such.csv");
        assertThat(new Studies(workspace).all()).isEmpty();
        assertThat(workspace.runs()).isEmpty();
    }

    @Test
    void oneStudyIsNotWorkedOnTwice() throws InterruptedException {
        CompletableFuture<Void> hold = new CompletableFuture<>();
        StudyHandle handle = runner.start(spec, "held", (number, trial, event) -> hold.join());
        assertThatThrownBy(() -> runner.resume(new Studies(workspace).find("held").orElseThrow(), DEAF))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("still at work");
        hold.complete(null);
        handle.cancel();
        handle.await();
    }

    @Test
    void worksWithAnyRunner() {
        PipelineRunner refusing = new PipelineRunner() {
            @Override
            public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
                throw new ExplainedException("The quota is used up.", "Ask for more.");
            }

            @Override
            public RunHandle resume(String runId, Consumer<RunEvent> listener) {
                throw new AssertionError();
            }
        };
        assertThatThrownBy(() -> new StudyRunner(workspace, refusing).start(spec, "refused", DEAF))
                .hasMessageContaining("quota");
    }

    /** A request of an earlier try that cannot be taken away. */
    @Test
    void aStudyThatCannotBeHeardSaysSo() throws InterruptedException, IOException {
        CompletableFuture<StudyHandle> started = new CompletableFuture<>();
        started.complete(runner.start(spec, "stuck", (number, trial, event) -> {
            if (event instanceof RunEvent.EpochFinished) {
                started.join().cancel();
            }
        }));
        started.join().await();
        Studies studies = new Studies(workspace);
        Study study = studies.find("stuck").orElseThrow();
        Path stuck = Files.createDirectories(studies.path(study).resolve("cancel.request/in the way"));
        assertThatThrownBy(() -> runner.resume(study, DEAF)).isInstanceOf(UncheckedIOException.class);
        assertThat(studies.isAtWork(study)).isFalse();
        Files.delete(stuck);
        assertThat(runner.resume(studies.find("stuck").orElseThrow(), DEAF).await().finished()).isEqualTo(4);
    }
}
