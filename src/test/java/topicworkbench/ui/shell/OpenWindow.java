package topicworkbench.ui.shell;

import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.retype;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The whole window on a real workspace with the real pipeline, and what the tests of it do again and again. */
abstract class OpenWindow {
    @TempDir
    Path folder;
    final FakeDialogs dialogs = new FakeDialogs();
    final ObjectProperty<ColorScheme> systemLook = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    Workspace workspace;
    PausingRunner runner;
    Stage stage;
    WorkbenchWindow window;
    volatile int ends;

    void show(Stage newStage) {
        stage = newStage;
        Typeface.load();
        workspace = new Workspace(folder.resolve("workspace"));
        WindowPreferences preferences = WindowPreferences.open(folder.resolve("window.json"));
        preferences.setWindow(1600, 780, false); // as left on a wider screen than this one
        runner = new PausingRunner(new LocalPipelineRunner(workspace, 1));
        Theme theme = new Theme(Appearance.SYSTEM, systemLook);
        WindowTasks tasks = new WindowTasks();
        window = new WorkbenchWindow(stage, preferences, theme);
        window.show(new WorkbenchView.Surroundings(workspace,
                new LiveRuns(runner, tasks), new FakeCloud(), tasks, dialogs, theme, preferences, () -> ends = ends + 1,
                address -> { }));
    }

    void choose(FxRobot robot, Path file) throws TimeoutException {
        dialogs.files = List.of(file);
        press(robot, "#go-new-run");
        press(robot, "Choose files…");
    }

    void startTinyRun(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        await(() -> sees(robot, "Preview"));
        robot.interact(() -> robot.lookup("#algorithm").<ComboBox<String>>query().setValue("lda"));
        retype(robot, "#num_topics", "3");
        press(robot, "#start");
    }
}
