package topicworkbench.ui.shell;

import java.io.File;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import topicworkbench.exploration.VisibleText;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.ui.support.SystemNotice;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.WindowPreferences;

/** The stage around the workbench: its size, its look, and what is remembered when it closes. */
final class WorkbenchWindow {
    private static final String TITLE = "Topic Workbench";
    private static final String STYLES = "/topicworkbench/ui/workbench.css";
    /** Widths in pixels, of which the desktop takes the one that fits. */
    private static final List<Integer> ICONS = List.of(16, 32, 48, 128);
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final WindowPreferences preferences;
    private final Theme theme;
    private WorkbenchRoot view;

    WorkbenchWindow(Stage stage, WindowPreferences preferences, Theme theme) {
        this.stage = stage;
        this.preferences = preferences;
        this.theme = theme;
    }

    void show(WorkbenchView.Surroundings surroundings) {
        view = new WorkbenchRoot(surroundings, () -> AboutDialog.show(stage), () -> preferences(surroundings));
        Rectangle2D room = Screen.getPrimary().getVisualBounds(); // which may be smaller than yesterday's
        Scene scene = new Scene(view, Math.min(preferences.width(), room.getWidth()),
                Math.min(preferences.height(), room.getHeight()));
        view.listenTo(scene);
        scene.getStylesheets().add(WorkbenchWindow.class.getResource(STYLES).toExternalForm());
        stage.setTitle(TITLE);
        stage.getIcons().setAll(ICONS.stream().map(size -> new Image(
                WorkbenchWindow.class.getResource("/topicworkbench/ui/icon/" + size + ".png").toExternalForm(), true)).toList());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.sizeToScene(); // whatever size it had before
        stage.setMaximized(preferences.maximized());
        Closing closing = new Closing(surroundings.liveRuns(), surroundings.dialogs(), surroundings.lifetime());
        stage.setOnCloseRequest(event -> {
            if (!view.mayClose() || !closing.mayClose()) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> {
            remember(scene);
            view.windowClosed();
            closing.windowClosed();
        });
        surroundings.liveRuns().whenEnded(run -> tellWhoLooksElsewhere(run, surroundings.tasks()));
        theme.appearanceProperty().subscribe((before, now) -> { // at once: not every end is one by the window's cross
            preferences.setAppearance(now);
            preferences.save();
        });
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                stage.setTitle(TITLE);
            }
        });
        stage.show();
    }

    /** Once it is shown. */
    void take(List<File> files) {
        if (!files.isEmpty()) {
            view.take(files);
        }
    }

    private void preferences(WorkbenchView.Surroundings with) {
        new PreferencesDialog(new PreferencesViewModel(preferences, Runtime.getRuntime().availableProcessors()), theme,
                with.dialogs()).show(stage);
    }

    /** The title is what a task bar shows. */
    private void tellWhoLooksElsewhere(LiveRun run, BackgroundTasks tasks) {
        if (!stage.isFocused()) {
            String ended = ended(StateLabel.words(run.stateProperty().get()), run.name());
            stage.setTitle(ended + " – " + TITLE);
            tasks.run(() -> SystemNotice.show(ended, "A run of Topic Workbench has ended."),
                    shown -> { }, why -> { });
        }
    }

    /** Whatever a name holds, what follows it is read in its own direction. */
    static String ended(String state, String name) {
        return state + ": " + VisibleText.of(name);
    }

    private void remember(Scene scene) {
        preferences.setWindow(scene.getWidth(), scene.getHeight(), stage.isMaximized());
        preferences.save();
    }
}
