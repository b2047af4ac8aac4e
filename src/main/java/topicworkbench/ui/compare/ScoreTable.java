package topicworkbench.ui.compare;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.shape.Circle;
import topicworkbench.chart.HouseStyle;
import topicworkbench.comparison.ComparedRun;
import topicworkbench.comparison.Comparison;
import topicworkbench.run.SpecInWords;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** The runs' scores on common ground, a row each; the best of each score stands out. */
final class ScoreTable extends TableView<ComparedRun> {
    private static final double ROW = 32;
    private static final double EDGE = 3;
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final CompareViewModel model;
    private final ReadOnlyBooleanProperty dark;

    /** What makes a score better. */
    private enum Better { HIGHER, LOWER, NEITHER }

    ScoreTable(CompareViewModel model, ReadOnlyBooleanProperty dark, WindowPreferences preferences) {
        this.model = model;
        this.dark = dark;
        setId("compared-runs");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getColumns().setAll(columns());
        Columns.remember(this, preferences);
        setRowFactory(any -> row());
        getSelectionModel().selectedItemProperty().subscribe(run -> {
            if (run != null && run != getItems().getFirst()) {
                model.align(run);
            }
        });
        dark.subscribe(this::refresh);
    }

    void show(Comparison comparison) {
        getItems().setAll(comparison.runs());
        double height = ROW * (1 + comparison.runs().size()) + EDGE;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        getSelectionModel().select(1);
    }

    private List<TableColumn<ComparedRun, ?>> columns() {
        TableColumn<ComparedRun, String> name = Columns.text("name", "Run", 200, ComparedRun::name);
        name.setMinWidth(120);
        name.setCellFactory(any -> new NameCell());
        TableColumn<ComparedRun, String> kind = Columns.text("model", "Model", 124,
                run -> SpecInWords.model(run.run().spec()));
        Columns.bound(kind, 118, 180);
        return List.of(name, kind,
                score("wetc", "WETC", "Mean coherence of the topics' words by the common vectors; higher is better",
                        60, run -> run.quality().wetc(), Better.HIGHER),
                score("tu", "TU", "Topic uniqueness: how few words the topics share; 1 is best", 56,
                        run -> run.quality().tu(), Better.HIGHER),
                score("npmi", "NPMI", "Mean coherence by words that occur together in the common documents; higher is "
                        + "better", 64, run -> run.quality().npmi(), Better.HIGHER),
                figure("perplexity", "Perplexity", "Of held-out documents; lower is better. Only where it was measured on "
                        + "the same documents and terms as the reference's", 78, run -> run.quality().perplexity(),
                        Better.LOWER, Figures::perplexity),
                score("stability", "Stability", "How far topics of several seeds are the same; higher is better", 72,
                        run -> run.quality().stability(), Better.HIGHER),
                figure("time", "Time", "Of all stages", 96, ComparedRun::seconds, Better.NEITHER,
                        value -> Double.isNaN(value) ? Figures.NONE : Figures.duration(value)),
                figure("memory", "Memory", "Most that the run's process held", 76,
                        run -> run.peakMemoryMb() == 0 ? Double.NaN : run.peakMemoryMb(), Better.NEITHER,
                        value -> Double.isNaN(value) ? Figures.NONE : Figures.bytes((long) value << 20)));
    }

    private TableColumn<ComparedRun, Double> score(String id, String title, String help, double width,
            ToDoubleFunction<ComparedRun> value, Better better) {
        return figure(id, title, help, width, value, better, Figures::score);
    }

    private TableColumn<ComparedRun, Double> figure(String id, String title, String help, double width,
            ToDoubleFunction<ComparedRun> value, Better better, DoubleFunction<String> format) {
        TableColumn<ComparedRun, Double> column = Columns.number(id, title, help, width, value, format);
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : format.apply(item));
                boolean best = !empty && item != null && isBest(item, value, better);
                pseudoClassStateChanged(BEST, best);
                setAccessibleText(best ? "best, " + getText() : null);
            }
        });
        return column;
    }

    private boolean isBest(double item, ToDoubleFunction<ComparedRun> value, Better better) {
        return better != Better.NEITHER && !Double.isNaN(item) && getItems().stream().mapToDouble(value)
                .noneMatch(other -> better == Better.HIGHER ? other > item : other < item);
    }

    private TableRow<ComparedRun> row() {
        TableRow<ComparedRun> row = new TableRow<>();
        MenuItem reference = new MenuItem("Make reference");
        reference.setOnAction(event -> model.makeReference(row.getItem().id()));
        MenuItem out = new MenuItem("Leave out");
        out.setOnAction(event -> model.leaveOut(row.getItem().id()));
        ContextMenu menu = new ContextMenu(reference, out);
        menu.setOnShowing(event -> reference.setDisable(row.getIndex() == 0));
        row.emptyProperty().subscribe(empty -> row.setContextMenu(empty ? null : menu));
        return row;
    }

    /** The name with the color of the run's lines. */
    private final class NameCell extends TableCell<ComparedRun, String> {
        private final Circle dot = new Circle(4);

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? null : name);
            setGraphic(empty ? null : dot);
            int index = empty || getTableRow() == null ? -1 : getItems().indexOf(getTableRow().getItem());
            if (index >= 0) {
                dot.setStyle("-fx-fill: " + HouseStyle.lineOnWeb(model.chosen().indexOf(
                        new CompareViewModel.Chosen(getItems().get(index).id(), getItems().get(index).name())), dark.get()));
            }
        }

        private List<ComparedRun> getItems() {
            return ScoreTable.this.getItems();
        }
    }
}
