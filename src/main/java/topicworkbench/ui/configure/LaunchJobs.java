package topicworkbench.ui.configure;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Line;
import topicworkbench.cloud.SpendingInWords;

/** The jobs of a run that would be launched, each with its minutes, its cost and its end, and what is billed besides. */
final class LaunchJobs extends VBox {

    LaunchJobs(LaunchPlan plan) {
        super(8);
        GridPane grid = new GridPane(12, 4);
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        what.setMinWidth(0);
        grid.getColumnConstraints().setAll(what, figures(), figures(), figures());
        grid.addRow(0, caption("Job"), caption("Minutes"), caption("Cost"), caption("Ended after"));
        for (Line line : plan.lines()) {
            Label job = new Label(line.what());
            job.setWrapText(true);
            grid.addRow(grid.getRowCount(), job, figure(SpendingInWords.range(line.minutes(), 0)),
                    figure(line.cost().isKnown() ? SpendingInWords.money(line.cost().expected(), 2) : "?"),
                    figure(Double.isNaN(line.limit()) ? "?" : Math.round(line.limit()) + " min"));
        }
        getChildren().add(grid);
        plan.others().forEach(other -> getChildren().add(quiet(other)));
        getChildren().add(quiet("Prices: " + plan.pricesOf()));
    }

    private static ColumnConstraints figures() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private static Label figure(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label quiet(String text) {
        Label label = caption(text);
        label.setWrapText(true);
        return label;
    }
}
