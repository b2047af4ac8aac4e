package topicworkbench.ui.explore;

import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import topicworkbench.chart.BinnedChart;
import topicworkbench.chart.BinnedLayout;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Filters;
import topicworkbench.math.Threads;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.BinnedPane;
import topicworkbench.ui.explore.Tallies.Situation;

/**
 * A view that counts the matching reviews and shows the counts as a chart to be brushed.
 *
 * @param <T> what is counted
 */
abstract class CountView<T> extends BorderPane implements Pinnable {
    private final Exploration exploration;
    private final Tally<T> tally;
    private final FlowPane tools = new FlowPane(8, 4);
    private final Label nothing = new Label();
    private final BinnedPane pane;
    private BinnedChart chart;

    CountView(String id, Exploration exploration, Tallies tallies, ExploreView.With with) {
        this.exploration = exploration;
        setId(id);
        getStyleClass().add("count-view");
        setMinSize(0, 0);
        tools.getStyleClass().add("count-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        nothing.getStyleClass().add("chart-empty");
        nothing.setWrapText(true);
        pane = new BinnedPane(with.dark());
        with.export().offer(pane, () -> chart.figure(RoomWords.source(exploration)), with.dark());
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.viewportBoundsProperty().subscribe(bounds -> fit(bounds.getWidth()));
        setTop(tools);
        setCenter(new StackPane(scroll, nothing));
        tally = tallies.tally(this::count);
        tally.shownProperty().bind(sceneProperty().isNotNull());
        tally.valueProperty().subscribe(counted -> redraw());
        exploration.topics().addListener((ListChangeListener<Topic>) change -> redraw());
        exploration.selectedProperty().subscribe((before, now) -> redraw());
    }

    /** Counts what the view shows; away from the window's thread. */
    abstract T count(Situation situation, Threads threads);

    /** Shows it, or null where there is nothing to show. */
    abstract BinnedChart chart(T counted);

    /** What to say instead of an empty chart. */
    abstract String nothing();

    Exploration exploration() {
        return exploration;
    }

    FlowPane tools() {
        return tools;
    }

    BinnedPane pane() {
        return pane;
    }

    /** Null before anything is counted. */
    T counted() {
        return tally.valueProperty().get();
    }

    /** For when the view wants to count something else. */
    void recount() {
        tally.renew();
    }

    void redraw() {
        T counted = counted();
        chart = counted == null ? null : chart(counted);
        pane.setVisible(chart != null);
        nothing.setVisible(counted != null && chart == null);
        nothing.setText(nothing());
        if (chart != null) {
            fit(pane.getWidth());
            pane.show(chart);
        }
    }

    /** Cells and rows keep a readable height; what does not fit is scrolled to. */
    private void fit(double width) {
        if (chart != null && width > 0) {
            pane.setMinHeight(chart.mark() == BinnedChart.Mark.ROWS ? BinnedLayout.ROW_HEIGHT * chart.ticks().size()
                    : chart.cells().size() == 1 ? 0 : BinnedLayout.GOOD_CELL_HEIGHT * BinnedLayout.rows(width, chart));
        }
    }

    @Override
    public BooleanProperty pinnedProperty() {
        return tally.pinnedProperty();
    }

    /** Whether the topic filter, if there is one, lets a topic through. */
    static boolean isLetThrough(Filters filters, int topic) {
        return !(filters.on(Dimension.TOPIC).orElse(null) instanceof Filter.Topics topics) || topics.topics().contains(topic);
    }
}
