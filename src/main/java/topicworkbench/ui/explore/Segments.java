package topicworkbench.ui.explore;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import topicworkbench.ui.support.WindowPreferences;

/** A few ways to look at the same thing, one of them chosen; the window remembers which. */
final class Segments extends HBox {

    /** @param listener hears the number of the way that is chosen, at once and whenever it changes */
    Segments(String id, WindowPreferences preferences, Consumer<Integer> listener, String... words) {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < words.length; i++) {
            ToggleButton button = new ToggleButton(words[i]);
            button.setId(id + "-" + i);
            button.setMinWidth(USE_PREF_SIZE);
            button.setMnemonicParsing(false);
            button.getStyleClass().add(i == 0 ? Styles.LEFT_PILL : i == words.length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                was.setSelected(true); // one is always chosen
            } else if (was != is) {
                int chosen = getChildren().indexOf(is);
                preferences.setSize(id, chosen);
                listener.accept(chosen);
            }
        });
        int remembered = (int) preferences.size(id, 0);
        group.getToggles().get(Math.clamp(remembered, 0, words.length - 1)).setSelected(true);
    }
}
