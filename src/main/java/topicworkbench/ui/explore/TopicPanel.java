package topicworkbench.ui.explore;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.chart.ShareBar;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.Figures;

/** The chosen topic: how big and how good it is, and its words with their probabilities. */
final class TopicPanel extends VBox {
    private final ExploreViewModel model;
    private final Label name = new Label();
    private final Label description = new Label();
    private final GridPane words = new GridPane();

    TopicPanel(ExploreViewModel model) {
        this.model = model;
        getStyleClass().add("topic-panel");
        name.getStyleClass().add("panel-title");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        description.getStyleClass().add("muted");
        description.setWrapText(true);
        description.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("word-bars");
        ColumnConstraints term = new ColumnConstraints();
        term.setMinWidth(72);
        term.setMaxWidth(150);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        bar.setFillWidth(true);
        ColumnConstraints figure = new ColumnConstraints();
        figure.setMinWidth(48);
        words.getColumnConstraints().setAll(term, bar, figure);
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(name, description, scroll);
        model.selectedProperty().subscribe(this::show);
    }

    private void show(Topic topic) {
        setVisible(topic != null);
        if (topic == null) {
            return;
        }
        name.setText(TopicNames.of(topic));
        description.setText("Topic " + topic.id() + " holds " + Figures.percent(topic.prevalence())
                + " of all tokens, " + rank(topic) + ". Below: its leading words and their probability in it.");
        words.getChildren().clear();
        List<Topic.Word> leading = topic.words();
        double most = leading.stream().mapToDouble(Topic.Word::probability).max().orElse(1);
        for (int i = 0; i < leading.size(); i++) {
            Topic.Word word = leading.get(i);
            ShareBar bar = new ShareBar();
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.show(word.probability() / most, TopicColors.web(topic.id()));
            Label figure = new Label(Figures.percent(word.probability()));
            figure.setMaxWidth(Double.MAX_VALUE);
            figure.setAlignment(Pos.CENTER_RIGHT);
            figure.getStyleClass().add("muted");
            words.addRow(i, new Label(word.term()), bar, figure);
        }
    }

    private String rank(Topic topic) {
        long larger = model.topics().stream().filter(other -> other.prevalence() > topic.prevalence()).count();
        return larger == 0 ? "more than any other topic" : "rank " + (larger + 1) + " of " + model.topics().size();
    }
}
