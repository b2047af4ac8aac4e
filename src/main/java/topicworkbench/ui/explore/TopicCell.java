package topicworkbench.ui.explore;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The topic's number and color, moved in by its depth in the tree; an arrow opens what hangs below. */
final class TopicCell extends TableCell<TopicRow, Integer> {
    private static final double STEP = 12;

    private final Circle dot = new Circle(4);
    private final Label number = new Label();
    private final FontIcon icon = new FontIcon(Feather.CHEVRON_RIGHT);
    private final StackPane arrow = new StackPane(icon);
    private final HBox box = new HBox(4, arrow, dot, number);
    private final IntFunction<String> color;
    private final Predicate<TopicRow> isOpen;

    /**
     * @param color  of a topic of the run
     * @param toggle opens what hangs below a line, or closes it
     */
    TopicCell(IntFunction<String> color, Predicate<TopicRow> isOpen, Consumer<TopicRow> toggle) {
        this.color = color;
        this.isOpen = isOpen;
        getStyleClass().add("topic-number");
        box.setAlignment(Pos.CENTER_LEFT);
        arrow.setMinSize(14, 28);
        arrow.getStyleClass().add("tree-arrow");
        arrow.setOnMouseClicked(click -> {
            toggle.accept(getTableRow().getItem());
            click.consume();
        });
    }

    @Override
    protected void updateItem(Integer topic, boolean empty) {
        super.updateItem(topic, empty);
        TopicRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        arrow.setVisible(row.hasBelow());
        icon.setIconCode(isOpen.test(row) ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        box.setPadding(new Insets(0, 0, 0, row.depth() * STEP));
        number.setText(row.topic() == null ? "" : Integer.toString(row.topic().id()));
        dot.setVisible(row.topic() != null);
        dot.setStyle(row.topic() == null ? "" : "-fx-fill: " + color.apply(row.topic().id())
                + (row.isOwn() ? "" : "; -fx-opacity: 0.6"));
        setGraphic(box);
    }
}
