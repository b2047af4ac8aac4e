package topicworkbench.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.run.RunEvent;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.DocumentMap;
import topicworkbench.ui.chart.ScatterMap;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

@ExtendWith(ApplicationExtension.class)
class FormingMapTest {
    @TempDir
    private static Path folder;
    private static RunFolder made;
    private final ScriptedRunner runner = new ScriptedRunner();
    private final FormingMapViewModel model = new FormingMapViewModel(new SameThreadTasks(), new Messages());
    private int documents;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        made = workspace.find(SmallRun.in(workspace, "small").id());
    }

    @Start
    void open(Stage stage) {
        SharedStage.show(stage, new Scene(new FormingMapView(model, new SimpleBooleanProperty()), 500, 400));
    }

    @BeforeEach
    void begin(FxRobot robot) {
        documents = Math.toIntExact(made.result().counts().documents());
        robot.interact(() -> {
            new LiveRuns(runner, new SameThreadTasks()).start(made.spec(), "forming", run -> model.follow(run, made), why -> { });
        });
    }

    private void shape(FxRobot robot, int step) {
        float[] x = new float[documents];
        float[] y = new float[documents];
        for (int i = 0; i < documents; i++) {
            x[i] = i % 11 * step;
            y[i] = i % 7;
        }
        robot.interact(() -> runner.tell(new RunEvent.MapShaped(Instant.EPOCH, step, 750, 3.25, new DocumentMap(x, y))));
        waitForFxEvents();
    }

    @Test
    void theMapIsShownAsItStandsWhileSomebodyWatches(FxRobot robot) {
        shape(robot, 25);
        assertThat(model.shapeProperty().get()).as("nobody looks").isNull();
        robot.interact(() -> model.watchedProperty().set(true));
        waitForFxEvents();
        assertThat(model.shapeProperty().get().points().size()).isEqualTo(documents);
        Label standing = robot.lookup("#forming-map-standing").query();
        assertThat(standing.getText()).isEqualTo("Step 25 of 750 · " + documents + " reviews · divergence 3.250 nats");
        ScatterMap map = robot.lookup("#forming-map").query();
        double scale = map.viewportProperty().get().scale();
        shape(robot, 50);
        assertThat(standing.getText()).startsWith("Step 50");
        assertThat(map.viewportProperty().get().scale()).as("all of the larger map is seen").isLessThan(scale);
        robot.interact(model::close);
        assertThat(robot.lookup("#forming-map").tryQuery()).isEmpty();
    }
}
