package topicworkbench.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.WindowPreferences;

/** The stage around the workbench: its size, its look, and what is remembered when it closes. */
final class WorkbenchWindow {
    private static final String STYLES = "/topicworkbench/ui/workbench.css";
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final WindowPreferences preferences;
    private final Theme theme;

    WorkbenchWindow(Stage stage, WindowPreferences preferences, Theme theme) {
        this.stage = stage;
        this.preferences = preferences;
        this.theme = theme;
    }

    void show(WorkbenchView.Surroundings surroundings) {
        WorkbenchView view = new WorkbenchView(surroundings, () -> AboutDialog.show(stage));
        Rectangle2D room = Screen.getPrimary().getVisualBounds(); // which may be smaller than yesterday's
        Scene scene = new Scene(view, Math.min(preferences.width(), room.getWidth()),
                Math.min(preferences.height(), room.getHeight()));
        scene.getStylesheets().add(WorkbenchWindow.class.getResource(STYLES).toExternalForm());
        theme.darkProperty().subscribe(dark -> {
            view.getStyleClass().removeAll("dark", "light");
            view.getStyleClass().add(dark ? "dark" : "light");
        });
        stage.setTitle("Topic Workbench");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(preferences.maximized());
        stage.setOnHidden(event -> remember(scene));
        stage.show();
    }

    private void remember(Scene scene) {
        preferences.setWindow(scene.getWidth(), scene.getHeight(), stage.isMaximized());
        preferences.setAppearance(theme.appearanceProperty().get());
        preferences.save();
    }
}
