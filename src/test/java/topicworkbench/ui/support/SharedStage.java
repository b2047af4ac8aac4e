package topicworkbench.ui.support;

import javafx.scene.Scene;
import javafx.stage.Stage;

/** The one stage that window tests get one after the other, with whatever size and bounds the one before left. */
public final class SharedStage {

    private SharedStage() { }

    /** Shows a scene in its own size. */
    public static void show(Stage stage, Scene scene) {
        stage.setMaximized(false);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }
}
