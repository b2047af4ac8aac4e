package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;

class ClosingTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final LiveRuns runs = new LiveRuns(runner, new SameThreadTasks());
    private final FakeDialogs dialogs = new FakeDialogs();
    private int ends;
    private final Closing closing = new Closing(runs, dialogs, () -> ends++);

    private void startTraining() {
        runs.start(RunSpecs.defaults("ntm", 20), "mine", run -> { }, why -> {
            throw new AssertionError(why);
        });
        runner.tell(new RunEvent.StageStarted(Instant.EPOCH, Stage.TRAIN));
    }

    @Test
    void withoutRunsNothingIsAsked() {
        assertThat(closing.mayClose()).isTrue();
        closing.windowClosed();
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void goingBackKeepsTheWindow() {
        startTraining();
        dialogs.choice = -1;
        assertThat(closing.mayClose()).isFalse();
        runner.end(RunState.DONE, null);
        assertThat(ends).isZero();
    }

    @Test
    void inTheBackgroundTheProgramEndsWithItsLastRun() {
        startTraining();
        dialogs.choice = 0;
        assertThat(closing.mayClose()).isTrue();
        closing.windowClosed();
        assertThat(ends).isZero();
        runner.end(RunState.DONE, null);
        assertThat(ends).isEqualTo(1);
        assertThat(runner.cancelled).isZero();
        assertThat(runner.stopped).isZero();
    }

    @Test
    void trainingStopsAfterTheEpochOrTheRunIsCancelled() {
        startTraining();
        dialogs.choice = 1;
        closing.mayClose();
        assertThat(runner.stopped).isEqualTo(1);
        dialogs.choice = 2;
        closing.mayClose();
        assertThat(runner.cancelled).isEqualTo(1);
    }

    private void followInTheCloud() {
        runs.follow("20260101-120000-abcd", "mine", run -> { }, why -> {
            throw new AssertionError(why);
        });
        runner.tell(new RunEvent.StageStarted(Instant.EPOCH, Stage.TRAIN));
    }

    @Test
    void whatRunsInTheCloudGoesOnThereWithoutTheProgram() {
        followInTheCloud();
        dialogs.choice = 0;
        assertThat(closing.mayClose()).isTrue();
        assertThat(dialogs.asked).contains("goes on there, and costs");
        closing.windowClosed();
        assertThat(ends).isEqualTo(1);
        assertThat(runner.cancelled).isZero();
    }

    @Test
    void whatIsStoppedInTheCloudIsSeenToItsEnd() {
        followInTheCloud();
        dialogs.choice = 1;
        assertThat(closing.mayClose()).isTrue();
        closing.windowClosed();
        assertThat(runner.cancelled).isEqualTo(1);
        assertThat(ends).isZero();
        runner.end(RunState.CANCELLED, null);
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void filesOnTheirWayNeedTheProgram() {
        followInTheCloud();
        runner.tell(new RunEvent.StageStarted(Instant.EPOCH, Stage.FETCH));
        dialogs.choice = 0;
        assertThat(closing.mayClose()).isTrue();
        closing.windowClosed();
        assertThat(ends).isZero();
        runner.end(RunState.DONE, null);
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void aRunThatWaitsHasNoEpochToWaitFor() {
        runs.start(RunSpecs.defaults("ntm", 20), "mine", run -> { }, why -> {
            throw new AssertionError(why);
        });
        dialogs.choice = 1;
        closing.mayClose();
        assertThat(runner.cancelled).isEqualTo(1);
        assertThat(runner.stopped).isZero();
    }
}
