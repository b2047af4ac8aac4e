package topicworkbench.ui.support;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a place shows when it has nothing to show, or when something went wrong there: what is so, and the way on. */
public final class Notice extends VBox {

    private Notice(String kind, Ikon icon, String title, String text, Node... ways) {
        getStyleClass().addAll("notice", kind);
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("notice-title");
        heading.setWrapText(true);
        Label body = new Label(text);
        body.getStyleClass().add("notice-text");
        body.setWrapText(true);
        HBox buttons = new HBox(8, ways);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(new FontIcon(icon), heading, body);
        if (ways.length > 0) {
            getChildren().add(buttons);
        }
    }

    /** Nothing here yet: says what to do, with the buttons that do it. */
    public static Notice empty(Ikon icon, String title, String text, Node... ways) {
        return new Notice("empty", icon, title, text, ways);
    }

    /** Something went wrong here: what, and how to get out. */
    public static Notice failure(UserMessage message, Node... ways) {
        return new Notice("failure", Feather.ALERT_TRIANGLE, message.text(), message.remedy(), ways);
    }
}
