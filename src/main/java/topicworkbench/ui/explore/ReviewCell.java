package topicworkbench.ui.explore;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.chart.MixtureBar;
import topicworkbench.ui.support.Skeleton;

/** A review in the list: stars and facts, title, how it begins, and its topics as a bar. Its height is always the same. */
final class ReviewCell extends ListCell<Integer> {
    static final double HEIGHT = 108;

    private static final double TEXT_HEIGHT = 49;
    private static final double TITLE_HEIGHT = 17;

    private final Exploration exploration;
    private final ReviewsViewModel model;
    private final MixtureWords mixture;
    private final Label stars = new Label();
    private final Label facts = new Label();
    private final FontIcon flag = new FontIcon(Feather.FLAG);
    private final MarkedFlow title = new MarkedFlow("review-title");
    private final MarkedFlow text = new MarkedFlow("review-begin");
    private final MixtureBar bar = new MixtureBar();
    private final VBox box;
    private final Skeleton skeleton = new Skeleton(3);
    private ReviewRow shown;

    ReviewCell(Exploration exploration, ReviewsViewModel model) {
        this.exploration = exploration;
        this.model = model;
        this.mixture = new MixtureWords(exploration);
        getStyleClass().add("review-cell");
        stars.getStyleClass().add("review-stars");
        stars.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("caption");
        facts.setMinWidth(0);
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMaxWidth(Double.MAX_VALUE);
        flag.getStyleClass().add("review-flag");
        HBox head = new HBox(6, stars, facts, flag);
        head.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(4, head, cut(title, TITLE_HEIGHT), cut(text, TEXT_HEIGHT), bar);
        box.setMinWidth(0);
        box.setPrefWidth(0);
        setPrefWidth(0);
    }

    /** Shows what fits and no more, whatever the text does: marks stacked on letters cannot reach the next review. */
    private static Region cut(MarkedFlow flow, double height) {
        VBox frame = new VBox(flow);
        frame.setMinSize(0, height);
        frame.setPrefHeight(height);
        frame.setMaxHeight(height);
        flow.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(frame.widthProperty());
        clip.heightProperty().bind(frame.heightProperty());
        frame.setClip(clip);
        return frame;
    }

    @Override
    protected void updateItem(Integer place, boolean empty) {
        super.updateItem(place, empty);
        show();
    }

    /** Shows the review if it has been read by now. */
    void show() {
        Integer place = getItem();
        if (isEmpty() || place == null) {
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        ReviewRow row = model.row(place);
        if (row == null) {
            shown = null;
            setGraphic(skeleton);
            return;
        }
        boolean flagged = exploration.curating().curatedProperty().get().curation().flagged().contains(row.review().review());
        flag.setVisible(flagged);
        flag.setManaged(flagged);
        bar.show(mixture.parts(mixture.of(row.review().document())));
        if (row != shown) {
            shown = row;
            String color = exploration.curating().color(row.topic());
            stars.setText(ReviewFacts.stars(row.review()));
            facts.setText(ReviewFacts.line(row.review()));
            title.show(row.title(), color);
            text.show(row.begin(), color);
            setAccessibleText(row.title().plain() + ". " + row.begin().plain());
        }
        setGraphic(box);
    }
}
