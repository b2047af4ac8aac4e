package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.retype;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** A text typed, and its topics read off. */
@ExtendWith(ApplicationExtension.class)
class AskPanelTest {
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static String run;

    private final FakeDialogs dialogs = new FakeDialogs();

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        run = SmallRun.in(workspace, "small").id();
    }

    @Start
    void open(Stage stage) {
        WindowTasks tasks = new WindowTasks();
        ExploreViewModel model = new ExploreViewModel(workspace, tasks, new Messages());
        Scene scene = new Scene(new AskPanel(model.exploration(), tasks, dialogs), 420, 700);
        SharedStage.show(stage, scene);
        model.open(run);
    }

    @Test
    void topicsStandBelowTheTextWhileItIsTyped(FxRobot robot) throws TimeoutException {
        await(() -> sees(robot, "What is this text about?"));
        retype(robot, "#ask-text", "charger and cable, battery");
        await(() -> sees(robot, "3 known terms") && robot.lookup("#ask-topics").tryQuery().isPresent());
        await(() -> robot.lookup("#ask-topics").queryParent().getChildrenUnmodifiable().size() == SmallRun.TOPICS);
        retype(robot, "#ask-text", "zzz");
        await(() -> sees(robot, "The model knows none of these words"));
    }

    @Test
    void aModelThatDoesNotFitIsRefusedInWordsAndTheRunsOwnComesBack(FxRobot robot) throws IOException, TimeoutException {
        await(() -> robot.lookup("#ask-model").queryLabeled().getText().equals("The run's own model"));
        dialogs.files = List.of(Files.writeString(folder.resolve("model.tar.gz"), "no archive"));
        dialogs.choice = 0;
        press(robot, "#ask-model");
        press(robot, "#ask-service");
        await(() -> sees(robot, "is no SageMaker artifact of NTM or LDA"));
        press(robot, "#ask-model");
        press(robot, "#ask-own");
        retype(robot, "#ask-text", "battery");
        await(() -> sees(robot, "1 known term"));
        assertThat(robot.lookup("#ask-model").queryLabeled().getText()).isEqualTo("The run's own model");
    }
}
