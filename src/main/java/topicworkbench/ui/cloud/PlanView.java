package topicworkbench.ui.cloud;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.cloud.Platform.ChangePlan;
import topicworkbench.ui.support.Columns;

/** What a deployment would change, line by line, and what else it does. */
final class PlanView extends VBox {

    PlanView(ChangePlan plan) {
        super(12);
        Label summary = new Label(CloudWords.summary(plan.changes()));
        summary.setId("plan-summary");
        summary.getStyleClass().add("section-title");
        getChildren().add(summary);
        plan.steps().forEach(step -> getChildren().add(line(Feather.CHEVRON_RIGHT, step, "plan-step")));
        plan.notes().forEach(note -> getChildren().add(line(Feather.ALERT_CIRCLE, note, "plan-note")));
        if (!plan.changes().isEmpty()) {
            TableView<Change> table = table(plan.changes());
            VBox.setVgrow(table, Priority.ALWAYS);
            Label details = new Label();
            details.setId("plan-details");
            details.setWrapText(true);
            details.setMinHeight(USE_PREF_SIZE);
            details.getStyleClass().add("caption");
            details.textProperty().bind(table.getSelectionModel().selectedItemProperty()
                    .map(change -> change.resource() + ": " + details(change)).orElse("Choose a line to read all that changes in it."));
            getChildren().addAll(table, details);
        }
    }

    private static Node line(Feather icon, String words, String style) {
        Label line = new Label(words, new FontIcon(icon));
        line.getStyleClass().addAll("plan-line", style);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private static TableView<Change> table(List<Change> changes) {
        TableView<Change> table = new TableView<>();
        table.setId("plan-changes");
        table.setMinHeight(160);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Change, Change> sign = Columns.column("sign", "", 116, change -> change);
        sign.setCellFactory(any -> new SignCell());
        Columns.bound(sign, 116, 130);
        table.getColumns().add(sign);
        table.getColumns().add(Columns.text("resource", "Resource", 190, Change::resource));
        table.getColumns().add(Columns.text("type", "Type", 190, change -> CloudWords.type(change.type())));
        table.getColumns().add(Columns.text("stack", "Stack", 170, Change::stack));
        table.getColumns().add(Columns.text("details", "What changes", 240, PlanView::details));
        table.getItems().setAll(changes);
        return table;
    }

    private static String details(Change change) {
        return change.action() == Action.ADD && change.details().isEmpty() ? "is made"
                : change.action() == Action.REMOVE ? "is deleted" : String.join("; ", change.details());
    }

    /** What becomes of the resource, in the colors of states. */
    private static final class SignCell extends TableCell<Change, Change> {
        @Override
        protected void updateItem(Change change, boolean empty) {
            super.updateItem(change, empty);
            if (empty || change == null) {
                setGraphic(null);
                return;
            }
            Mark mark = change.action() == Action.ADD ? Mark.GOOD : change.action() == Action.REMOVE ? Mark.BAD
                    : change.replaced() ? Mark.DOUBT : Mark.GOING;
            Label label = mark.label(CloudWords.sign(change));
            ((FontIcon) label.getGraphic()).setIconCode(icon(change));
            setGraphic(label);
        }

        private static Feather icon(Change change) {
            return switch (change.action()) {
                case ADD -> Feather.PLUS_CIRCLE;
                case MODIFY -> change.replaced() ? Feather.REFRESH_CW : Feather.EDIT_2;
                case REMOVE -> Feather.MINUS_CIRCLE;
            };
        }
    }
}
