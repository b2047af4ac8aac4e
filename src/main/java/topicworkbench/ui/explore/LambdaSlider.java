package topicworkbench.ui.explore;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import topicworkbench.topic.Relevance;

/** How words are ranked, live while it is dragged; a double click brings the usual lambda back. */
final class LambdaSlider extends HBox {
    private static final double STEP = 0.05;

    LambdaSlider(String id, DoubleProperty lambda) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Slider slider = new Slider(0, 1, lambda.get());
        slider.setId(id);
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(STEP);
        slider.setPrefWidth(96);
        slider.setMinWidth(60);
        slider.setAccessibleText("Relevance lambda");
        slider.valueProperty().bindBidirectional(lambda);
        slider.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                lambda.set(Relevance.DEFAULT_LAMBDA);
            }
        });
        Label value = new Label();
        value.setMinWidth(28);
        lambda.subscribe(now -> value.setText(String.format(Locale.ENGLISH, "%.2f", now.doubleValue())));
        Label name = new Label("λ");
        name.getStyleClass().add("muted");
        value.getStyleClass().add("muted");
        getChildren().addAll(name, slider, value);
        Tooltip.install(this, new Tooltip("Relevance: 1 ranks words by how often the topic uses them, 0 by how particular "
                + "they are to it.\n" + Relevance.DEFAULT_LAMBDA + " is usual; a double click sets it."));
    }
}
