package topicworkbench.ui.cloud;

import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The Cloud screen on an account in memory, and what the tests of it do again and again. */
abstract class CloudRoomInMemory {
    static final String RUN = "20260412-101500-a1b2";

    @TempDir
    Path folder;
    final FakeDialogs dialogs = new FakeDialogs();
    final FakeCloud cloud = FakeCloud.signedIn();
    final Messages messages = new Messages();
    final ScriptedRunner runner = new ScriptedRunner();
    final List<String> browsed = new CopyOnWriteArrayList<>();
    final List<String> led = new CopyOnWriteArrayList<>();
    Workspace workspace;
    WindowPreferences preferences;
    CloudView view;

    void show(Stage stage) {
        workspace = new Workspace(folder.resolve("workspace"));
        preferences = WindowPreferences.open(folder.resolve("window.json"));
        WindowTasks tasks = new WindowTasks();
        view = new CloudView(CloudView.Models.of(cloud, workspace, new LiveRuns(runner, tasks), preferences, tasks, messages), dialogs,
                new CloudView.Ways(led::add, () -> led.add("new run"), () -> led.add("help"), browsed::add));
        SharedStage.show(stage, new Scene(view, 940, 640));
    }

    void signIn(FxRobot robot) throws TimeoutException {
        press(robot, "#cloud-first-sign-in");
        await(() -> sees(robot, "Account 123456789012 as user/ann"));
        await(() -> robot.lookup("#cloud-total").tryQuery().isPresent());
    }

    static void tab(FxRobot robot, int which) {
        robot.interact(() -> robot.lookup(".tab-pane").<TabPane>query().getSelectionModel().select(which));
    }

    long asked(String question) {
        return cloud.asked.stream().filter(each -> each.startsWith(question)).count();
    }
}
