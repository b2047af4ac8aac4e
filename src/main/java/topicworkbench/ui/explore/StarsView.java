package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import topicworkbench.chart.BinnedChart;
import topicworkbench.chart.BinnedChart.Cell;
import topicworkbench.exploration.CrossCount;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Filters;
import topicworkbench.exploration.Interval;
import topicworkbench.exploration.StarBins;
import topicworkbench.exploration.StarDistribution;
import topicworkbench.math.Threads;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.explore.Tallies.Situation;
import topicworkbench.wording.Figures;

/** How many stars the reviews of each topic give, the worst topics first; stars are brushed in any. */
final class StarsView extends CountView<StarsView.Counted> {
    /** The cell of all reviews. */
    private static final int ALL = -1;
    private static final List<String> TICKS = List.of("1", "2", "3", "4", "5");

    private boolean shares = true;

    record Counted(CrossCount counts, Filters filters) { }

    StarsView(Exploration exploration, Tallies tallies, ExploreView.With with) {
        super("stars-view", exploration, tallies, with);
        tools().getChildren().setAll(new Segments("stars-measure", with.preferences(), chosen -> {
            shares = chosen == 0;
            redraw();
        }, "Shares", "Counts"));
        pane().setOnBrush((from, to, adding) -> exploration.apply(counted().counts().bins().filter(from, to)));
        pane().setOnReset(() -> exploration.remove(Dimension.STARS));
        pane().setOnCell(topic -> {
            if (topic != ALL) {
                exploration.select(topic);
                exploration.toggle(Filter.Topics.of(topic));
            }
        });
        pane().setWords(this::words);
    }

    @Override
    Counted count(Situation now, Threads threads) {
        return new Counted(CrossCount.of(now.matching().except(Dimension.TOPIC, Dimension.STARS), new StarBins(now.columns().stars()),
                now.assignment(), now.topics(), threads), now.filters());
    }

    @Override
    BinnedChart chart(Counted counted) {
        if (StarDistribution.ofAll(counted.counts()).all() == 0) {
            return null;
        }
        List<Cell> cells = new ArrayList<>();
        cells.add(cell(ALL, "All reviews", RoomColors.ALL, counted, false));
        exploration().topics().stream().sorted(Comparator.comparingDouble(topic -> orLast(of(counted, topic.id()).mean())))
                .forEach(topic -> cells.add(cell(topic.id(), TopicNames.of(topic), RoomColors.of(exploration(), topic.id()), counted,
                        !isLetThrough(counted.filters(), topic.id()))));
        BitSet chosen = new BitSet();
        if (counted.filters().on(Dimension.STARS).orElse(null) instanceof Filter.Stars stars) {
            chosen.set((int) stars.from() - 1, (int) stars.to());
        }
        return new BinnedChart(shares ? "Stars, shares of each topic's reviews" : "Stars of each topic's reviews",
                shares ? "Share of reviews" : "Reviews", TICKS, cells, BinnedChart.Mark.BARS, shares, !shares, chosen);
    }

    private static double orLast(double mean) {
        return Double.isNaN(mean) ? Double.MAX_VALUE : mean;
    }

    private static StarDistribution of(Counted counted, int key) {
        return key == ALL ? StarDistribution.ofAll(counted.counts()) : StarDistribution.of(counted.counts(), key);
    }

    private Cell cell(int key, String title, int rgb, Counted counted, boolean faded) {
        StarDistribution stars = of(counted, key);
        double[] values = new double[TICKS.size()];
        double[] low = new double[values.length];
        double[] high = new double[values.length];
        for (int bin = 0; bin < values.length; bin++) {
            long count = stars.counts()[bin];
            Interval interval = shares ? Interval.ofShare(count, stars.all()) : Interval.ofCount(count);
            values[bin] = shares ? stars.share(bin) : count;
            low[bin] = interval.low();
            high[bin] = interval.high();
        }
        return new Cell(key, title, "mean " + RoomWords.stars(stars.mean()), rgb, values, low, high, faded);
    }

    private String words(Cell cell, int bin) {
        StarDistribution stars = of(counted(), cell.key());
        Interval share = Interval.ofShare(stars.counts()[bin], stars.all());
        return cell.title() + "\n" + counted().counts().bins().name(bin) + ": " + Figures.count(stars.counts()[bin], "review") + ", "
                + Figures.percent(stars.share(bin)) + " (" + Figures.percent(share.low()) + " to " + Figures.percent(share.high())
                + ")\nMean " + RoomWords.stars(stars.mean()) + " (" + RoomWords.stars(stars.interval().low()) + " to "
                + RoomWords.stars(stars.interval().high()) + ")";
    }

    @Override
    String nothing() {
        return "These reviews have no stars.";
    }
}
