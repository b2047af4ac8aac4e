package topicworkbench.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyTable;
import topicworkbench.study.Variation;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.wording.Figures;

/** The trials of a study: what was tried and what came of it; the one to take is marked. */
final class StudyTrials extends TableView<StudyRow> {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private int best = -1;

    StudyTrials() {
        setId("trials");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    }

    void show(StudyTable table) {
        best = table.advice().row() == null ? -1 : table.advice().row().number();
        if (getColumns().isEmpty() || !getUserData().equals(table.study().id())) {
            setUserData(table.study().id());
            getColumns().setAll(columns(table.study().spec().variations()));
        }
        List<Integer> selected = List.copyOf(getSelectionModel().getSelectedIndices());
        getItems().setAll(table.rows());
        sort();
        selected.forEach(getSelectionModel()::select);
    }

    private List<TableColumn<StudyRow, ?>> columns(List<Variation> variations) {
        List<TableColumn<StudyRow, ?>> columns = new ArrayList<>();
        TableColumn<StudyRow, Integer> number = Columns.column("number", "Trial", 64, StudyRow::number);
        Columns.bound(number, 64, 72);
        number.setCellFactory(any -> new NumberCell());
        columns.add(number);
        for (Variation variation : variations) {
            String setting = variation.setting();
            TableColumn<StudyRow, String> column = Columns.text(setting, setting, 120,
                    row -> row.trial().settings().get(setting));
            column.setComparator(StudyTrials::compare);
            columns.add(column);
        }
        TableColumn<StudyRow, StudyRow> state = Columns.column("state", "State", 124, row -> row);
        state.setCellFactory(any -> new StateCell());
        state.setSortable(false);
        columns.add(state);
        columns.add(score("quality", "Topic quality", "NPMI times TU, by which trials are judged; higher is better", 88,
                StudyRow::topicQuality));
        columns.add(score("npmi", "NPMI", "Coherence by words that occur together; higher is better", 64,
                row -> row.quality().npmi()));
        columns.add(score("tu", "TU", "Topic uniqueness: 1 is best", 56, row -> row.quality().tu()));
        columns.add(score("wetc", "WETC", "Coherence by word vectors; higher is better", 60, row -> row.quality().wetc()));
        columns.add(Columns.number("perplexity", "Perplexity", "Of held-out documents; lower is better", 78,
                row -> row.quality().perplexity(), Figures::perplexity));
        columns.add(score("stability", "Stability", "How far topics of several seeds are the same", 72,
                row -> row.quality().stability()));
        columns.add(Columns.number("time", "Time", "Of all finished stages", 84, StudyRow::seconds,
                value -> value > 0 ? Figures.duration(value) : Figures.NONE));
        return columns;
    }

    private static TableColumn<StudyRow, Double> score(String id, String title, String help, double width,
            ToDoubleFunction<StudyRow> value) {
        return Columns.number(id, title, help, width, value, Figures::score);
    }

    /** Numbers as numbers, everything else as words. */
    private static int compare(String one, String other) {
        try {
            return Double.compare(Double.parseDouble(one), Double.parseDouble(other));
        } catch (NumberFormatException e) {
            return one.compareToIgnoreCase(other);
        }
    }

    /** The best one has a star beside its number. */
    private final class NumberCell extends TableCell<StudyRow, Integer> {
        private final FontIcon star = new FontIcon(Feather.STAR);

        NumberCell() {
            getStyleClass().add("standing");
        }

        @Override
        protected void updateItem(Integer number, boolean empty) {
            super.updateItem(number, empty);
            boolean isBest = !empty && number != null && number == best;
            setText(empty || number == null ? null : Integer.toString(number));
            setGraphic(isBest ? star : null);
            pseudoClassStateChanged(BEST, isBest);
            setAccessibleText(isBest ? "Trial " + number + ", best" : null);
        }
    }

    private static final class StateCell extends TableCell<StudyRow, StudyRow> {
        private final StateLabel label = new StateLabel();

        @Override
        protected void updateItem(StudyRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean begun = !empty && row != null && row.run() != null;
            setGraphic(begun ? label : null);
            setText(empty || begun ? null : "Not begun");
            if (begun) {
                label.show(row.run().state());
            }
        }
    }
}
