package topicworkbench.ui.explore;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import topicworkbench.ui.support.Splits;
import topicworkbench.ui.support.WindowPreferences;

/** The places of the room: left, center and right, and a strip below; any of them can have the whole room for a while. */
final class RoomLayout extends StackPane {
    private static final double LEAST_WIDTH = 264;

    private final SplitPane all;
    private PanelFrame large;
    private StackPane placeOfLarge;

    RoomLayout(List<RoomView> left, List<RoomView> center, List<RoomView> right, List<RoomView> below,
            WindowPreferences preferences) {
        getStyleClass().add("room");
        StackPane strip = place("below", below, preferences);
        strip.setMinSize(0, 72);
        SplitPane inner = Splits.of("explore.right", Orientation.HORIZONTAL, 0.64, preferences,
                place("center", center, preferences), place("right", right, preferences));
        SplitPane across = Splits.of("explore.left", Orientation.HORIZONTAL, 0.33, preferences,
                place("left", left, preferences), inner);
        all = Splits.of("explore.down", Orientation.VERTICAL, 0.8, preferences, across, strip);
        SplitPane.setResizableWithParent(strip, false);
        getChildren().setAll(all);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && large != null) {
                toggle(large);
                key.consume();
            }
        });
    }

    private StackPane place(String id, List<RoomView> views, WindowPreferences preferences) {
        StackPane place = new StackPane(new PanelFrame(id, views, preferences, this::toggle));
        place.setMinSize(LEAST_WIDTH, 0); // narrower, rows of buttons would be cut off
        return place;
    }

    /** Gives the whole room to a panel, or brings the others back as they were. */
    private void toggle(PanelFrame frame) {
        if (large == frame) {
            getChildren().setAll(all);
            placeOfLarge.getChildren().setAll(frame);
            large = null;
        } else {
            placeOfLarge = (StackPane) frame.getParent();
            placeOfLarge.getChildren().clear();
            getChildren().setAll(frame);
            large = frame;
        }
        frame.maximizedProperty().set(large == frame);
        frame.requestFocus();
    }
}
