package topicworkbench.ui.explore;

import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/**
 * One of the views that take turns in a place of the room.
 *
 * @param id   by which the window remembers what was shown
 * @param word on its tab
 * @param node makes the view when it is first shown
 */
record RoomView(String id, String word, Ikon icon, Supplier<Region> node) { }
