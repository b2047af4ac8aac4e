package topicworkbench.ui.monitor;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.chart.LineChartPane;
import topicworkbench.ui.support.Buttons;

/** Charts two in a row, with the tools that work on all of them. */
final class ChartBoard extends BorderPane {
    private static final int COLUMNS = 2;
    private static final double MOST_SMOOTHING = 0.98;

    private final GridPane grid = new GridPane();
    private List<LineChartPane> charts = List.of();
    private final ToggleButton logarithmic = new ToggleButton("Log scale");
    private final Slider smoothing = new Slider(0, MOST_SMOOTHING, 0);

    ChartBoard(RunWatchViewModel model) {
        getStyleClass().add("chart-board");
        setMinSize(0, 0);
        grid.getStyleClass().add("chart-grid");
        grid.setMinSize(0, 0);
        ToggleButton pause = new ToggleButton("Pause", new FontIcon(Feather.PAUSE));
        pause.setId("pause");
        pause.selectedProperty().bindBidirectional(model.pausedProperty());
        pause.selectedProperty().subscribe(paused -> pause.setText(paused ? "Go on" : "Pause"));
        model.summaryProperty().subscribe(run -> pause.setDisable(run == null || run.state().isTerminal()));
        logarithmic.setId("log-scale");
        logarithmic.selectedProperty().subscribe(() -> charts.forEach(this::dress));
        smoothing.setId("smoothing");
        smoothing.setAccessibleText("Smoothing");
        smoothing.getStyleClass().add(Styles.SMALL);
        smoothing.setPrefWidth(120);
        smoothing.valueProperty().subscribe(() -> charts.forEach(this::dress));
        Label name = new Label("Smoothing");
        name.setLabelFor(smoothing);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label help = new Label("Wheel or drag zooms, double click shows all, right click saves");
        help.getStyleClass().add("caption");
        help.setMinWidth(0);
        HBox tools = new HBox(8, pause, logarithmic, name, smoothing,
                Buttons.flat("Show all", Feather.MAXIMIZE_2, () -> charts.forEach(LineChartPane::showAll)), gap, help);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("chart-tools");
        setTop(tools);
        setCenter(grid);
    }

    void show(List<LineChartPane> newCharts) {
        charts = List.copyOf(newCharts);
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(half);
        }
        int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
        for (int row = 0; row < rows; row++) {
            RowConstraints share = new RowConstraints();
            share.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(share);
        }
        for (int i = 0; i < charts.size(); i++) {
            boolean alone = i == charts.size() - 1 && i % COLUMNS == 0;
            grid.add(charts.get(i), i % COLUMNS, i / COLUMNS, alone ? COLUMNS : 1, 1);
            dress(charts.get(i));
        }
    }

    void refresh() {
        charts.forEach(LineChartPane::refresh);
    }

    private void dress(LineChartPane chart) {
        chart.setLogarithmic(logarithmic.isSelected());
        chart.setSmoothing(smoothing.getValue());
    }
}
