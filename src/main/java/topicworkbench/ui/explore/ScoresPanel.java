package topicworkbench.ui.explore;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.ChartPane;
import topicworkbench.ui.chart.TopicScoresChart;
import topicworkbench.ui.chart.TopicScoresChart.TopicKey;
import topicworkbench.ui.explore.ExploreViewModel.Content;
import topicworkbench.wording.Figures;

/** The chart of the topics' scores, in the model's order; with many topics it scrolls. */
final class ScoresPanel extends ScrollPane {
    private static final double LEAST_ROW_HEIGHT = 14;
    private static final double FRAME_HEIGHT = 90;

    private final ExploreViewModel model;
    private final ChartPane chart;
    private List<Topic> order = List.of();

    ScoresPanel(ExploreViewModel model, ReadOnlyBooleanProperty dark) {
        this.model = model;
        this.chart = new ChartPane(dark);
        getStyleClass().add("scores-panel");
        setContent(chart);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        chart.setOnCategoryClicked(key -> model.select(((TopicKey) key).id()));
        model.topics().addListener((ListChangeListener<Topic>) change -> show(List.copyOf(model.topics())));
        show(List.copyOf(model.topics()));
        model.contentProperty().subscribe(content -> draw());
        model.selectedProperty().subscribe(topic -> draw());
    }

    private void show(List<Topic> topicsInOrder) {
        order = topicsInOrder;
        draw();
    }

    private void draw() {
        if (!(model.contentProperty().get() instanceof Content.Shown(var run, var result)) || order.isEmpty()) {
            return;
        }
        chart.setMinHeight(FRAME_HEIGHT + LEAST_ROW_HEIGHT * order.size());
        String source = run.name() + " · " + Figures.moment(run.created()) + " · "
                + Figures.count(result.counts().documents(), "review");
        Topic chosen = model.selectedProperty().get();
        List<Topic> drawn = order;
        chart.show(style -> TopicScoresChart.of(drawn, result.quality().vectors(), source,
                chosen == null ? -1 : chosen.id(), style));
    }
}
