package topicworkbench.ui.monitor;

import javafx.scene.control.TableCell;
import topicworkbench.ui.support.Figures;

/** When a run was asked for. */
final class CreatedCell extends TableCell<RunRow, RunRow> {

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : Figures.moment(row.summary().created()));
    }
}
