package topicworkbench.ui.explore;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A list that drops down, one of its values chosen. */
final class DropDown {

    private DropDown() { }

    /** @param onChosen hears the first value as well */
    static <V> ComboBox<V> of(String id, List<V> values, V chosen, Function<V, String> words, Consumer<V> onChosen) {
        ComboBox<V> list = new ComboBox<>();
        list.setId(id);
        list.getItems().setAll(values);
        list.setValue(chosen);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(V value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public V fromString(String text) {
                throw new UnsupportedOperationException(text); // nothing is typed
            }
        });
        list.valueProperty().subscribe(value -> {
            if (value != null) {
                onChosen.accept(value);
            }
        });
        return list;
    }
}
