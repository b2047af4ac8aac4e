package topicworkbench.ui.monitor;

import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import topicworkbench.ui.support.StateLabel;

/** A run's state; while this window watches the run, the state changes by itself. */
final class RunStateCell extends TableCell<RunRow, RunRow> {
    private final StateLabel label = new StateLabel();
    private Subscription watching = Subscription.EMPTY;

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        setGraphic(empty || row == null ? null : label);
        if (row == null) {
            return;
        }
        if (row.live() == null) {
            label.show(row.state());
        } else {
            watching = row.live().stateProperty().subscribe(label::show);
        }
    }
}
