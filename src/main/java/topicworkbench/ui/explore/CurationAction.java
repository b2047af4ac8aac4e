package topicworkbench.ui.explore;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What is done to the chosen topic by a key; the bar below the topics, the palette and the list of shortcuts have it from here. */
public enum CurationAction {
    RENAME("Name the topic", "F2", Feather.EDIT_2),
    GOOD("Mark the topic as good, or not", "G", Feather.THUMBS_UP),
    JUNK("Mark the topic as junk, or not", "J", Feather.TRASH_2),
    NOTE("Write a note on the topic", "N", Feather.FILE_TEXT),
    HIDE("Hide the topic, or show it", "H", Feather.EYE_OFF),
    MERGE("Merge the topic into another", "M", Feather.GIT_MERGE),
    SPLIT("Split the topic into parts", "S", Feather.SCISSORS),
    UNDO("Undo the last decision", "Shortcut+Z", Feather.ROTATE_CCW),
    REDO("Do it again", "Shortcut+Shift+Z", Feather.ROTATE_CW);

    private final String title;
    private final String keys;
    private final Ikon icon;

    CurationAction(String title, String keys, Ikon icon) {
        this.title = title;
        this.keys = keys;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    /** As JavaFX writes key combinations. */
    public String keys() {
        return keys;
    }

    Ikon icon() {
        return icon;
    }

    boolean isMeant(KeyEvent key) {
        return KeyCombination.valueOf(keys).match(key);
    }
}
