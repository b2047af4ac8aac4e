package topicworkbench.ui.shell;

import java.util.Objects;
import javafx.application.Application;
import javafx.stage.Stage;
import topicworkbench.run.PipelineRunner;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Lifetime;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowDialogs;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The window as a program. */
public final class WorkbenchApplication extends Application {
    /** JavaFX makes the application itself, so what it is to work on is handed over here. */
    private static Workspace workspace;
    private static PipelineRunner runner;

    /** Opens the window and returns when it is closed. */
    public static void launch(Workspace onWorkspace, PipelineRunner withRunner) {
        workspace = Objects.requireNonNull(onWorkspace);
        runner = Objects.requireNonNull(withRunner);
        System.setProperty("java.awt.headless", "true"); // charts use AWT's geometry and fonts, never its windows
        Application.launch(WorkbenchApplication.class);
    }

    @Override
    public void start(Stage stage) {
        Typeface.load();
        WindowPreferences preferences = WindowPreferences.open(WindowPreferences.defaultFile());
        Theme theme = Theme.onThisDesktop(preferences.appearance());
        BackgroundTasks tasks = new WindowTasks();
        WorkbenchWindow window = new WorkbenchWindow(stage, preferences, theme);
        window.show(new WorkbenchView.Surroundings(workspace, new LiveRuns(runner, tasks), tasks,
                new WindowDialogs(() -> stage), theme, preferences, Lifetime.ofProgram()));
    }
}
