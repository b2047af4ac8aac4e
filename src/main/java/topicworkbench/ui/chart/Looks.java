package topicworkbench.ui.chart;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/** How charts follow the program's look, which outlives them. */
final class Looks {

    private Looks() { }

    /**
     * Draws anew when the look has changed. A chart that is out of the window hears of it when it is back; one that never comes back is not
     * held by the look.
     */
    static void follow(Node chart, ReadOnlyBooleanProperty dark, Runnable draw) {
        dark.when(chart.sceneProperty().map(Objects::nonNull).orElse(false)).subscribe((before, now) -> draw.run());
    }
}
