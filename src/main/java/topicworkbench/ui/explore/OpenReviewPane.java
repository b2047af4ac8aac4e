package topicworkbench.ui.explore;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.VisibleText;
import topicworkbench.ui.chart.MixtureBar;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** A review in full, over the list it was opened from: J and K go on and back, F flags, C copies, Escape closes. */
final class OpenReviewPane extends BorderPane {
    private static final int LONGEST_NAME = 60;

    private final Exploration exploration;
    private final OpenReviewViewModel model;
    private final MixtureWords mixture;
    private final Runnable copy;
    private final Label where = new Label();
    private final Button before;
    private final Button next;
    private final Button flag;
    private final ScrollPane scroll = new ScrollPane();

    /** @param copy copies the text of the open review with its source */
    OpenReviewPane(Exploration exploration, OpenReviewViewModel model, Runnable copy) {
        this.exploration = exploration;
        this.model = model;
        this.copy = copy;
        this.mixture = new MixtureWords(exploration);
        setId("open-review");
        getStyleClass().add("open-review");
        before = button("review-before", "", Feather.CHEVRON_UP, "The one before (K)", () -> model.step(-1));
        next = button("review-next", "", Feather.CHEVRON_DOWN, "The next one (J)", () -> model.step(1));
        flag = button("review-flag", "Flag", Feather.FLAG, "Flag it, to find it again (F)", model::flag);
        Button copyButton = button("review-copy", "Copy", Feather.COPY, "Copy the text with its source (C)", copy);
        Button close = button("review-close", "", Feather.X, "Back to the list (Esc)", model::close);
        where.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        HBox head = new HBox(2, before, next, where, gap, flag, copyButton, close);
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(new VBox(4, head, new ReviewCorrection(exploration)));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::type);
        exploration.openedDocumentProperty().subscribe(document -> show());
        model.partProperty().subscribe(part -> show());
        model.failureProperty().subscribe(failure -> show());
        model.neighborsProperty().subscribe(neighbors -> show());
        model.placeProperty().subscribe(place -> sayWhere());
        exploration.curating().curatedProperty().subscribe(curated -> show());
    }

    private static Button button(String id, String verb, Feather icon, String help, Runnable action) {
        Button button = Buttons.flat(verb, icon, action);
        button.setId(id);
        button.getStyleClass().add("panel-button");
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        return button;
    }

    private void type(KeyEvent key) {
        if (key.isControlDown() || key.isAltDown() || key.isMetaDown()) {
            return;
        }
        boolean known = true;
        switch (key.getCode()) {
            case J -> model.step(1);
            case K -> model.step(-1);
            case F -> model.flag();
            case C -> copy.run();
            case ESCAPE -> model.close();
            default -> known = false;
        }
        if (known) {
            key.consume();
        }
    }

    private void sayWhere() {
        int place = model.placeProperty().get();
        where.setText(place == Exploration.NONE ? "Not among the listed" : Figures.count(place + 1L) + " of "
                + Figures.count((long) model.listed()));
        before.setDisable(!model.canStep(-1));
        next.setDisable(!model.canStep(1));
    }

    private void show() {
        if (exploration.openedDocumentProperty().get() == Exploration.NONE
                || exploration.curating().curatedProperty().get() == null) {
            return;
        }
        ReviewReading.Part part = model.partProperty().get();
        if (model.failureProperty().get() != null) {
            scroll.setContent(Notice.failure(model.failureProperty().get()));
        } else if (part == null) {
            scroll.setContent(new Skeleton(8));
        } else {
            flag.setText(model.isFlagged() ? "Unflag" : "Flag");
            scroll.setContent(review(part));
        }
    }

    private Node review(ReviewReading.Part part) {
        ExploredReview review = part.review();
        String color = exploration.curating().color(part.topic());
        Label stars = new Label(ReviewFacts.stars(review));
        stars.getStyleClass().add("review-stars");
        Label facts = new Label(ReviewFacts.line(review));
        facts.getStyleClass().add("caption");
        facts.setWrapText(true);
        Label source = new Label(VisibleText.of(ReviewFacts.source(review, exploration.runProperty().get().summary().name())));
        source.getStyleClass().add("caption");
        source.setWrapText(true);
        MarkedFlow title = new MarkedFlow("open-title");
        title.show(part.title(), color);
        MarkedFlow text = new MarkedFlow("open-text");
        text.setId("open-text");
        text.show(part.text(), color);
        VBox content = new VBox(8, stars, facts);
        if (!review.title().isEmpty()) {
            content.getChildren().add(title);
        }
        content.getChildren().add(text);
        if (part.parts() > 1) {
            content.getChildren().add(parts(part));
        }
        content.getChildren().addAll(heading("Topics"), topics(review.document()));
        if (!review.others().isEmpty()) {
            content.getChildren().addAll(heading("Columns"), new OtherFacts(exploration, review));
        }
        content.getChildren().addAll(source, heading("Reviews with the same topics"),
                neighbors());
        content.getStyleClass().add("open-content");
        return content;
    }

    private Node parts(ReviewReading.Part part) {
        Label which = new Label("Part " + (part.part() + 1) + " of " + part.parts() + " · "
                + Figures.count(part.review().text().length(), "character"));
        which.getStyleClass().add("caption");
        Button back = Buttons.plain("Part before", null, () -> model.showPart(part.part() - 1));
        back.setDisable(part.part() == 0);
        Button on = Buttons.plain("Next part", null, () -> model.showPart(part.part() + 1));
        on.setDisable(part.part() == part.parts() - 1);
        FlowPane row = new FlowPane(8, 8, back, on, which);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("fact-heading");
        return heading;
    }

    /** A stretch and a name for each topic worth it; a name chooses its topic. */
    private Node topics(int document) {
        List<MixtureWords.Share> shares = mixture.of(document);
        MixtureBar bar = new MixtureBar();
        bar.show(mixture.parts(shares));
        VBox legend = new VBox(2, bar);
        for (MixtureWords.Share share : shares) {
            Hyperlink name = new Hyperlink(shortened(exploration.topicName(share.topic())), dot(share.topic()));
            name.setOnAction(event -> exploration.select(share.topic()));
            name.getStyleClass().add("topic-link");
            name.setMnemonicParsing(false);
            name.setMinWidth(0);
            HBox.setHgrow(name, javafx.scene.layout.Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Label percent = new Label(Figures.percent(share.share()));
            percent.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(8, name, percent);
            row.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(row);
        }
        return legend;
    }

    private Circle dot(int topic) {
        Circle dot = new Circle(4);
        dot.setStyle("-fx-fill: " + exploration.curating().color(topic));
        return dot;
    }

    private Node neighbors() {
        VBox rows = new VBox(4);
        rows.setId("neighbors");
        for (OpenReviewViewModel.Like like : model.neighborsProperty().get()) {
            rows.getChildren().add(neighbor(like, document -> exploration.openedDocumentProperty().set(document)));
        }
        return rows;
    }

    private Node neighbor(OpenReviewViewModel.Like like, Consumer<Integer> open) {
        String title = like.row().title().plain();
        Hyperlink name = new Hyperlink(shortened(title.isBlank() ? like.row().begin().plain() : title), dot(like.row().topic()));
        name.getStyleClass().add("topic-link");
        name.setMnemonicParsing(false);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, javafx.scene.layout.Priority.ALWAYS);
        name.setOnAction(event -> open.accept(like.row().review().document()));
        Label distance = new Label(Figures.shortScore(like.distance()));
        distance.setTooltip(new Tooltip("Hellinger's distance of the topics: 0 is the same mixture, 1 has none in common"));
        distance.setMinWidth(Region.USE_PREF_SIZE);
        distance.getStyleClass().add("caption");
        Label stars = new Label(ReviewFacts.stars(like.row().review()));
        stars.getStyleClass().add("review-stars");
        stars.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, name, stars, distance);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
