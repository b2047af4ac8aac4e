package topicworkbench.ui.support;

import java.util.Comparator;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Table columns as the house has them: text left, numbers right with the same decimals, every one sortable. */
public final class Columns {
    /** Missing values come last when rising, first when falling; text without regard to case. */
    private static final Comparator<String> WORDS = Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER);

    /** In a wide window the words get the room; a number has no use for it. */
    private static final double NUMBER_GROWTH = 1.25;

    private Columns() { }

    public static <R> TableColumn<R, String> text(String id, String title, double width, Function<R, String> value) {
        TableColumn<R, String> column = column(id, title, width, value);
        column.setComparator(WORDS);
        return column;
    }

    /** @param help what the number means, shown over the title */
    public static <R> TableColumn<R, Double> number(String id, String title, String help, double width,
            ToDoubleFunction<R> value, DoubleFunction<String> format) {
        TableColumn<R, Double> column = column(id, null, width, row -> value.applyAsDouble(row));
        Label heading = new Label(title);
        heading.setTooltip(new Tooltip(help));
        column.setGraphic(heading);
        column.setComparator(Comparator.comparingDouble(n -> Double.isNaN(n) ? Double.NEGATIVE_INFINITY : n));
        column.setMinWidth(width);
        column.setMaxWidth(width * NUMBER_GROWTH);
        column.setSortType(TableColumn.SortType.DESCENDING);
        column.getStyleClass().add("number");
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : format.apply(item));
            }
        });
        return column;
    }

    /** A column of any value; the caller gives its cells. */
    public static <R, V> TableColumn<R, V> column(String id, String title, double width, Function<R, V> value) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    /** Keeps a column between two widths and gives the others the rest. */
    public static <R> void bound(TableColumn<R, ?> column, double least, double most) {
        column.setMinWidth(least);
        column.setMaxWidth(most);
        TableView<R> table = column.getTableView();
        if (table != null) {
            table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
        }
    }

    /** Column widths come back the next day. */
    public static void remember(TableView<?> table, WindowPreferences preferences) {
        for (TableColumn<?, ?> column : table.getColumns()) {
            String name = table.getId() + "." + column.getId();
            column.setPrefWidth(preferences.size(name, column.getPrefWidth()));
            column.widthProperty().addListener((any, before, now) -> preferences.setSize(name, now.doubleValue()));
        }
    }

    /** Which columns are shown comes back as well. */
    public static void rememberShown(TableView<?> table, WindowPreferences preferences) {
        for (TableColumn<?, ?> column : table.getColumns()) {
            String name = table.getId() + "." + column.getId() + ".shown";
            column.setVisible(preferences.size(name, 1) > 0);
            column.visibleProperty().subscribe((was, is) -> preferences.setSize(name, is ? 1 : 0));
        }
    }
}
