package topicworkbench.ui.cloud;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import topicworkbench.ui.support.UserMessage;

/** What went wrong in one part of the screen, where it happened, and what to do. */
final class Trouble extends VBox {

    Trouble(UserMessage message, Node... ways) {
        super(4);
        getStyleClass().add("failure-story");
        Label what = new Label(message.text());
        Label remedy = new Label(message.remedy());
        for (Label line : new Label[] {what, remedy}) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().add(what);
        if (!message.remedy().isEmpty()) {
            getChildren().add(remedy);
        }
        if (ways.length > 0) {
            getChildren().add(new HBox(8, ways));
        }
    }
}
