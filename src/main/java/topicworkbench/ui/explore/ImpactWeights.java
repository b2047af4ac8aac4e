package topicworkbench.ui.explore;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.Impact.Weights;
import topicworkbench.ui.support.Buttons;

/** A slider for the weight of each factor of a topic's impact. */
final class ImpactWeights extends FlowPane {
    private static final List<String> FACTORS = List.of("Volume", "Severity", "Helpful votes", "Growth");

    private final ReadOnlyObjectWrapper<Weights> weights = new ReadOnlyObjectWrapper<>(Weights.EQUAL);
    private final List<Slider> sliders = FACTORS.stream().map(this::slider).toList();

    ImpactWeights() {
        super(12, 4);
        getStyleClass().add("count-tools");
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < sliders.size(); i++) {
            getChildren().add(named(FACTORS.get(i), sliders.get(i)));
        }
        Button equal = Buttons.flat("Equal weights", Feather.ROTATE_CCW, () -> sliders.forEach(slider -> slider.setValue(1)));
        equal.setId("equal-weights");
        getChildren().add(equal);
        sliders.forEach(slider -> slider.valueProperty().subscribe((was, is) -> weigh()));
    }

    ReadOnlyObjectProperty<Weights> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    private void weigh() {
        weights.set(new Weights(sliders.get(0).getValue(), sliders.get(1).getValue(), sliders.get(2).getValue(),
                sliders.get(3).getValue()));
    }

    private Slider slider(String factor) {
        Slider slider = new Slider(0, Weights.MOST, 1);
        slider.setId("weight-" + factor.toLowerCase(Locale.ROOT).replace(' ', '-'));
        slider.setAccessibleText("Weight of " + factor.toLowerCase(Locale.ROOT));
        slider.setTooltip(new Tooltip("0 leaves the factor out, 1 takes it as it is, 2 squares it"));
        slider.setMajorTickUnit(0.5);
        slider.setBlockIncrement(0.1);
        slider.getStyleClass().add("small");
        slider.setPrefWidth(80);
        return slider;
    }

    private static VBox named(String factor, Slider slider) {
        Label words = new Label();
        words.getStyleClass().add("caption");
        slider.valueProperty().subscribe(value -> words.setText(String.format(Locale.ENGLISH, "%s  %.1f", factor, value.doubleValue())));
        return new VBox(words, slider);
    }
}
