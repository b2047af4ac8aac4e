package topicworkbench.ui.configure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewInspection;
import topicworkbench.corpus.ReviewInspection.FileInspection;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.Figures;

/** The chosen reviews at a glance: how they are read, which columns were recognized, the first rows, the stars. */
final class PreviewView extends VBox {
    private static final List<ReviewField> ORDER = List.of(ReviewField.STARS, ReviewField.TITLE, ReviewField.TEXT,
            ReviewField.DATE, ReviewField.PRODUCT, ReviewField.CATEGORY, ReviewField.HELPFUL_VOTES,
            ReviewField.VERIFIED, ReviewField.ID);
    private static final int FIELDS_WITH_ROWS = 5;
    private static final Map<ReviewField, Double> WIDTHS = new EnumMap<>(Map.of(ReviewField.STARS, 56.0,
            ReviewField.TITLE, 150.0, ReviewField.TEXT, 300.0, ReviewField.DATE, 100.0));
    /** Always the same few letters: no room to gain, none to lose. */
    private static final Set<ReviewField> FIXED = Set.of(ReviewField.STARS, ReviewField.DATE);
    private static final double OTHER_WIDTH = 90;

    /** @param synthetic whether these are invented reviews, which is said wherever they are shown */
    PreviewView(ReviewInspection inspection, boolean synthetic) {
        getStyleClass().add("preview");
        FileInspection first = inspection.files().getFirst();
        getChildren().addAll(heading(inspection, synthetic), fields(first));
        warnings(inspection).forEach(getChildren()::add);
        TableView<List<String>> rows = rows(first);
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(title("First rows"), rows);
        if (!first.stars().isEmpty()) {
            getChildren().addAll(title(first.complete() ? "Stars" : "Stars in the first rows"),
                    new StarsView(inspection));
        }
    }

    private static Node heading(ReviewInspection inspection, boolean synthetic) {
        var reading = inspection.files().getFirst().reading();
        long read = inspection.files().stream().mapToLong(file -> file.reading().read()).sum();
        boolean complete = inspection.files().stream().allMatch(FileInspection::complete);
        Label name = new Label(synthetic ? "Synthetic reviews" : "Preview");
        name.getStyleClass().add("panel-title");
        Label how = new Label(Figures.count(inspection.files().size(), "file") + " · " + reading.format() + " · "
                + reading.encoding() + " · " + reading.layout() + " · "
                + (complete ? Figures.count(read, "review") : "first " + Figures.count(read, "review")));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        return new VBox(2, name, how);
    }

    private static Node fields(FileInspection file) {
        FlowPane chips = new FlowPane(8, 8);
        ORDER.stream().filter(file.reading().columns()::containsKey).forEach(field -> {
            Label chip = new Label(words(field) + "  ← " + file.reading().columns().get(field));
            chip.getStyleClass().add("chip");
            chips.getChildren().add(chip);
        });
        return chips;
    }

    private static List<Label> warnings(ReviewInspection inspection) {
        return inspection.files().stream().filter(file -> !file.usable() || file.reading().rejected() > 0)
                .map(file -> warning(file.usable()
                        ? Figures.count(file.reading().rejected(), "row") + " of " + file.reading().file()
                                + " cannot be read; the first: line " + file.badRows().getFirst().line() + ", "
                                + file.badRows().getFirst().reason()
                        : "No column of " + file.reading().file() + " looks like the text of a review."))
                .toList();
    }

    private static Label warning(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("warning");
        label.setWrapText(true);
        return label;
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private static TableView<List<String>> rows(FileInspection file) {
        TableView<List<String>> table = new TableView<>(FXCollections.observableArrayList(file.firstRows()));
        table.setId("preview-rows");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        ORDER.stream().filter(file.reading().columns()::containsKey).limit(FIELDS_WITH_ROWS).forEach(field -> {
            int index = file.columns().indexOf(file.reading().columns().get(field));
            TableColumn<List<String>, String> column = Columns.text(field.key(), words(field),
                    WIDTHS.getOrDefault(field, OTHER_WIDTH), row -> oneLine(row.get(index)));
            if (FIXED.contains(field)) {
                Columns.bound(column, column.getPrefWidth(), column.getPrefWidth());
            } else if (field != ReviewField.TEXT) {
                column.setMaxWidth(2 * column.getPrefWidth());
            }
            column.setSortable(false);
            table.getColumns().add(column);
        });
        table.setSelectionModel(null);
        table.setMinHeight(120);
        table.setMaxHeight(34 + 32 * Math.max(1, file.firstRows().size()));
        return table;
    }

    private static String oneLine(String value) {
        return value == null ? "" : value.replaceAll("\\s+", " ");
    }

    private static String words(ReviewField field) {
        String key = field.key().replace('_', ' ');
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
