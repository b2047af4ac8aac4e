package topicworkbench.ui.support;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The top of a screen: its title, one line below, and what can be done, at the right. */
public final class PageHeader extends HBox {
    private final Label title = new Label();
    private final Label subtitle = new Label();

    public PageHeader(String text, Node... actions) {
        getStyleClass().add("page-header");
        title.setText(text);
        title.getStyleClass().add("page-title");
        subtitle.getStyleClass().add("page-subtitle");
        VBox words = new VBox(2, title, subtitle);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(words);
        getChildren().addAll(actions);
    }

    public Label title() {
        return title;
    }

    public Label subtitle() {
        return subtitle;
    }
}
