package topicworkbench.ui.explore;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import topicworkbench.chart.FittedText;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.wording.Figures;

/** A review in short, beside the point it stands for: topic and stars at once, title and first words as they are read. */
final class HoverCard extends VBox {
    private static final double WIDTH = 260;
    private static final double DOT = 5;
    private static final double BESIDE = 14;
    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST_TEXT = 180;

    private final Exploration exploration;
    private final LatestTask reading;
    private final Circle dot = new Circle(DOT);
    private final Label topic = new Label();
    private final Label facts = new Label();
    private final Label title = new Label();
    private final Label text = new Label();

    HoverCard(Exploration exploration, BackgroundTasks tasks) {
        this.exploration = exploration;
        this.reading = new LatestTask(tasks);
        getStyleClass().add("hover-card");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        HBox head = new HBox(6, dot, topic);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        facts.getStyleClass().add("caption");
        title.getStyleClass().add("hover-title");
        for (Label label : List.of(topic, title, text)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        getChildren().addAll(head, facts, title, text);
    }

    /** @param x of the point in the parent, and its y; the card stays inside the parent's width and height */
    void show(int document, double x, double y, double parentWidth, double parentHeight) {
        int of = exploration.assignmentProperty().get().of(document);
        dot.setFill(Color.web(exploration.curating().color(of)));
        topic.setText(FittedText.shortened(exploration.topicName(of), LONGEST_TITLE));
        facts.setText(facts(document));
        title.setText("");
        text.setText("");
        setVisible(true);
        place(x, y, parentWidth, parentHeight);
        var run = exploration.runProperty().get();
        reading.run(() -> run.texts().read(document), found -> {
            if (!found.isEmpty() && isVisible()) {
                fill(found.getFirst());
                place(x, y, parentWidth, parentHeight);
            }
        }, failure -> text.setText(failure.getMessage()));
    }

    void hide() {
        reading.forget();
        setVisible(false);
    }

    private String facts(int document) {
        DocumentColumns columns = exploration.columnsProperty().get();
        int model = exploration.runProperty().get().topics();
        // a part of a split topic has no share of its own
        double share = exploration.curating().topic(exploration.assignmentProperty().get().of(document)).parts().stream()
                .filter(part -> part < model).mapToDouble(part -> exploration.runProperty().get().shares().get(document, part))
                .sum();
        String stars = columns == null || Float.isNaN(columns.stars()[document]) ? ""
                : Figures.count(Math.round(columns.stars()[document]), "star");
        return (share > 0 ? Figures.percent(share) + " of this topic" : "") + (share > 0 && !stars.isEmpty() ? " · " : "") + stars;
    }

    private void fill(ExploredReview review) {
        title.setText(FittedText.shortened(review.title(), LONGEST_TITLE));
        text.setText(FittedText.shortened(review.text(), LONGEST_TEXT));
        facts.setText(facts.getText() + (review.date() == null ? "" : " · " + review.date()));
    }

    private void place(double x, double y, double parentWidth, double parentHeight) {
        double height = prefHeight(WIDTH);
        double left = x + BESIDE + WIDTH <= parentWidth ? x + BESIDE : x - BESIDE - WIDTH;
        double top = Math.clamp(y - height / 2, 4, Math.max(4, parentHeight - height - 4));
        resizeRelocate(Math.max(4, left), top, WIDTH, height);
    }
}
