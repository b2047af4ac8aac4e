package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import topicworkbench.chart.FittedText;
import topicworkbench.scatter.Islands;
import topicworkbench.scatter.Islands.Island;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.MapLabel.Level;
import topicworkbench.scatter.PointGrid;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;

/** The names of the topics where these are dense on the map. */
final class TopicLabels {
    private static final int LONGEST = 32;

    private final Exploration exploration;
    private final LatestTask finding;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<List<MapLabel>> labels = new ReadOnlyObjectWrapper<>(List.of());
    private PointGrid grid;
    private List<List<Island>> islands = List.of();
    private Set<Integer> leftOut = Set.of();

    TopicLabels(Exploration exploration, BackgroundTasks tasks, Messages messages) {
        this.exploration = exploration;
        this.messages = messages;
        finding = new LatestTask(tasks);
        exploration.assignmentProperty().subscribe(this::find);
        exploration.curating().curatedProperty().subscribe(this::name);
        exploration.topics().addListener((ListChangeListener<Topic>) change -> name());
    }

    /** @param newGrid the documents; null for none */
    void show(PointGrid newGrid) {
        grid = newGrid;
        islands = List.of();
        finding.forget();
        find();
        name();
    }

    /** @param topics that get no name */
    void leaveOut(Set<Integer> topics) {
        leftOut = topics;
        name();
    }

    ReadOnlyObjectProperty<List<MapLabel>> labelsProperty() {
        return labels.getReadOnlyProperty();
    }

    private void find() {
        if (grid == null || exploration.assignmentProperty().get() == null) {
            return;
        }
        PointGrid of = grid;
        int[] topics = exploration.assignmentProperty().get().topics();
        finding.run(() -> Islands.of(of, document -> topics[document], 1 + Arrays.stream(topics).max().orElse(0)), found -> {
            islands = found;
            name();
        }, messages::tell);
    }

    private void name() {
        List<MapLabel> named = new ArrayList<>();
        for (Topic topic : exploration.topics()) {
            List<Island> of = topic.id() < islands.size() && !leftOut.contains(topic.id()) ? islands.get(topic.id()) : List.of();
            String name = FittedText.shortened(exploration.topicName(topic.id()), LONGEST);
            for (Island island : of) {
                named.add(new MapLabel(name, island.x(), island.y(), island == of.getFirst() ? Level.FAR : Level.MIDDLE,
                        topic.id(), island.points()));
            }
        }
        labels.set(List.copyOf(named));
    }
}
