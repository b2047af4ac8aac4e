package topicworkbench.ui.monitor;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.WindowPreferences;

/** The runs as a table with the columns that the user picked; sorted, searched and grouped by the view model. */
final class RunTable extends TableView<RunLine> {
    private static final String ID = "runs";
    /** Of the standard columns those that give way, each below its width of the table; the panel beside it tells them. */
    private static final Map<String, Double> GIVE_WAY = Map.of("corpus", 920.0, "documents", 920.0, "model", 720.0, "created", 640.0);
    /** Words get what room there is, numbers have no use for it. */
    private static final double GROWTH = 1.25;
    private static final double LEAST_WORDS = 96;

    private final RunsViewModel model;
    private final WindowPreferences preferences;

    /**
     * @param open    gets the run that was double-clicked
     * @param actions what can be done with the runs that are selected, for the right button
     */
    RunTable(RunsViewModel model, WindowPreferences preferences, Consumer<RunRow> open,
            Function<List<RunRow>, List<MenuItem>> actions) {
        this.model = model;
        this.preferences = preferences;
        setId(ID);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        showColumns(preferences.columns(ID, RunColumns.STANDARD));
        getColumns().addListener((Observable changed) -> preferences.setColumns(ID, shownColumns()));
        setItems(model.lines());
        setSortPolicy(table -> {
            model.orderProperty().set(order());
            return true;
        });
        widthProperty().subscribe(this::fit);
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunLine>) change -> tellSelection());
        model.selection().addListener((ListChangeListener<RunRow>) change -> followSelection());
        model.selectedProperty().subscribe(this::followSelected);
        setRowFactory(any -> row(open));
        ContextMenu menu = new ContextMenu();
        setOnContextMenuRequested(asked -> {
            if (!model.selection().isEmpty()) {
                menu.getItems().setAll(actions.apply(List.copyOf(model.selection())));
                menu.show(this, asked.getScreenX(), asked.getScreenY());
            }
            asked.consume();
        });
        setOnKeyPressed(key -> {
            RunLine line = getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE && line instanceof RunLine.Group) {
                act(line, open);
            }
        });
    }

    private TableRow<RunLine> row(Consumer<RunRow> open) {
        TableRow<RunLine> row = new TableRow<>();
        row.setOnMouseClicked(click -> {
            boolean isGroup = row.getItem() instanceof RunLine.Group;
            if (!row.isEmpty() && click.getClickCount() == (isGroup ? 1 : 2)) {
                act(row.getItem(), open);
            }
        });
        return row;
    }

    private void act(RunLine line, Consumer<RunRow> open) {
        switch (line) {
            case RunLine.Group group -> model.fold(group);
            case RunRow row -> open.accept(row);
            case null -> { }
        }
    }

    /** Ids of the columns, left to right. */
    List<String> shownColumns() {
        return getColumns().stream().map(TableColumn::getId).toList();
    }

    /** @param ids of columns that exist; others are passed over */
    void showColumns(List<String> ids) {
        getColumns().setAll(ids.stream().flatMap(id -> RunColumns.named(id).stream()).map(this::column).toList());
        Columns.remember(this, preferences);
        fit();
    }

    private TableColumn<RunLine, RunLine> column(RunColumn shown) {
        TableColumn<RunLine, RunLine> column = Columns.column(shown.id(), null, shown.width(), line -> line);
        column.setGraphic(title(shown));
        column.setUserData(shown);
        column.setMinWidth(Math.min(shown.width(), LEAST_WORDS));
        if (shown.isNumber()) {
            column.setMinWidth(shown.width());
            column.setMaxWidth(shown.width() * GROWTH);
        }
        if (shown.best() != null || shown.id().equals("created")) {
            column.setSortType(TableColumn.SortType.DESCENDING);
        }
        if (shown.isNumber() && !Set.of("state", "created").contains(shown.id())) {
            column.getStyleClass().add("number");
        }
        column.setCellFactory(any -> new RunCell(shown));
        return column;
    }

    private static Label title(RunColumn shown) {
        Label title = new Label(shown.title());
        title.setTooltip(new Tooltip(shown.help()));
        return title;
    }

    /** Columns fill the table, unless there are too many: then they keep their widths and it scrolls. */
    private void fit() {
        boolean standard = shownColumns().equals(RunColumns.STANDARD);
        double wanted = 0;
        boolean changed = false;
        for (TableColumn<RunLine, ?> column : getColumns()) {
            boolean seen = !standard || getWidth() > GIVE_WAY.getOrDefault(column.getId(), 0.0);
            changed |= seen != column.isVisible();
            column.setVisible(seen);
            wanted += column.isVisible() ? column.getMinWidth() : 0;
        }
        if (changed) { // JavaFX makes the heads of all columns anew, and the titles would hold the old ones
            getColumns().forEach(column -> column.setGraphic(title((RunColumn) column.getUserData())));
        }
        setColumnResizePolicy(wanted > getWidth() ? UNCONSTRAINED_RESIZE_POLICY : CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    /** By the columns that the user sorted by, the first one first; null for none. */
    private Comparator<RunRow> order() {
        return getSortOrder().stream().map(column -> {
            Comparator<RunRow> rising = ((RunColumn) column.getUserData()).order();
            return column.getSortType() == TableColumn.SortType.DESCENDING ? rising.reversed() : rising;
        }).reduce(Comparator::thenComparing).orElse(null);
    }

    private void tellSelection() {
        if (!model.isRearranging()) {
            List<RunRow> rows = getSelectionModel().getSelectedItems().stream().filter(RunRow.class::isInstance)
                    .map(RunRow.class::cast).toList();
            if (!rows.equals(model.selection())) {
                model.select(rows);
            }
        }
    }

    /** Selects again what was selected before the lines changed. */
    private void followSelection() {
        if (model.isRearranging()) {
            Set<RunRow> wanted = new HashSet<>(model.selection());
            int[] indices = IntStream.range(0, getItems().size())
                    .filter(index -> getItems().get(index) instanceof RunRow row && wanted.contains(row)).toArray();
            getSelectionModel().clearSelection();
            if (indices.length > 0) {
                getSelectionModel().selectIndices(indices[0], indices);
            }
        }
    }

    private void followSelected(RunRow row) {
        if (!model.isRearranging() && row != getSelectionModel().getSelectedItem()
                && !getSelectionModel().getSelectedItems().contains(row)) {
            getSelectionModel().clearSelection();
            getSelectionModel().select(row);
        }
    }
}
