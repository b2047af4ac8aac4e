package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ToggleButton;
import topicworkbench.chart.BinnedChart;
import topicworkbench.chart.BinnedChart.Cell;
import topicworkbench.exploration.CrossCount;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Filters;
import topicworkbench.exploration.Growth;
import topicworkbench.exploration.Interval;
import topicworkbench.exploration.TimeBins;
import topicworkbench.exploration.TimeUnit;
import topicworkbench.exploration.TopicSums;
import topicworkbench.math.Threads;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.explore.Tallies.Situation;
import topicworkbench.wording.Figures;

/** Each topic over time, as counts or as shares of the reviews of that time, with 95% intervals; time is brushed in any. */
final class OverTimeView extends CountView<OverTimeView.Counted> {

    private boolean shares = true;
    private boolean all = true;
    private boolean own;
    private volatile Optional<TimeUnit> unit = Optional.empty();

    /** @param sums for the growth of each topic */
    record Counted(CrossCount counts, TopicSums sums, Filters filters) { }

    OverTimeView(Exploration exploration, Tallies tallies, ExploreView.With with) {
        super("over-time", exploration, tallies, with);
        List<Optional<TimeUnit>> units = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(TimeUnit.values()).map(Optional::of).forEach(units::add);
        ToggleButton scale = new ToggleButton("Own scales");
        scale.setId("over-time-scales");
        scale.selectedProperty().subscribe(chosen -> {
            own = chosen;
            redraw();
        });
        tools().getChildren().setAll(new Segments("over-time-measure", with.preferences(), chosen -> {
            shares = chosen == 0;
            redraw();
        }, "Shares", "Counts"), new Segments("over-time-topics", with.preferences(), chosen -> {
            all = chosen == 0;
            redraw();
        }, "All topics", "Selected topic"), DropDown.of("over-time-unit", units, units.getFirst(),
                value -> value.map(TimeUnit::word).orElse("Fitting bins"), chosen -> {
            unit = chosen;
            recount();
        }), scale);
        pane().setOnBrush((from, to, adding) -> exploration.apply(counted().counts().bins().filter(from, to)));
        pane().setOnReset(() -> exploration.remove(Dimension.DATE));
        pane().setOnCell(topic -> {
            exploration.select(topic);
            exploration.toggle(Filter.Topics.of(topic));
        });
        pane().setWords(this::words);
    }

    @Override
    Counted count(Situation now, Threads threads) {
        int[] days = now.columns().days();
        // the brushed stretch fills the view; the strip below still shows all of time
        TimeBins bins = now.filters().on(Dimension.DATE).orElse(null) instanceof Filter.Days stretch
                ? TimeBins.between(days, unit.orElse(null), stretch.from(), stretch.to()) : TimeBins.of(days, unit.orElse(null));
        int topics = now.topics();
        return new Counted(CrossCount.of(now.matching().except(Dimension.TOPIC, Dimension.DATE), bins, now.assignment(), topics,
                threads), TopicSums.of(now.matching().except(Dimension.TOPIC), now.assignment(), topics, now.columns(), threads),
                now.filters());
    }

    @Override
    BinnedChart chart(Counted counted) {
        TimeBins bins = (TimeBins) counted.counts().bins();
        List<Topic> shown = all ? List.copyOf(exploration().topics())
                : Optional.ofNullable(exploration().selectedProperty().get()).map(List::of).orElse(List.of());
        if (bins.count() == 0 || shown.isEmpty()) {
            return null;
        }
        CrossCount counts = counted.counts();
        long[] whole = IntStream.range(0, bins.count()).mapToLong(counts::ofBin).toArray(); // the same for all topics
        long least = counts.leastForShares();
        return new BinnedChart((shares ? "Share of reviews by " : "Reviews by ") + TimeWords.unit(bins.unit()),
                shares ? "Share of reviews" : "Reviews", TimeWords.ticks(bins),
                shown.stream().map(topic -> cell(topic, counted, whole, least)).toList(), BinnedChart.Mark.LINE, shares, own,
                new BitSet());
    }

    /**
     * One topic's line.
     *
     * @param whole reviews in each bin
     * @param least of them, for a share to be shown
     */
    private Cell cell(Topic topic, Counted counted, long[] whole, long least) {
        CrossCount counts = counted.counts();
        int bins = counts.bins().count();
        double[] values = new double[bins];
        double[] low = new double[bins];
        double[] high = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            long part = topic.id() < counts.topics() ? counts.count(topic.id(), bin) : 0;
            Interval interval = shares ? Interval.ofShare(part, whole[bin]) : Interval.ofCount(part);
            values[bin] = !shares ? part : whole[bin] < least ? Double.NaN : (double) part / whole[bin];
            low[bin] = interval.low();
            high[bin] = interval.high();
        }
        return new Cell(topic.id(), TopicNames.of(topic), growth(counted.sums(), topic.id()), RoomColors.of(exploration(), topic.id()),
                values, low, high, !isLetThrough(counted.filters(), topic.id()));
    }

    private static String growth(TopicSums sums, int topic) {
        Growth growth = topic < sums.topics() ? sums.growth(topic) : new Growth(0, 0, 0, 0);
        return growth.isCertain() ? RoomWords.times(growth.ratio()) : "";
    }

    private String words(Cell cell, int bin) {
        CrossCount counts = counted().counts();
        long part = cell.key() < counts.topics() ? counts.count(cell.key(), bin) : 0;
        long whole = counts.ofBin(bin);
        String share = whole == 0 ? "no reviews" : Figures.percent((double) part / whole) + " ("
                + Figures.percent(Interval.ofShare(part, whole).low()) + " to " + Figures.percent(Interval.ofShare(part, whole).high())
                + ")\n" + Figures.count(part) + " of " + Figures.count(whole, "review");
        return cell.title() + "\n" + counts.bins().name(bin) + "\n" + share;
    }

    @Override
    String nothing() {
        return "These reviews have no dates.";
    }
}
