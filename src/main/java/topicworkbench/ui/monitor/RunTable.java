package topicworkbench.ui.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.Figures;
import topicworkbench.ui.support.WindowPreferences;

/** The runs as a sortable table. */
final class RunTable extends TableView<RunRow> {

    /** Below this width corpus, documents and model give way; the panel beside the table tells them. */
    private static final double ROOM_FOR_ALL = 840;

    RunTable(RunsViewModel model, WindowPreferences preferences, Consumer<RunRow> open) {
        setId("runs");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getColumns().setAll(columns());
        Columns.remember(this, preferences);
        SortedList<RunRow> sorted = new SortedList<>(model.runs());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().selectedItemProperty().subscribe(row -> model.selectedProperty().set(row));
        model.selectedProperty().subscribe(row -> {
            if (row != getSelectionModel().getSelectedItem()) {
                getSelectionModel().select(row);
            }
        });
        setRowFactory(any -> {
            TableRow<RunRow> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        setOnKeyPressed(key -> {
            RunRow row = getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && row != null) {
                open.accept(row);
            }
        });
    }

    private List<TableColumn<RunRow, ?>> columns() {
        TableColumn<RunRow, RunRow> state = Columns.column("state", "State", 130, row -> row);
        Columns.bound(state, 130, 140);
        state.setComparator(Comparator.comparing(RunRow::state));
        state.setCellFactory(any -> new RunStateCell());
        TableColumn<RunRow, RunRow> created = Columns.column("created", "Created", 142, row -> row);
        Columns.bound(created, 142, 170);
        created.setComparator(Comparator.comparing(row -> row.summary().created()));
        created.setCellFactory(any -> new CreatedCell());
        TableColumn<RunRow, String> name = Columns.text("name", "Name", 170, RunRow::name);
        name.setMinWidth(96);
        TableColumn<RunRow, String> corpus = Columns.text("corpus", "Corpus", 170, RunRow::corpus);
        TableColumn<RunRow, String> model = Columns.text("model", "Model", 124, RunRow::model);
        Columns.bound(model, 124, 200);
        TableColumn<RunRow, Double> documents = Columns.number("documents", "Documents", "Reviews that the model sees",
                80, RunRow::documents, value -> Double.isNaN(value) ? Figures.NONE : Figures.count((long) value));
        widthProperty().subscribe(width -> List.of(corpus, documents, model)
                .forEach(column -> column.setVisible(width.doubleValue() > ROOM_FOR_ALL)));
        return List.of(state, name, corpus,
                documents, model,
                Columns.number("wetc", "WETC", "Coherence of each topic's words by their vectors; higher is better. "
                        + "Compare only runs with the same vectors.", 60, RunRow::wetc, Figures::score),
                Columns.number("tu", "TU", "Topic uniqueness: how few words the topics share; 1 is best", 56,
                        RunRow::tu, Figures::score),
                Columns.number("npmi", "NPMI", "Coherence by words that occur together; higher is better", 64,
                        RunRow::npmi, Figures::score),
                Columns.number("perplexity", "Perplexity", "Of held-out documents: among how many words the model would as well "
                        + "choose blindly; lower is better. Compare only runs on the same documents and terms.", 78,
                        RunRow::perplexity, Figures::perplexity),
                created);
    }
}
