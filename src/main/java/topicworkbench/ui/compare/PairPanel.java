package topicworkbench.ui.compare;

import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.AlignedTopics.Pair;
import topicworkbench.comparison.ComparedRun;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.wording.Figures;

/** Two topics side by side in full: all leading words, those in common emphasized, and their scores. */
final class PairPanel extends GridPane {

    PairPanel() {
        setId("pair");
        getStyleClass().add("pair-panel");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            getColumnConstraints().add(half);
        }
    }

    void show(AlignedTopics aligned, Pair pair) {
        getChildren().clear();
        if (pair != null) {
            add(side(aligned.first(), pair.first(), pair.commonWords()), 0, 0);
            add(side(aligned.second(), pair.second(), pair.commonWords()), 1, 0);
        }
    }

    private static VBox side(ComparedRun run, Topic topic, Set<String> common) {
        Label of = new Label(run.name());
        of.getStyleClass().add("caption");
        Circle dot = new Circle(4);
        dot.setStyle("-fx-fill: " + TopicColors.web(topic.id()));
        Label name = new Label(topic.id() + "  " + TopicNames.of(topic), dot);
        name.getStyleClass().add("section-title");
        TextFlow words = new TextFlow();
        for (Topic.Word word : topic.words()) {
            Text text = new Text((words.getChildren().isEmpty() ? "" : "  ") + word.term());
            text.getStyleClass().add(common.contains(word.term()) ? "kept-word" : "no-word");
            words.getChildren().add(text);
        }
        words.setLineSpacing(3);
        Label scores = new Label("Prevalence " + Figures.percent(topic.prevalence()) + " · WETC " + Figures.score(topic.wetc())
                + " · TU " + Figures.score(topic.tu()) + " · NPMI " + Figures.score(topic.npmi()));
        scores.getStyleClass().add("caption");
        scores.setWrapText(true);
        return new VBox(6, of, name, words, scores);
    }
}
