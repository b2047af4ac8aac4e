package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import topicworkbench.failure.ExplainedException;

/** What every adapter behind {@link PipelineRunner} must do, wherever it runs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
public interface PipelineRunnerContract {

    PipelineRunner runner();

    /** A run on a few hundred reviews of several themes that takes a few seconds. */
    RunSpec smallRun();

    /** Whether a model is kept of a training that is ended early. */
    default boolean keepsWhatWasTrained() {
        return true;
    }

    /** How many runs exist. */
    int runsKept();

    /** Collects events from any thread. */
    final class Heard implements Consumer<RunEvent> {
        public final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch epoch = new CountDownLatch(1);

        public Heard() { }

        @Override
        public void accept(RunEvent event) {
            events.add(event);
            if (event instanceof RunEvent.EpochFinished) {
                epoch.countDown();
            }
        }

        public void awaitEpoch() throws InterruptedException {
            epoch.await();
        }

        public <E extends RunEvent> List<E> of(Class<E> type) {
            synchronized (events) {
                return events.stream().filter(type::isInstance).map(type::cast).toList();
            }
        }
    }

    @Test
    default void goesThroughEveryStageInOrderAndEndsWithTopics() throws InterruptedException {
        Heard heard = new Heard();
        RunHandle run = runner().start(smallRun(), "whole", heard);
        RunSummary summary = run.await();

        assertThat(summary.state()).isEqualTo(RunState.DONE).isEqualTo(run.state());
        assertThat(summary.id()).isEqualTo(run.id());
        assertThat(summary.name()).isEqualTo("whole");
        assertThat(summary.failure()).isNull();
        assertThat(summary.counts().documents()).isPositive();
        assertThat(summary.counts().terms()).isPositive();
        assertThat(summary.quality().tu()).isBetween(0.0, 1.0);
        assertThat(summary.quality().npmi()).isBetween(-1.0, 1.0);
        assertThat(summary.quality().perplexity()).isBetween(1.0, (double) summary.counts().terms());
        assertThat(summary.quality().vectors()).isNotBlank();
        assertThat(heard.of(RunEvent.StageStarted.class)).extracting(RunEvent.StageStarted::stage)
                .containsExactlyElementsOf(run.spec().stages());
        assertThat(heard.of(RunEvent.StageFinished.class)).extracting(RunEvent.StageFinished::stage)
                .containsExactlyElementsOf(run.spec().stages());
        assertThat(heard.of(RunEvent.EpochFinished.class)).isNotEmpty().allSatisfy(epoch ->
                assertThat(Double.isNaN(epoch.tu()) || epoch.tu() >= 0 && epoch.tu() <= 1).isTrue());
        assertThat(heard.of(RunEvent.EpochFinished.class)).extracting(epoch -> epoch.metrics().epoch()).isSorted();
        assertThat(heard.of(RunEvent.StageProgress.class)).isNotEmpty()
                .allSatisfy(event -> assertThat(Double.isNaN(event.fraction()) || event.fraction() >= 0
                        && event.fraction() <= 1).isTrue());
        assertThat(heard.of(RunEvent.MapShaped.class)).isNotEmpty().allSatisfy(shaped -> {
            assertThat(shaped.map().documents()).isEqualTo((int) summary.counts().documents());
            assertThat(shaped.step()).isBetween(1, shaped.steps());
        });
        assertThat(heard.of(RunEvent.MapShaped.class).getLast()).satisfies(last ->
                assertThat(last.step()).isEqualTo(last.steps()));
        assertThat(heard.events.getLast()).isInstanceOf(RunEvent.RunEnded.class);
    }

    @Test
    default void aRunWithoutAMapHasNoSuchStage() throws InterruptedException {
        Heard heard = new Heard();
        RunSpec spec = Settings.apply(smallRun(), List.of("map=false"));
        RunHandle run = runner().start(spec, null, heard);
        assertThat(run.await().state()).isEqualTo(RunState.DONE);
        assertThat(run.spec().stages()).doesNotContain(Stage.MAP).contains(Stage.GATE);
        assertThat(heard.of(RunEvent.StageStarted.class)).extracting(RunEvent.StageStarted::stage)
                .containsExactlyElementsOf(run.spec().stages());
        assertThat(heard.of(RunEvent.MapShaped.class)).isEmpty();
    }

    @Test
    default void belowTheGateEndsAsNotAcceptedWithEverythingKept() throws InterruptedException {
        RunSummary summary = runner().start(Settings.apply(smallRun(), List.of("min_tu=1", "min_wetc=1")), null,
                new Heard()).await();
        assertThat(summary.state()).isEqualTo(RunState.NOT_ACCEPTED);
        assertThat(summary.quality()).isNotNull();
        assertThat(summary.name()).isNotBlank();
    }

    @Test
    default void aMissingFileIsRefusedAtOnceAndLeavesNothing() {
        RunSpec missing = smallRun().withSource(new topicworkbench.corpus.ReviewSource(List.of("no/such.csv"),
                java.util.Map.of()));
        for (RunSpec spec : List.of(missing, smallRun().withEmbeddings("no/such.vec"))) {
            assertThatThrownBy(() -> runner().start(spec, null, new Heard())).isInstanceOf(ExplainedException.class)
                    .hasMessageContaining("no/such");
        }
        assertThat(runsKept()).isZero();
    }

    @Test
    default void whatGoesWrongLaterIsSaidInTwoSentencesAndMayBeResumed() throws InterruptedException {
        Heard heard = new Heard();
        RunHandle run = runner().start(Settings.apply(smallRun(), List.of("num_topics=900")), "too few", heard);
        RunSummary summary = run.await();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.failure().stage()).isEqualTo(Stage.VECTORISE);
        assertThat(summary.failure().whatHappened()).contains("to learn 900 topics from").endsWith(".");
        assertThat(summary.failure().remedy()).contains("fewer topics").endsWith(".");
        assertThat(heard.events.getLast()).isInstanceOf(RunEvent.RunEnded.class);

        Heard again = new Heard();
        assertThat(runner().resume(run.id(), again).await().state()).isEqualTo(RunState.FAILED);
        assertThat(again.of(RunEvent.StageStarted.class)).extracting(RunEvent.StageStarted::stage)
                .containsExactly(Stage.VECTORISE);
    }

    @Test
    default void aCancelledRunEndsSoonAndGoesOnWhereItWas() throws InterruptedException {
        Heard heard = new Heard();
        RunHandle run = runner().start(smallRun(), "cancelled", heard);
        heard.awaitEpoch();
        run.cancel();
        assertThat(run.await().state()).isEqualTo(RunState.CANCELLED);

        Heard rest = new Heard();
        assertThat(runner().resume("cancelled", rest).await().state()).isEqualTo(RunState.DONE);
        assertThat(rest.of(RunEvent.StageStarted.class)).extracting(RunEvent.StageStarted::stage)
                .containsExactlyElementsOf(run.spec().stages().stream().filter(stage -> stage.compareTo(Stage.TRAIN) >= 0).toList());
        assertThatThrownBy(() -> runner().resume(run.id(), rest)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("cannot be resumed");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    default void canBeCancelledInEveryStage(Stage stage) throws InterruptedException {
        assumeThat(smallRun().stages()).contains(stage);
        CompletableFuture<RunHandle> started = new CompletableFuture<>();
        RunHandle run = runner().start(smallRun(), "cancelled", event -> {
            if (event instanceof RunEvent.StageStarted begun && begun.stage() == stage) {
                started.join().cancel();
            }
        });
        started.complete(run);
        assertThat(run.await().state()).isEqualTo(RunState.CANCELLED);
        Heard rest = new Heard();
        assertThat(runner().resume(run.id(), rest).await().state()).isEqualTo(RunState.DONE);
        assertThat(rest.of(RunEvent.StageStarted.class).getFirst().stage()).isEqualTo(stage);
    }

    @Test
    default void trainingCanBeStoppedEarly() throws InterruptedException {
        Heard heard = new Heard();
        RunHandle run = runner().start(smallRun(), null, heard);
        heard.awaitEpoch();
        run.stopTraining();
        assertThat(run.await().state()).isEqualTo(RunState.DONE);
        if (!keepsWhatWasTrained()) {
            assertThat(heard.of(RunEvent.Note.class)).anySatisfy(note -> assertThat(note.text()).contains("cannot be ended early"));
            return;
        }
        List<RunEvent.EpochFinished> epochs = heard.of(RunEvent.EpochFinished.class);
        assertThat(epochs).hasSizeLessThan(epochs.getFirst().metrics().epochs());
    }

    @Test
    default void aRunThatWaitsForItsTurnCanBeCancelled() throws InterruptedException {
        List<RunHandle> runs = IntStream.range(0, 3)
                .mapToObj(i -> runner().start(smallRun(), "run " + i, new Heard())).toList();
        runs.get(2).cancel();
        assertThat(runs.get(2).await().state()).isEqualTo(RunState.CANCELLED);
        assertThat(runs.get(0).await().state()).isEqualTo(RunState.DONE);
        assertThat(runs.get(1).await().state()).isEqualTo(RunState.DONE);
        assertThat(runsKept()).isEqualTo(3);
    }

    @Test
    default void aListenerThatFailsDoesNotEndTheRun() throws InterruptedException {
        assertThat(runner().start(smallRun(), null, event -> {
            throw new IllegalStateException("deaf");
        }).await().state()).isEqualTo(RunState.DONE);
    }
}
