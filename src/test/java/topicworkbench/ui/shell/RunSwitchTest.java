package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The switch of runs, while other programs make runs in the same workspace. */
@ExtendWith(ApplicationExtension.class)
class RunSwitchTest {
    @TempDir
    private Path folder;
    private final List<String> chosen = new ArrayList<>();
    private Workspace workspace;
    private LookedAtViewModel model;
    private RunSwitch runs;

    @Start
    void open(Stage stage) throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        SmallRun.in(workspace, "older");
        SmallRun.in(workspace, "newer");
        model = new LookedAtViewModel(workspace, new WindowTasks(), new Messages());
        runs = new RunSwitch(model, id -> {
            chosen.add(id);
            model.look(id);
        });
        SharedStage.show(stage, new Scene(new StackPane(runs), 400, 200));
        model.refresh();
    }

    @Test
    void showsTheSameRunWhenANewOneComesAboveIt(FxRobot robot) throws TimeoutException, IOException, InterruptedException {
        await(() -> runs.getItems().size() == 2);
        robot.interact(() -> model.look(runs.getItems().getLast().id()));
        robot.clickOn("#run-switch").push(KeyCode.UP).push(KeyCode.ENTER);
        chosen.clear();
        SmallRun.in(workspace, "newest");
        robot.interact(model::refresh);
        await(() -> runs.getItems().size() == 3);
        assertThat(runs.getValue().name()).isEqualTo("newer");
        assertThat(runs.getSelectionModel().getSelectedIndex()).as("what the switch shows").isEqualTo(1);
        assertThat(chosen).isEmpty();
    }
}
