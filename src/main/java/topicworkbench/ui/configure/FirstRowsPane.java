package topicworkbench.ui.configure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewInspection.FileInspection;
import topicworkbench.ui.support.Columns;

/** The first rows of a file as they are read, field by field. */
final class FirstRowsPane extends TableView<List<String>> {
    /** In the order in which people read a review. */
    static final List<ReviewField> ORDER = List.of(ReviewField.STARS, ReviewField.TITLE, ReviewField.TEXT,
            ReviewField.DATE, ReviewField.PRODUCT, ReviewField.PRODUCT_ID, ReviewField.CATEGORY,
            ReviewField.HELPFUL_VOTES, ReviewField.VERIFIED, ReviewField.ID);

    /** As many as leave room for the glance below them in the least window. */
    private static final int ROWS = 4;
    private static final int FIELDS_WITH_ROWS = 5;
    private static final Map<ReviewField, Double> WIDTHS = new EnumMap<>(Map.of(ReviewField.STARS, 56.0,
            ReviewField.TITLE, 150.0, ReviewField.TEXT, 300.0, ReviewField.DATE, 100.0));
    /** Always the same few letters: no room to gain, none to lose. */
    private static final Set<ReviewField> FIXED = Set.of(ReviewField.STARS, ReviewField.DATE);
    private static final double OTHER_WIDTH = 90;
    private static final double ROOMY = 520;

    FirstRowsPane(FileInspection file) {
        super(FXCollections.observableArrayList(file.firstRows().stream().limit(ROWS).toList()));
        setId("preview-rows");
        setAccessibleText("First rows of " + file.reading().file());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        ORDER.stream().filter(file.reading().columns()::containsKey).limit(FIELDS_WITH_ROWS)
                .forEach(field -> add(field, file.columns().indexOf(file.reading().columns().get(field))));
        setSelectionModel(null);
        double height = 34 + 32 * Math.max(1, getItems().size());
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private void add(ReviewField field, int index) {
        TableColumn<List<String>, String> column = Columns.text(field.key(), SettingWords.title(field),
                WIDTHS.getOrDefault(field, OTHER_WIDTH), row -> oneLine(row.get(index)));
        if (FIXED.contains(field)) {
            Columns.bound(column, column.getPrefWidth(), column.getPrefWidth());
        } else if (field != ReviewField.TEXT) {
            column.setMaxWidth(2 * column.getPrefWidth());
        }
        column.setSortable(false);
        if (getColumns().size() == FIELDS_WITH_ROWS - 1) { // the last one only where the others keep their room
            column.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
        }
        getColumns().add(column);
    }

    private static String oneLine(String value) {
        return value == null ? "" : value.replaceAll("\\s+", " ");
    }
}
