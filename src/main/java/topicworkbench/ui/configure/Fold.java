package topicworkbench.ui.configure;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A part of a form under a heading that opens and closes it; its content is made when it is first opened. */
final class Fold extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final Supplier<Node> content;
    private final Label summary = new Label();

    /** @param style of the heading */
    Fold(String id, String title, String style, Supplier<Node> content) {
        this.content = content;
        getStyleClass().add("fold");
        ToggleButton heading = new ToggleButton(title);
        heading.setId(id);
        heading.getStyleClass().setAll("fold-heading", style);
        heading.setAccessibleRole(AccessibleRole.TITLED_PANE);
        FontIcon chevron = new FontIcon();
        chevron.iconCodeProperty().bind(Bindings.when(open).then(Feather.CHEVRON_DOWN).otherwise(Feather.CHEVRON_RIGHT));
        heading.setGraphic(chevron);
        heading.setContentDisplay(ContentDisplay.LEFT);
        heading.selectedProperty().bindBidirectional(open);
        summary.getStyleClass().add("field-help");
        summary.textProperty().subscribe(text -> heading.setAccessibleText(title + (text.isEmpty() ? "" : ", " + text)));
        heading.setMinWidth(Region.USE_PREF_SIZE);
        summary.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, heading, gap, summary);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        open.subscribe((before, now) -> show(now));
    }

    private void show(boolean now) {
        if (getChildren().size() == 1 && now) {
            getChildren().add(content.get());
        }
        if (getChildren().size() > 1) {
            getChildren().get(1).setVisible(now);
            getChildren().get(1).setManaged(now);
        }
    }

    BooleanProperty openProperty() {
        return open;
    }

    /** What stands at the right of the heading. */
    Label summary() {
        return summary;
    }
}
