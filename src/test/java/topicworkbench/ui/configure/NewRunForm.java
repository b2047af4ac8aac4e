package topicworkbench.ui.configure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.study.StudyRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.workspace.Workspace;

/** The form without its screen: each test fills a new one. */
abstract class NewRunForm {
    @TempDir
    Path folder;
    final ScriptedRunner runner = new ScriptedRunner();
    final SameThreadTasks tasks = new SameThreadTasks();
    WindowPreferences preferences;
    NewRunViewModel model;

    @BeforeEach
    void openTheForm() {
        preferences = WindowPreferences.open(folder.resolve("window.json"));
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        model = new NewRunViewModel(workspace, new LiveRuns(runner, tasks), new StudyRunner(workspace, runner), tasks,
                preferences, new CloudLaunchViewModel(new FakeCloud(), () -> preferences.settings().place(), tasks, new FakeDialogs()));
    }

    Path chooseReviews() throws IOException {
        Path file = SmallReviews.write(folder.resolve("small.csv"));
        model.choose(List.of(file));
        return file;
    }

    void set(String setting, String text) {
        model.form().field(setting).textProperty().set(text);
    }
}
