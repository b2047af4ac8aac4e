package topicworkbench.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.run.LogLine;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSample;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.TimeLeft;
import topicworkbench.ui.monitor.StageStanding.Kind;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** A run that another process works on, as this window sees it; the test is the other process. */
class RunWatchViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RunSpec SPEC = Settings.apply(RunSpecs.defaults("ntm", 3), List.of("map=false"));

    @TempDir
    private Path folder;
    private final Messages messages = new Messages();
    private RunWriter run;
    private RunWatchViewModel model;

    @BeforeEach
    void begin() {
        Workspace workspace = new Workspace(folder);
        SameThreadTasks tasks = new SameThreadTasks();
        run = workspace.create("mine", SPEC, Map.of());
        model = new RunWatchViewModel(workspace, new LiveRuns(new ScriptedRunner(), tasks), tasks, messages,
                () -> NOON.plusSeconds(30));
    }

    @AfterEach
    void end() {
        run.close();
    }

    private void trainTo(double fraction) {
        run.state(RunState.RUNNING, null);
        run.stageFinished(new FinishedStage(Stage.INGEST, 1.25, Map.of("read", 100L)), null, null);
        run.event(new RunEvent.StageStarted(NOON, Stage.TRAIN));
        run.sample(new RunSample(NOON.plusSeconds(30), Stage.TRAIN, fraction, 0.5, 0.25, 4096, 1024, Double.NaN,
                Double.NaN));
    }

    private void epoch(int epoch, double loss) {
        run.event(new RunEvent.EpochFinished(NOON, new EpochMetrics(epoch, 10, loss, loss - 1, 1, Double.NaN, 500, 1, false),
                0.25, 0.5, 0.125));
        run.event(new RunEvent.TopicsFormed(NOON, epoch, List.of(List.of("late", "slow"))));
    }

    private Kind kind(Stage stage) {
        return model.stagesProperty().get().stream().filter(standing -> standing.stage() == stage).findFirst()
                .orElseThrow().kind();
    }

    @Test
    void aRunThatWaitsShowsItsStages() {
        model.open(run.folder().id());
        assertThat(model.summaryProperty().get().name()).isEqualTo("mine");
        assertThat(model.stagesProperty().get()).extracting(StageStanding::stage).isEqualTo(SPEC.stages());
        assertThat(model.stagesProperty().get()).extracting(StageStanding::kind).containsOnly(Kind.WAITING);
        assertThat(model.isElsewhere()).isTrue();
    }

    @Test
    void progressCurvesAndTopicsComeWithEachLook() {
        model.open(run.folder().id());
        trainTo(0.25);
        epoch(1, 8);
        model.look();
        assertThat(kind(Stage.INGEST)).isEqualTo(Kind.DONE);
        assertThat(kind(Stage.TRAIN)).isEqualTo(Kind.RUNNING);
        assertThat(kind(Stage.EVALUATE)).isEqualTo(Kind.WAITING);
        assertThat(model.stagesProperty().get()).extracting(StageStanding::words).contains("1.3 s", "25%");
        epoch(2, 7);
        model.look();
        assertThat(model.curves().losses().getFirst().points().size()).isEqualTo(2);
        assertThat(model.curves().losses().getLast().points().isEmpty()).as("no validation").isTrue();
        assertThat(model.curves().quality()).allSatisfy(line -> assertThat(line.points().size()).isEqualTo(2));
        assertThat(model.curves().formed()).extracting(RunEvent.TopicsFormed::epoch).containsExactly(1, 2);
        assertThat(model.curves().hasGraphics()).isFalse();
        assertThat(model.curves().memory().getFirst().points().y(0)).isEqualTo(1);
    }

    @Test
    void timeLeftIsARangeFromTheStagesOwnProgress() {
        model.open(run.folder().id());
        trainTo(0.25); // after 30 s: 90 s more, give or take a fifth
        model.look();
        TimeLeft left = model.timeLeftProperty().get().orElseThrow();
        assertThat(left.least()).isEqualTo(72);
        assertThat(left.most()).isEqualTo(108);
        assertThat(left.inWords()).isEqualTo("1–2 min left in this stage");
    }

    @Test
    void aTrainingThatBeginsAgainBeginsItsCurvesAgain() {
        model.open(run.folder().id());
        trainTo(0.5);
        epoch(1, 8);
        epoch(2, 7);
        model.look();
        run.event(new RunEvent.StageStarted(NOON, Stage.TRAIN));
        epoch(1, 8);
        model.look();
        assertThat(model.curves().losses().getFirst().points().size()).isEqualTo(1);
    }

    @Test
    void aFailureIsShownWhereItHappened() {
        model.open(run.folder().id());
        trainTo(0.5);
        run.state(RunState.FAILED, new RunFailure(Stage.TRAIN, "The loss is not a number.", "Lower learning_rate."));
        run.close();
        model.look();
        assertThat(kind(Stage.TRAIN)).isEqualTo(Kind.FAILED);
        assertThat(model.stagesProperty().get()).extracting(StageStanding::story)
                .contains("The loss is not a number. Lower learning_rate.");
        assertThat(model.timeLeftProperty().get()).isEmpty();
    }

    @Test
    void aRunWhoseProcessIsGoneIsInterrupted() {
        model.open(run.folder().id());
        trainTo(0.5);
        run.close();
        model.look();
        assertThat(kind(Stage.TRAIN)).isEqualTo(Kind.INTERRUPTED);
    }

    @Test
    void theOtherProcessIsAskedToStop() {
        run.state(RunState.RUNNING, null);
        model.open(run.folder().id());
        model.stopTraining();
        assertThat(run.take(RunRequest.STOP_TRAINING)).isTrue();
        SameThreadTasks tasks = new SameThreadTasks();
        new RunChanges(new Workspace(folder), new LiveRuns(new ScriptedRunner(), tasks), tasks, messages, () -> { })
                .cancel(new RunRow(model.summaryProperty().get(), null, ""));
        assertThat(run.take(RunRequest.CANCEL)).isTrue();
        assertThat(messages.lastProperty().get().text()).contains("cancel mine");
    }

    @Test
    void theLogIsSearchedAndFiltered() {
        LogViewModel log = new LogViewModel();
        log.add(List.of(new LogLine(NOON, LogLine.Level.INFO, Stage.INGEST, "started").format(),
                new LogLine(NOON, LogLine.Level.INFO, Stage.TRAIN, "epoch 1 of 3, Loss 7.5").format(),
                new LogLine(NOON, LogLine.Level.ERROR, Stage.TRAIN, "The stage train failed.").format(),
                "java.lang.IllegalStateException: no"));
        log.add(List.of("\tat topicworkbench.Somewhere"));
        assertThat(log.shown()).hasSize(3);
        assertThat(log.shown().getLast().text()).contains("failed.\njava.lang", "\n\tat topicworkbench.Somewhere");
        log.searchProperty().set("loss");
        assertThat(log.shown()).hasSize(1);
        log.searchProperty().set("read  started");
        assertThat(log.shown()).as("as the entry is read").hasSize(1);
        log.searchProperty().set("error");
        assertThat(log.shown()).hasSize(1);
        log.searchProperty().set("");
        log.stageProperty().set(Stage.TRAIN);
        assertThat(log.shown()).hasSize(2);
        log.leastProperty().set(LogLine.Level.WARNING);
        assertThat(log.shown()).extracting(LogLine::level).containsExactly(LogLine.Level.ERROR);
    }

    @Test
    void aRunThatIsNotThereIsSaid() {
        model.open("20260101-000000-none");
        assertThat(model.failureProperty().get().text()).contains("There is no run");
    }

    /** A run just started is opened by the window and by who started it; both answers come after both questions. */
    @Test
    void aRunThatIsOpenedTwiceIsLookedAtOnceAndNoMoreAfterClosing() {
        List<Runnable> waiting = new ArrayList<>();
        AtomicInteger clocks = new AtomicInteger();
        BackgroundTasks slow = new BackgroundTasks() {
            @Override
            public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
                waiting.add(() -> new SameThreadTasks().run(work, onSuccess, onFailure));
            }

            @Override
            public Subscription repeat(Duration pause, Runnable action) {
                clocks.incrementAndGet();
                return clocks::decrementAndGet;
            }

            @Override
            public void show(Runnable change) {
                change.run();
            }

            @Override
            public void onWindowThread(Runnable action) {
                action.run();
            }
        };
        RunWatchViewModel impatient = new RunWatchViewModel(new Workspace(folder),
                new LiveRuns(new ScriptedRunner(), slow), slow, messages, () -> NOON);
        impatient.open(run.folder().id());
        impatient.open(run.folder().id());
        List.copyOf(waiting).forEach(Runnable::run);
        assertThat(clocks).hasValue(1);
        impatient.close();
        assertThat(clocks).hasValue(0);
    }
}
