package topicworkbench.architecture.planted.ui.explore;

import topicworkbench.architecture.planted.ui.monitor.MonitorView;

/** Planted: a view model with a scene in it, in a screen that knows another screen and the toolkit's thread. */
final class PlantedViewModel {
    MonitorView other;
    javafx.scene.Node node;

    void later() {
        javafx.application.Platform.runLater(() -> { });
    }
}
