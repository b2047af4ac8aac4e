package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpecs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;

/** The window's last line follows a run from waiting to its end. */
@ExtendWith(ApplicationExtension.class)
class StatusFootTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final LiveRuns runs = new LiveRuns(runner, new SameThreadTasks());

    @Start
    void open(Stage stage) {
        SharedStage.show(stage, new Scene(new StatusFoot(runs, new Messages(), id -> { }), 600, 40));
    }

    @Test
    void aRunWaitsAndThenReads(FxRobot robot) {
        robot.interact(() -> runs.start(RunSpecs.defaults("ntm", 20), "mine", run -> { }, why -> {
            throw new AssertionError(why);
        }));
        Button running = robot.lookup("#running").queryButton();
        assertThat(running.getText()).isEqualTo("mine waits for its turn");
        robot.interact(() -> runner.tell(new RunEvent.StageStarted(Instant.EPOCH, topicworkbench.run.Stage.INGEST)));
        assertThat(running.getText()).isEqualTo("mine: read");
    }
}
