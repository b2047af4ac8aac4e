package topicworkbench.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import topicworkbench.comparison.Comparison;
import topicworkbench.run.SpecDifference;
import topicworkbench.ui.support.Columns;
import topicworkbench.wording.Figures;

/** The settings in which the runs differ, a column for each run. */
final class DifferenceTable extends TableView<SpecDifference> {

    DifferenceTable() {
        setId("spec-differences");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Label("The runs were set up alike"));
    }

    void show(Comparison comparison) {
        List<TableColumn<SpecDifference, ?>> columns = new ArrayList<>();
        columns.add(Columns.text("setting", "Setting", 180, SpecDifference::name));
        columns.add(Columns.text("section", "Section", 90, difference -> difference.section().key()));
        for (int i = 0; i < comparison.runs().size(); i++) {
            int run = i;
            columns.add(Columns.text("run-" + i, comparison.runs().get(i).name(), 180, difference ->
                    difference.values().get(run) == null ? Figures.NONE : difference.values().get(run)));
        }
        getColumns().setAll(columns);
        getItems().setAll(comparison.differences());
    }
}
