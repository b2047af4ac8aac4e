package topicworkbench.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import topicworkbench.comparison.ComparedRun;
import topicworkbench.comparison.Comparison;
import topicworkbench.run.RunEvent;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.chart.LineChart.Frame;
import topicworkbench.ui.chart.LineChartPane;
import topicworkbench.ui.chart.LineSeries;
import topicworkbench.ui.chart.SeriesPoints;
import topicworkbench.wording.Figures;

/** How the trainings went, one over the other. */
final class CurvesPane extends GridPane {
    private static final String EPOCHS = "Epoch (LDA: block of sweeps)";

    private final List<LineChartPane> charts = new ArrayList<>();
    private Comparison comparison;

    /** What is drawn of each epoch. */
    private enum Curve {
        TRAIN("Train loss", "Nats per token", epoch -> epoch.metrics().total()),
        VALIDATION("Validation loss", "Nats per token", epoch -> epoch.metrics().validationTotal()),
        WETC("Coherence (WETC, each run's own vectors)", "WETC", RunEvent.EpochFinished::wetc),
        NPMI("Coherence (NPMI, each run's own documents)", "NPMI", RunEvent.EpochFinished::npmi);

        private final Frame frame;
        private final ToDoubleFunction<RunEvent.EpochFinished> value;

        Curve(String title, String unit, ToDoubleFunction<RunEvent.EpochFinished> value) {
            this.frame = Frame.overEpochs(title, EPOCHS, unit);
            this.value = value;
        }
    }

    CurvesPane(ReadOnlyBooleanProperty dark, ChartExport export) {
        getStyleClass().addAll("chart-grid", "compared-curves");
        setMinSize(0, 0);
        for (Curve curve : Curve.values()) {
            LineChartPane chart = new LineChartPane(curve.frame, dark, export, this::source);
            charts.add(chart);
            add(chart, curve.ordinal() % 2, curve.ordinal() / 2);
        }
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            getColumnConstraints().add(half);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(50);
            getRowConstraints().add(row);
        }
    }

    void show(Comparison newComparison) {
        comparison = newComparison;
        for (Curve curve : Curve.values()) {
            List<LineSeries> lines = new ArrayList<>();
            for (int i = 0; i < comparison.runs().size(); i++) {
                SeriesPoints points = new SeriesPoints();
                comparison.runs().get(i).epochs()
                        .forEach(epoch -> points.add(epoch.metrics().epoch(), curve.value.applyAsDouble(epoch)));
                lines.add(new LineSeries(comparison.runs().get(i).name(), i, points, Figures::score));
            }
            charts.get(curve.ordinal()).show(lines);
        }
    }

    private String source() {
        return comparison == null ? "" : comparison.runs().stream().map(ComparedRun::name)
                .collect(Collectors.joining(" · "));
    }
}
