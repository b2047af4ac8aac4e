package topicworkbench.ui.cloud;

import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Fields of this screen: drop-down lists that show values in words, and names above controls. */
final class Choice {

    private Choice() { }

    /** @param name for screen readers */
    static <T> ComboBox<T> of(String id, String name, Property<T> value, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    static VBox field(String name, javafx.scene.Node control, String help) {
        Label label = new Label(name);
        label.setLabelFor(control);
        VBox field = new VBox(4, label, control);
        if (!help.isEmpty()) {
            Label words = new Label(help);
            words.getStyleClass().add("field-help");
            words.setWrapText(true);
            field.getChildren().add(words);
        }
        return field;
    }
}
