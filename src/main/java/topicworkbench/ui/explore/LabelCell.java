package topicworkbench.ui.explore;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import topicworkbench.topic.Topic;

/**
 * A topic's label, or its leading words while it has none: text to read, a field to write. Enter or leaving the field keeps it, Escape does
 * not.
 */
final class LabelCell extends TableCell<TopicRow, String> {
    private static final PseudoClass UNLABELLED = PseudoClass.getPseudoClass("unlabelled");

    private final TextField field = new TextField();
    private final BiConsumer<Topic, String> keep;
    private Topic edited;

    /** @param keep gets the topic and its new label */
    LabelCell(BiConsumer<Topic, String> keep) {
        this.keep = keep;
        getStyleClass().add("label-cell");
        field.setOnAction(event -> keep());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                keep();
            }
        });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                key.consume();
            }
        });
    }

    private void keep() {
        Topic topic = edited;
        if (topic != null) {
            String text = field.getText();
            cancelEdit();
            keep.accept(topic, text);
        }
    }

    @Override
    public void startEdit() {
        if (getTableRow().getItem() == null || !getTableRow().getItem().isOwn()) {
            return; // it is named where its own run is looked at
        }
        super.startEdit();
        if (isEditing()) {
            edited = getTableRow().getItem().topic();
            field.setText(getItem() == null ? "" : getItem());
            setText(null);
            setGraphic(field);
            field.requestFocus();
            field.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        edited = null;
        super.cancelEdit();
        show(getItem());
        getTableView().requestFocus();
    }

    @Override
    protected void updateItem(String label, boolean empty) {
        super.updateItem(label, empty);
        if (empty) {
            setText(null);
            setTooltip(null);
            setGraphic(null);
        } else if (!isEditing()) {
            show(label);
        }
    }

    private void show(String label) {
        setGraphic(null);
        Topic topic = getTableRow().getItem() == null ? null : getTableRow().getItem().topic();
        boolean unlabelled = label == null && topic != null;
        setText(unlabelled ? topic.name() : label); // as every other view calls it
        setTooltip(unlabelled && getTableRow().getItem().isOwn()
                ? new Tooltip(topic.name() + "\nNo label yet: F2 or a double click writes one")
                : getText() == null ? null : new Tooltip(getText())); // it may be longer than its column
        pseudoClassStateChanged(UNLABELLED, unlabelled);
    }
}
