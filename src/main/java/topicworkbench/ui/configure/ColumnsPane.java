package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewInspection;
import topicworkbench.corpus.ReviewInspection.FileInspection;

/** Which column holds which field: recognized, and changed where the recognition is wrong. */
final class ColumnsPane extends FlowPane {
    private static final double WIDTH = 132;
    /** As a {@link topicworkbench.corpus.ReviewSource} says that a field has no column. */
    private static final String NONE = "";

    private final NewRunViewModel model;

    ColumnsPane(NewRunViewModel model, ReviewInspection inspection) {
        super(12, 8);
        this.model = model;
        setId("columns");
        FileInspection first = inspection.files().getFirst();
        Set<String> columns = new LinkedHashSet<>();
        inspection.files().forEach(file -> columns.addAll(file.columns()));
        FirstRowsPane.ORDER.forEach(field -> getChildren().add(block(field, first.reading().columns().get(field), columns)));
    }

    private VBox block(ReviewField field, String column, Set<String> columns) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("column-" + field.key());
        List<String> choices = new ArrayList<>(columns);
        if (field != ReviewField.TEXT) {
            choices.addFirst(NONE);
        }
        choice.getItems().setAll(choices);
        choice.setConverter(converter());
        choice.setValue(column == null ? field == ReviewField.TEXT ? null : NONE : column);
        choice.setPromptText("choose");
        choice.setPrefWidth(WIDTH);
        choice.setAccessibleText("Column of the field " + SettingWords.title(field));
        choice.valueProperty().subscribe((before, now) -> model.reviews().chooseColumn(field, now));
        Label title = new Label(SettingWords.title(field) + (model.reviews().columnsProperty().get().containsKey(field.key())
                ? " (chosen)" : ""));
        title.getStyleClass().add("caption");
        title.setLabelFor(choice);
        return new VBox(2, title, choice);
    }

    private static StringConverter<String> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(String column) {
                return column == null ? "" : column.equals(NONE) ? "none" : column.isBlank() ? "(unnamed)" : column;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }
}
