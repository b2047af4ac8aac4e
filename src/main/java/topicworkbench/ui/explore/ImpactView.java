package topicworkbench.ui.explore;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Impact;
import topicworkbench.exploration.TopicSums;
import topicworkbench.topic.Topic;

/** Which topics hurt most, by factors whose weights can be changed; every number leads to its reviews. */
final class ImpactView extends BorderPane implements Pinnable {
    private final Exploration exploration;
    private final Tally<TopicSums> tally;
    private final ImpactWeights weights = new ImpactWeights();
    private final ImpactTable table;
    private final Label source = new Label();

    ImpactView(Exploration exploration, Tallies tallies, ExploreView.With with) {
        this.exploration = exploration;
        setId("impact");
        setMinSize(0, 0);
        table = new ImpactTable(exploration, with.preferences());
        source.getStyleClass().add("caption");
        source.setWrapText(true);
        source.setMinHeight(USE_PREF_SIZE);
        setTop(weights);
        setCenter(table);
        setBottom(source);
        tally = tallies.tally((now, threads) -> TopicSums.of(now.matching().except(Dimension.TOPIC), now.assignment(), now.topics(),
                now.columns(), threads));
        tally.shownProperty().bind(sceneProperty().isNotNull());
        tally.valueProperty().subscribe(sums -> rank());
        weights.weightsProperty().subscribe(changed -> rank());
        exploration.topics().addListener((ListChangeListener<Topic>) change -> rank());
    }

    private void rank() {
        TopicSums sums = tally.valueProperty().get();
        if (sums == null) {
            return;
        }
        List<Integer> shown = exploration.topics().stream().map(Topic::id).toList();
        table.show(Impact.ranked(sums, weights.weightsProperty().get()).stream().filter(impact -> shown.contains(impact.topic())).toList(),
                sums.time());
        source.setText("Volume × severity × attention × growth; 100 for the greatest. " + (sums.time().isKnown()
                ? "Growth is the share since " + LocalDate.ofEpochDay(sums.time().from())
                + ", when the latest quarter of the reviews begins,"
                        + " over the share before." : "Growth is unknown: the reviews lie on no two days."));
    }

    @Override
    public BooleanProperty pinnedProperty() {
        return tally.pinnedProperty();
    }
}
