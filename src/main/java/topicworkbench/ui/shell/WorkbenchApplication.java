package topicworkbench.ui.shell;

import java.awt.Font;
import java.io.File;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import topicworkbench.chart.HouseFont;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.math.Threads;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Lifetime;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.ProgramSettings;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowDialogs;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The window as a program. */
public final class WorkbenchApplication extends Application {
    private static final System.Logger LOG = System.getLogger(WorkbenchApplication.class.getName());

    /** JavaFX makes the application itself, so what it is to work on is handed over here. */
    private static Optional<Workspace> given;
    private static BiFunction<Workspace, Supplier<CloudPlace>, Engines> making;

    /**
     * Opens the window and returns when it is closed.
     *
     * @param workspace that was asked for; without, the one of the preferences
     * @param engines   makes what does the work there; new runs on AWS go to the place that it is given, as that is then
     * @param files     that are taken as if they were dropped on the window: a specification, or reviews
     */
    public static void launch(Optional<Workspace> workspace, BiFunction<Workspace, Supplier<CloudPlace>, Engines> engines,
            String... files) {
        given = Objects.requireNonNull(workspace);
        making = Objects.requireNonNull(engines);
        System.setProperty("java.awt.headless", "true"); // charts use AWT's geometry and fonts, never its windows
        Application.launch(WorkbenchApplication.class, files);
    }

    @Override
    public void start(Stage stage) {
        BackgroundTasks tasks = new WindowTasks();
        new ErrorWindow(stage, tasks).catchAll();
        Typeface.load();
        WindowPreferences preferences = WindowPreferences.open(WindowPreferences.defaultFile());
        ProgramSettings settings = preferences.settings();
        Threads.prefer(settings.threads());
        Workspace workspace = given.orElseGet(() -> new Workspace(settings.workspace().isEmpty()
                ? Workspace.defaultRoot() : Path.of(settings.workspace())));
        Theme theme = Theme.onThisDesktop(preferences.appearance());
        Engines engines = making.apply(workspace, () -> preferences.settings().place());
        WorkbenchWindow window = new WorkbenchWindow(stage, preferences, theme);
        window.show(new WorkbenchView.Surroundings(workspace, new LiveRuns(engines.runner(), tasks), engines.cloud(),
                tasks, new WindowDialogs(() -> stage), theme, preferences, Lifetime.ofProgram(),
                address -> getHostServices().showDocument(address)));
        window.take(getParameters().getRaw().stream().map(File::new).toList());
        tasks.onWindowThread(() -> tasks.onWindowThread(() -> { // after what showing it has queued
            logStart();
            tasks.run(() -> HouseFont.of(Font.PLAIN, 12), ready -> { }, why -> LOG.log(Level.WARNING, "no typeface", why));
        }));
    }

    /** How long the user has waited, for the log and for performance.md; the system tells its start to the second only. */
    private static void logStart() {
        LOG.log(Level.INFO, "The window was usable {0} ms after the start of Java.",
                ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
