package topicworkbench.ui.support;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Pale lines where data is about to be, so that a screen has its shape at once. */
public final class Skeleton extends VBox {
    private static final double[] WIDTHS = {0.92, 0.78, 0.85, 0.66};

    public Skeleton(int lines) {
        getStyleClass().add("skeleton");
        for (int i = 0; i < lines; i++) {
            Region line = new Region();
            line.getStyleClass().add("skeleton-line");
            line.maxWidthProperty().bind(widthProperty().multiply(WIDTHS[i % WIDTHS.length]));
            getChildren().add(line);
        }
    }
}
