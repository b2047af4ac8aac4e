package topicworkbench.ui.compare;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.chart.HouseStyle;
import topicworkbench.ui.compare.CompareViewModel.Chosen;

/** The runs that are compared, each with the color of its lines, and the way to leave one out. */
final class ChosenRuns extends FlowPane {
    private static final double LONGEST_NAME = 260;

    private final CompareViewModel model;
    private final ReadOnlyBooleanProperty dark;

    ChosenRuns(CompareViewModel model, ReadOnlyBooleanProperty dark) {
        super(8, 8);
        this.model = model;
        this.dark = dark;
        setId("chosen-runs");
        getStyleClass().add("chosen-runs");
        managedProperty().bind(visibleProperty());
        model.chosen().addListener((Observable changed) -> show());
        dark.subscribe(this::show);
        show();
    }

    private void show() {
        getChildren().clear();
        setVisible(!model.chosen().isEmpty());
        for (int i = 0; i < model.chosen().size(); i++) {
            getChildren().add(chip(model.chosen().get(i), i));
        }
    }

    private HBox chip(Chosen run, int index) {
        Circle dot = new Circle(4);
        dot.setStyle("-fx-fill: " + HouseStyle.lineOnWeb(index, dark.get()));
        Label name = new Label(run.name(), dot);
        name.setMaxWidth(LONGEST_NAME);
        Button out = new Button(null, new FontIcon(Feather.X));
        out.getStyleClass().addAll("flat", "chip-button");
        out.setAccessibleText("Leave " + run.name() + " out");
        out.setOnAction(event -> model.leaveOut(run.id()));
        HBox chip = new HBox(6, name);
        chip.setAlignment(Pos.CENTER_LEFT);
        if (index == 0) {
            Label mark = new Label("reference");
            mark.getStyleClass().add("caption");
            chip.getChildren().add(mark);
        }
        chip.getChildren().add(out);
        chip.getStyleClass().add("run-chip");
        return chip;
    }
}
