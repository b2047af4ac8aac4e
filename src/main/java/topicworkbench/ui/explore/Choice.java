package topicworkbench.ui.explore;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import java.util.function.Consumer;
import java.util.function.Function;

/** Small ways to choose one of several, for the tools above a view. */
final class Choice {

    private Choice() { }

    /** Two or three words side by side of which one is chosen. */
    static HBox segments(String id, List<String> words, int chosen, Consumer<Integer> onChosen) {
        HBox box = new HBox();
        box.setId(id);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < words.size(); i++) {
            ToggleButton segment = new ToggleButton(words.get(i));
            segment.setId(id + "-" + i);
            segment.getStyleClass().addAll("segment", i == 0 ? "left-pill" : i == words.size() - 1 ? "right-pill" : "center-pill");
            segment.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            segment.setToggleGroup(group);
            segment.setUserData(i);
            segment.setSelected(i == chosen);
            box.getChildren().add(segment);
        }
        group.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                was.setSelected(true); // one is always chosen
            } else if (was != null && is != was) {
                onChosen.accept((Integer) is.getUserData());
            }
        });
        return box;
    }

    /** A list that drops down. */
    static <V> ComboBox<V> list(String id, List<V> values, V chosen, Function<V, String> words, Consumer<V> onChosen) {
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
                throw new UnsupportedOperationException(text);
            }
        });
        list.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                onChosen.accept(is);
            }
        });
        return list;
    }
}
