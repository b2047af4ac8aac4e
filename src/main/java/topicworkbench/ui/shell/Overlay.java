package topicworkbench.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A card over the dimmed window, until Escape or a click beside it; then what had the focus has it again. */
final class Overlay extends StackPane {
    private static final String CARD = "overlay-card";

    private Node focusedBefore;

    Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    /** @param focus a node of the card, which gets the keyboard */
    void show(Region card, Node focus) {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
        }
        if (!card.getStyleClass().contains(CARD)) {
            card.getStyleClass().add(CARD);
        }
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        setVisible(true);
        focus.requestFocus();
    }

    void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            if (focusedBefore != null) {
                focusedBefore.requestFocus();
            }
        }
    }
}
