package topicworkbench.ui.explore;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import topicworkbench.chart.BinnedChart;
import topicworkbench.chart.BinnedChart.Cell;
import topicworkbench.exploration.CrossCount;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.TimeBins;
import topicworkbench.ui.chart.BinnedPane;
import topicworkbench.wording.Figures;

/** All reviews over all time, to brush a stretch of it. */
final class TimeStrip extends StackPane {
    private final Exploration exploration;
    private final BinnedPane pane;
    private final Label nothing = new Label("These reviews have no dates.");
    private final Tally<CrossCount> tally;
    private BinnedChart chart;

    TimeStrip(Exploration exploration, Tallies tallies, ExploreView.With with) {
        this.exploration = exploration;
        setId("time-strip");
        setMinSize(0, 0);
        pane = new BinnedPane(with.dark());
        with.export().offer(pane, () -> chart.figure(RoomWords.source(exploration)), with.dark());
        nothing.getStyleClass().add("chart-empty");
        getChildren().setAll(pane, nothing);
        tally = tallies.tally((situation, threads) -> CrossCount.of(situation.matching().except(Dimension.DATE),
                TimeBins.of(situation.columns().days(), null), situation.assignment(), situation.topics(), threads));
        tally.valueProperty().subscribe(this::show);
        pane.setOnBrush((from, to, adding) -> exploration.apply(tally.valueProperty().get().bins().filter(from, to)));
        pane.setOnReset(() -> exploration.remove(Dimension.DATE));
        pane.setWords((cell, bin) -> tally.valueProperty().get().bins().name(bin) + "\n"
                + Figures.count((long) cell.values()[bin], "review"));
    }

    private void show(CrossCount counts) {
        boolean any = counts != null && counts.bins().count() > 0;
        pane.setVisible(any);
        nothing.setVisible(counts != null && !any);
        if (!any) {
            return;
        }
        TimeBins bins = (TimeBins) counts.bins();
        double[] values = IntStream.range(0, bins.count()).mapToDouble(counts::ofBin).toArray();
        chart = new BinnedChart("Reviews by " + TimeWords.unit(bins.unit()), "Reviews", TimeWords.ticks(bins),
                List.of(new Cell(0, "", "", RoomColors.ALL, values, new double[0], new double[0], false)),
                BinnedChart.Mark.BARS, false, false, TimeWords.brushed(bins, exploration.filtersProperty().get()));
        pane.show(chart);
    }
}
