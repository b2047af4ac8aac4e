package topicworkbench.ui.explore;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import topicworkbench.curation.CurationEntry;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;

/** Which topic the open review counts for, by whose word, and the way to give it to another. */
final class ReviewCorrection extends FlowPane {
    private final Exploration exploration;
    private final Curating curating;
    private final MenuButton topic = new MenuButton();
    private final Label whose = new Label();

    ReviewCorrection(Exploration exploration) {
        super(8, 4);
        this.exploration = exploration;
        this.curating = exploration.curating();
        setAlignment(Pos.CENTER_LEFT);
        topic.setId("review-topic");
        topic.setTooltip(new Tooltip("Give the review to another topic"));
        topic.setMaxWidth(260);
        topic.setMnemonicParsing(false);
        topic.setOnShowing(event -> fill());
        whose.setId("review-topic-whose");
        whose.getStyleClass().add("caption");
        whose.setWrapText(true);
        getChildren().setAll(topic, whose);
        exploration.openedDocumentProperty().subscribe(document -> show());
        curating.curatedProperty().subscribe(run -> show());
    }

    private void show() {
        CuratedRun run = curating.curatedProperty().get();
        int document = exploration.openedDocumentProperty().get();
        setVisible(run != null && document >= 0);
        if (!isVisible()) {
            return;
        }
        int seen = run.assignment().of(document);
        topic.setText(exploration.topicName(seen));
        topic.setGraphic(dot(seen));
        int model = run.modelled(document);
        whose.setText(!isCorrected() ? "by the model's word"
                : model == seen ? "by a person's word, and the model's"
                : "by a person's word; the model says " + exploration.topicName(model));
        topic.getItems().setAll(new MenuItem()); // an empty menu would not open
    }

    private boolean isCorrected() {
        return curating.curatedProperty().get().curation().corrections().containsKey(review());
    }

    private int review() {
        return exploration.runProperty().get().reviews()[exploration.openedDocumentProperty().get()];
    }

    private void fill() {
        topic.getItems().setAll(curating.topics().stream().map(this::item).toList());
        if (isCorrected()) {
            MenuItem back = new MenuItem("As the model says");
            back.setId("review-topic-model");
            back.setOnAction(event -> correct(null));
            topic.getItems().addAll(new SeparatorMenuItem(), back);
        }
    }

    private MenuItem item(Topic target) {
        MenuItem item = new MenuItem(TopicNames.of(target), dot(target.id()));
        item.setMnemonicParsing(false);
        item.setId("review-topic-" + target.id());
        item.setOnAction(event -> correct(target.id()));
        return item;
    }

    private void correct(Integer target) {
        curating.edit(new CurationEntry.Correct(List.of(review()), target));
    }

    private Circle dot(int id) {
        Circle dot = new Circle(4);
        dot.setStyle("-fx-fill: " + curating.color(id));
        return dot;
    }
}
