package topicworkbench.export.picture;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import topicworkbench.chart.Figure;
import topicworkbench.chart.HouseStyle;
import topicworkbench.exploration.TimeBins;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;

/** The charts that a run is shown by where there is no window, by the names of their files. */
public final class RunFigures {
    /** Lines that can be told apart in one chart. */
    private static final int MOST_LINES = 6;
    private static final BasicStroke LINE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Findings findings;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private RunFigures(Findings findings) {
        this.findings = findings;
    }

    /** Those for which the run has numbers: without dates there is none over time, without a map none of it. */
    public static Map<String, Figure> of(Findings findings) {
        RunFigures run = new RunFigures(findings);
        run.bars();
        if (findings.time().count() > 1) {
            run.overTime();
        }
        findings.run().map().ifPresent(map -> run.figures.put("map", new Figure("Every review, colored by topic",
                style -> List.of(), findings.source(), new ReviewMap(findings, map))));
        return run.figures;
    }

    private void bars() {
        List<TopicFinding> topics = findings.topics();
        figures.put("topics", Figure.of("What the reviews speak of: share of the reviews by strongest topic", findings.source(),
                style -> TopicBars.of(topics, TopicFinding::share, format("0.0%"), style)));
        List<TopicFinding> hurting = findings.byImpact();
        figures.put("impact", Figure.of("What hurts most: volume × severity × attention × growth, 100 for the first",
                findings.source(), style -> TopicBars.of(hurting, topic -> topic.impact().score(), format("0"), style)));
        figures.put("stars", Figure.of("Mean stars by topic", findings.source(), style -> TopicBars.of(hurting,
                topic -> topic.impact().meanStars(), format("0.0"), style)));
        figures.put("coherence", Figure.of("Coherence of the topics: WETC with " + findings.report().quality().vectors(),
                findings.source(), style -> TopicBars.of(topics, topic -> topic.topic().wetc(), format("0.00"), style)));
    }

    private void overTime() {
        TimeBins time = findings.time();
        List<TopicFinding> largest = findings.topics().subList(0, Math.min(MOST_LINES, findings.topics().size()));
        figures.put("over-time", Figure.of("Share of the reviews over time: the " + largest.size() + " largest topics",
                style -> largest.stream().map(topic -> new Figure.Key(topic.name(), topic.color())).toList(),
                findings.source(), style -> lines(largest, time, style)));
    }

    private JFreeChart lines(List<TopicFinding> topics, TimeBins time, HouseStyle style) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer pen = new XYLineAndShapeRenderer(true, false);
        for (TopicFinding topic : topics) {
            XYSeries line = new XYSeries(topic.id());
            for (int bin = 0; bin < time.count(); bin++) {
                double share = findings.shareInTime(topic, bin);
                line.add(bin, Double.isNaN(share) ? null : (Double) share); // a gap
            }
            lines.addSeries(line);
            pen.setSeriesPaint(lines.getSeriesCount() - 1, topic.color());
            pen.setSeriesStroke(lines.getSeriesCount() - 1, LINE);
        }
        SymbolAxis across = new SymbolAxis(null, IntStream.range(0, time.count()).mapToObj(time::name).toArray(String[]::new));
        across.setGridBandsVisible(false);
        style.values(across);
        NumberAxis up = new NumberAxis();
        up.setNumberFormatOverride(format("0%"));
        style.values(up);
        XYPlot plot = new XYPlot(lines, across, up, pen);
        style.lines(plot);
        return new JFreeChart(null, null, plot, false);
    }

    private static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
