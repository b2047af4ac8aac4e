package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.chart.LineChart.Frame;
import topicworkbench.ui.chart.LineChartPane;
import topicworkbench.ui.chart.LineSeries;
import topicworkbench.wording.Figures;

/** The charts of a run: of its training, and of the machine at work on it. */
final class RunCharts {
    private static final String EPOCH = "Epoch";
    private static final String NATS = "nats per token";

    private final RunWatchViewModel model;
    private final ReadOnlyBooleanProperty dark;
    private final ChartExport export;

    RunCharts(RunWatchViewModel model, ReadOnlyBooleanProperty dark, ChartExport export) {
        this.model = model;
        this.dark = dark;
        this.export = export;
    }

    /** Each algorithm has its own loss; only the neural topic model's has two parts. */
    List<LineChartPane> training(RunCurves curves) {
        RunSpec spec = model.summaryProperty().get().spec();
        LineChartPane quality = chart(Frame.overEpochs("Topic quality", EPOCH, "score"), curves.quality());
        return switch (spec == null ? null : spec.model()) {
            case LdaOptions _ -> List.of(chart(Frame.overEpochs("Negative log-likelihood", EPOCH, NATS), curves.losses()), quality);
            case NmfOptions _ -> List.of(chart(Frame.overEpochs("Unexplained share of TF-IDF", EPOCH, "share of squares"),
                    curves.losses()), quality);
            case NtmOptions _ -> List.of(chart(Frame.overEpochs("Total loss", EPOCH, NATS), curves.losses()), quality,
                    chart(Frame.overEpochs("Reconstruction", EPOCH, NATS), curves.reconstruction()),
                    chart(Frame.overEpochs("KL divergence", EPOCH, NATS), curves.divergence()));
            case null -> List.of(chart(Frame.overEpochs("Loss", EPOCH, NATS), curves.losses()), quality);
        };
    }

    List<LineChartPane> machine(RunCurves curves) {
        List<LineChartPane> charts = new ArrayList<>(List.of(
                chart(Frame.overTime("Processors", "% of all"), curves.processor()),
                chart(Frame.overTime("Memory", "GB"), curves.memory())));
        if (curves.hasGraphics()) {
            charts.add(chart(Frame.overTime("Graphics processors", "%"), curves.graphics()));
            charts.add(chart(Frame.overTime("Graphics memory", "GB"), curves.graphicsMemory()));
        }
        charts.add(chart(Frame.overEpochs("Training speed", EPOCH, "documents/s"), curves.speed()));
        return charts;
    }

    private LineChartPane chart(Frame frame, List<LineSeries> series) {
        LineChartPane pane = new LineChartPane(frame, dark, export, this::source);
        pane.show(series);
        return pane;
    }

    private String source() {
        RunSummary run = model.summaryProperty().get();
        return run.name() + ", " + Figures.moment(run.created())
                + (run.counts() == null ? "" : ", " + Figures.count(run.counts().documents(), "review"));
    }
}
