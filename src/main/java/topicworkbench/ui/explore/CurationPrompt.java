package topicworkbench.ui.explore;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A question below the topics that one of the actions needs answered. */
abstract class CurationPrompt extends VBox {

    CurationPrompt(String question) {
        getStyleClass().add("curation-prompt");
        Label words = new Label(question);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().add(words);
    }

    /** Takes the keyboard. */
    abstract void begin();
}
