package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.topic.DocumentMap;

class LiveRunsTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final LiveRuns runs = new LiveRuns(runner, new SameThreadTasks());
    private final List<LiveRun> accepted = new ArrayList<>();

    private LiveRun start() {
        runs.start(RunSpecs.defaults("ntm", 20), "mine", accepted::add, why -> {
            throw new AssertionError(why);
        });
        return accepted.getLast();
    }

    @Test
    void aRunIsWatchedFromStartToEnd() {
        List<LiveRun> ended = new ArrayList<>();
        runs.whenEnded(ended::add);
        LiveRun run = start();
        assertThat(runs.active()).containsExactly(run);
        runner.tell(new RunEvent.StageStarted(Instant.EPOCH, Stage.TRAIN));
        assertThat(run.fractionProperty().get()).isNaN();
        runner.tell(new RunEvent.StageProgress(Instant.EPOCH, Stage.TRAIN, 0.4));
        assertThat(run.stageProperty().get()).isEqualTo(Stage.TRAIN);
        assertThat(run.fractionProperty().get()).isEqualTo(0.4);
        runner.tell(new RunEvent.StageFinished(Instant.EPOCH, Stage.TRAIN, 2.5, Map.of("epochs", 30L)));
        assertThat(run.finished(Stage.TRAIN).figures()).containsEntry("epochs", 30L);
        runner.end(RunState.DONE, null);
        assertThat(runs.active()).isEmpty();
        assertThat(ended).containsExactly(run);
    }

    @Test
    void theMapIsSeenAsItForms() {
        LiveRun run = start();
        assertThat(run.stages()).endsWith(Stage.GATE, Stage.MAP);
        assertThat(run.mapProperty().get()).isNull();
        for (int step : new int[] {25, 50}) {
            DocumentMap map = new DocumentMap(new float[] {step}, new float[1]);
            runner.tell(new RunEvent.MapShaped(Instant.EPOCH, step, 750, 1.5, map));
            assertThat(run.mapProperty().get().map()).isSameAs(map);
        }
    }

    @Test
    void progressOfAnEarlierStageIsNotShownAsThatOfTheNext() {
        LiveRun run = start();
        runner.tell(new RunEvent.StageStarted(Instant.EPOCH, Stage.TRAIN));
        runner.tell(new RunEvent.StageProgress(Instant.EPOCH, Stage.VECTORISE, 0.9));
        assertThat(run.fractionProperty().get()).isNaN();
    }

    @Test
    void aFailedRunKeepsItsReason() {
        LiveRun run = start();
        RunFailure why = new RunFailure(Stage.PREPARE, "No review is left.", "Widen the filter.");
        runner.end(RunState.FAILED, why);
        assertThat(run.failureProperty().get()).isEqualTo(why);
        assertThat(run.stateProperty().get()).isEqualTo(RunState.FAILED);
    }

    @Test
    void aRefusalIsHeardAndNothingIsActive() {
        runner.refusal = new ExplainedException("The disk is full.", "Free some space.");
        List<Throwable> refused = new ArrayList<>();
        runs.start(RunSpecs.defaults("ntm", 20), "mine", accepted::add, refused::add);
        assertThat(accepted).isEmpty();
        assertThat(refused).containsExactly(runner.refusal);
        assertThat(runs.active()).isEmpty();
    }

    @Test
    void cancellingReachesTheRunner() {
        start().cancel();
        assertThat(runner.cancelled).isEqualTo(1);
    }
}
