package topicworkbench.ui.support;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Split panes that remember where their divider was. */
public final class Splits {

    private Splits() { }

    public static SplitPane of(String id, Orientation orientation, double position, WindowPreferences preferences,
            Node first, Node second) {
        SplitPane split = new SplitPane(first, second);
        split.setId(id);
        split.setOrientation(orientation);
        split.setDividerPositions(preferences.size(id, position));
        split.getDividers().getFirst().positionProperty()
                .subscribe(now -> preferences.setSize(id, now.doubleValue()));
        return split;
    }
}
