package topicworkbench.ui.support;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The one stage that window tests get one after the other, with whatever size, bounds and look the one before left. */
public final class SharedStage {
    private static final String STYLES = SharedStage.class.getResource("/topicworkbench/ui/workbench.css").toExternalForm();

    private SharedStage() { }

    /** Shows a scene in its own size, and in the program's light look. */
    public static void show(Stage stage, Scene scene) {
        Typeface.load();
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().add(STYLES);
        scene.getRoot().getStyleClass().add("workbench");
        stage.setMaximized(false);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }
}
