package topicworkbench.ui.explore;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import topicworkbench.chart.BinnedChart;
import topicworkbench.chart.BinnedChart.Cell;
import topicworkbench.exploration.Bins;
import topicworkbench.exploration.CrossCount;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.DocumentBins;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Filters;
import topicworkbench.exploration.Interval;
import topicworkbench.exploration.NameBins;
import topicworkbench.exploration.Selection;
import topicworkbench.math.Threads;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.explore.Tallies.Situation;
import topicworkbench.wording.Figures;

/** The reviews by product or by any other column, or how much of each value's reviews the selected topic has. */
final class ColumnView extends CountView<ColumnView.Counted> {
    private static final List<Integer> MOST = List.of(10, 25, 50, 100);

    private final ComboBox<Dimension> columns;
    private volatile Dimension column = Dimension.PRODUCT;
    private volatile int most = 25;
    private volatile boolean share;

    record Counted(CrossCount counts, Filters filters, boolean share) { }

    ColumnView(Exploration exploration, Tallies tallies, ExploreView.With with) {
        super("columns-view", exploration, tallies, with);
        columns = DropDown.of("column", List.of(column), column, ColumnView::word, chosen -> {
            column = chosen;
            recount();
        });
        tools().getChildren().setAll(columns, DropDown.of("column-most", MOST, most, value -> "Top " + value, chosen -> {
            most = chosen;
            recount();
        }), new Segments("column-measure", with.preferences(), chosen -> {
            share = chosen == 1;
            recount();
        }, "Reviews", "Share of the selected topic"));
        exploration.columnsProperty().subscribe(this::offer);
        pane().setOnBrush(this::brush);
        pane().setOnReset(() -> exploration.remove(counted().counts().bins().dimension()));
        pane().setWords(this::words);
    }

    private void offer(DocumentColumns read) {
        if (read != null) {
            List<Dimension> useful = DocumentBins.of(exploration().runProperty().get(), read);
            columns.getItems().setAll(useful);
            columns.setValue(useful.contains(column) || useful.isEmpty() ? column : useful.getFirst());
        }
    }

    private static String word(Dimension dimension) {
        return dimension.equals(Dimension.SOURCE) ? "File" : dimension.equals(Dimension.VERIFIED) ? "Purchase" : dimension.words();
    }

    private void brush(int from, int to, boolean adding) {
        Bins bins = counted().counts().bins();
        Filter filter = bins.filter(from, to);
        if (adding && filter instanceof Filter.Names more
                && exploration().filtersProperty().get().on(bins.dimension()).orElse(null) instanceof Filter.Names before) {
            Set<String> both = new TreeSet<>(before.names());
            both.addAll(more.names());
            exploration().apply(new Filter.Names(bins.dimension(), both));
        } else {
            exploration().toggle(filter);
        }
    }

    @Override
    Counted count(Situation now, Threads threads) {
        Dimension by = column;
        boolean ofTopic = share;
        Selection among = ofTopic ? now.matching().except(Dimension.TOPIC, by) : now.matching().except(by);
        return new Counted(CrossCount.of(among, DocumentBins.bins(by, now.run(), among, most), now.assignment(), now.topics(), threads),
                now.filters(), ofTopic);
    }

    /** The bin of all names that have none of their own. */
    private static int rest(Bins bins) {
        return bins instanceof NameBins names && names.others() > 0 ? names.count() - 1 : -1;
    }

    @Override
    BinnedChart chart(Counted counted) {
        CrossCount counts = counted.counts();
        Topic topic = exploration().selectedProperty().get();
        int bins = counts.bins().count();
        if (bins == 0 || counted.share() && topic == null) {
            return null;
        }
        double[] values = new double[bins];
        double[] low = new double[counted.share() ? bins : 0];
        double[] high = new double[low.length];
        BitSet chosen = new BitSet();
        for (int bin = 0; bin < bins; bin++) {
            long whole = counts.ofBin(bin);
            values[bin] = whole;
            if (counted.share()) {
                long part = topic.id() < counts.topics() ? counts.count(topic.id(), bin) : 0;
                values[bin] = whole == 0 ? Double.NaN : (double) part / whole;
                low[bin] = Interval.ofShare(part, whole).low();
                high[bin] = Interval.ofShare(part, whole).high();
            }
            chosen.set(bin, isChosen(counts.bins(), bin, counted.filters()));
        }
        String word = word(counts.bins().dimension()).toLowerCase(Locale.ROOT);
        return new BinnedChart(counted.share() ? "Share of " + TopicNames.of(topic) + " by " + word : "Reviews by " + word,
                counted.share() ? "Share of reviews" : "Reviews", IntStream.range(0, bins).mapToObj(counts.bins()::name).toList(),
                List.of(new Cell(0, "", "", counted.share() ? RoomColors.of(exploration(), topic.id()) : RoomColors.ALL, values, low,
                        high, false)), BinnedChart.Mark.ROWS, counted.share(), false, chosen, rest(counts.bins()));
    }

    private static boolean isChosen(Bins bins, int bin, Filters filters) {
        Filter whole = filters.on(bins.dimension()).orElse(null);
        return switch (whole) {
            case Filter.Names names -> names.names().containsAll(((Filter.Names) bins.filter(bin, bin)).names());
            case Filter.Stars stars -> bin + 1 >= stars.from() && bin + 1 <= stars.to();
            case Filter.HelpfulVotes votes -> ((Filter.HelpfulVotes) bins.filter(bin, bin)).least() >= votes.least()
                    && ((Filter.HelpfulVotes) bins.filter(bin, bin)).least() <= votes.most();
            case Filter.Range range -> ((Filter.Range) bins.filter(bin, bin)).from() >= range.from()
                    && ((Filter.Range) bins.filter(bin, bin)).below() <= range.below();
            case Filter.Verified verified -> verified.equals(bins.filter(bin, bin));
            case null, default -> false;
        };
    }

    private String words(Cell cell, int bin) {
        CrossCount counts = counted().counts();
        long whole = counts.ofBin(bin);
        Topic topic = exploration().selectedProperty().get();
        String reviews = counts.bins().name(bin) + "\n" + Figures.count(whole, "review");
        if (!counted().share() || topic == null || whole == 0) {
            return reviews;
        }
        long part = topic.id() < counts.topics() ? counts.count(topic.id(), bin) : 0;
        return reviews + ", " + Figures.count(part) + " of " + TopicNames.of(topic) + "\n" + Figures.percent((double) part / whole) + " ("
                + Figures.percent(Interval.ofShare(part, whole).low()) + " to "
                + Figures.percent(Interval.ofShare(part, whole).high()) + ")";
    }

    @Override
    String nothing() {
        return "These reviews have no column to tell them apart by.";
    }
}
