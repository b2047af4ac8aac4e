package topicworkbench.ui.explore;

import java.util.List;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Which views hang where in the room. A new one is a line here; it is made when it is first shown. */
final class RoomPanels {
    private final ExploreViewModel model;
    private final Exploration exploration;
    private final ExploreView.With with;
    private final Tallies tallies;
    private final TopicsViewModel topics;

    RoomPanels(ExploreViewModel model, ExploreView.With with) {
        this.model = model;
        this.exploration = model.exploration();
        this.with = with;
        this.tallies = new Tallies(exploration, with.tasks(), with.messages());
        this.topics = new TopicsViewModel(exploration, with.tasks(), with.messages());
    }

    List<RoomView> left() {
        return List.of(new RoomView("topics", "Topics", Feather.LIST, this::topicList));
    }

    private Region topicList() {
        TopicListPanel list = new TopicListPanel(model, topics, tallies, with.preferences());
        return new TopicLabelling(list, list.table()::editLabel, model);
    }

    List<RoomView> center() {
        return List.of(
                new RoomView("map", "Map", Feather.MAP,
                        () -> new MapPanel(exploration, with.tasks(), with.dialogs(), with.messages(),
                                with.export(), with.dark())),
                new RoomView("topic-map", "Topic map", Feather.SHARE_2,
                        () -> new TopicMapPanel(topics, tallies, with)),
                new RoomView("scores", "Scores", Feather.BAR_CHART_2, () -> new ScoresPanel(model, with.dark())),
                new RoomView("over-time", "Over time", Feather.TRENDING_UP, () -> new OverTimeView(exploration, tallies, with)),
                new RoomView("stars", "Stars", Feather.STAR, () -> new StarsView(exploration, tallies, with)),
                new RoomView("columns", "Products", Feather.PACKAGE, () -> new ColumnView(exploration, tallies, with)),
                new RoomView("impact", "Impact", Feather.ALERT_OCTAGON, () -> new ImpactView(exploration, tallies, with)));
    }

    List<RoomView> right() {
        return List.of(
                new RoomView("reviews", "Reviews", Feather.MESSAGE_SQUARE,
                        () -> new ReviewsPanel(exploration, with.tasks(), with.messages(), with.preferences())),
                new RoomView("words", "Words", Feather.TYPE, () -> new WordsPanel(topics, with)),
                new RoomView("label", "Label", Feather.EDIT_2,
                        () -> new CurationPanel(exploration, with.tasks(), with.messages())),
                new RoomView("history", "History", Feather.ROTATE_CCW, () -> new HistoryPanel(exploration.curating())),
                new RoomView("ask", "Ask", Feather.HELP_CIRCLE, () -> new AskPanel(exploration, with.tasks(), with.dialogs())));
    }

    List<RoomView> below() {
        return List.of(new RoomView("strip", "Time", Feather.CLOCK, () -> new TimeStrip(exploration, tallies, with)));
    }
}
