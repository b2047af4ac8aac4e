package topicworkbench.ui.configure;

import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.study.StudyRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The form in the least window, and what the tests of it do again and again. */
abstract class NewRunScreen {
    /** The least window is 1024 x 700; the rail, the top bar and the foot take this much of it. */
    static final double LEAST_WIDTH = 1024 - 80;
    static final double LEAST_HEIGHT = 700 - 45 - 32;

    @TempDir
    Path folder;
    final FakeDialogs dialogs = new FakeDialogs();
    final ScriptedRunner runner = new ScriptedRunner();
    Workspace workspace;
    NewRunView view;

    void show(Stage stage) {
        workspace = new Workspace(folder.resolve("workspace"));
        WindowTasks tasks = new WindowTasks();
        Theme theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        view = new NewRunView(new NewRunViewModel(workspace, new LiveRuns(runner, tasks), new StudyRunner(workspace, runner), tasks,
                WindowPreferences.open(folder.resolve("window.json")), new CloudLaunchViewModel(new FakeCloud(),
                        () -> new CloudPlace(null, "eu-west-1", CloudPlace.DEFAULT_NAME), tasks, dialogs)), dialogs, theme.darkProperty(),
                () -> { });
        Scene scene = new Scene(view, LEAST_WIDTH, LEAST_HEIGHT);
        SharedStage.show(stage, scene);
    }

    void choose(FxRobot robot, Path file) throws TimeoutException {
        dialogs.files = List.of(file);
        press(robot, "#choose-files");
    }

    void chooseSmall(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        await(() -> !figure(robot, "tokens").equals("–"));
    }

    static String figure(FxRobot robot, String word) {
        return robot.lookup("#figure-" + word).tryQueryAs(Label.class).map(Label::getText).orElse("–");
    }

    static void open(FxRobot robot, String fold) {
        robot.interact(() -> ((ButtonBase) robot.lookup("#" + fold).query()).fire());
    }

    static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> ((TextField) robot.lookup("#" + field).query()).setText(text));
    }
}
