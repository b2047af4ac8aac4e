package topicworkbench.ui.support;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names at the left, values at the right, in groups. */
public final class FactList extends VBox {

    public FactList() {
        getStyleClass().add("fact-list");
    }

    public FactList heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("fact-heading");
        getChildren().add(heading);
        return this;
    }

    public FactList add(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("fact-name");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(value);
        right.getStyleClass().add("fact-value");
        right.setTooltip(new Tooltip(value));
        Region gap = new Region();
        gap.setMinWidth(12);
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(new HBox(left, gap, right));
        return this;
    }
}
