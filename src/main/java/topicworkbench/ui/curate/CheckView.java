package topicworkbench.ui.curate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.CheckAnswers.Agreement;
import topicworkbench.exploration.CheckQuestion;
import topicworkbench.exploration.CheckQuestion.ReviewAssignment;
import topicworkbench.exploration.CheckQuestion.WordIntrusion;
import topicworkbench.exploration.VisibleText;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.curate.CheckViewModel.Content;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** The five-minute check: one question a time, answered by a digit; at the end the agreement beside each topic's WETC. */
public final class CheckView extends BorderPane {
    private static final double WIDTH = 640;
    private static final int WORDS_SHOWN = 6;
    private static final int LONGEST_REVIEW = 1500;

    private final CheckViewModel model;
    private final Runnable back;
    private final PageHeader header;

    /** @param back to the topics */
    public CheckView(CheckViewModel model, Runnable back) {
        this.model = model;
        this.back = back;
        getStyleClass().add("page");
        Button leave = Buttons.plain("Back to the topics", Feather.ARROW_LEFT, back);
        leave.setId("leave-check");
        header = new PageHeader("Five-minute check", leave);
        setTop(header);
        setFocusTraversable(true);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.contentProperty().subscribe(this::show);
    }

    private void press(KeyEvent key) {
        if (!(model.contentProperty().get() instanceof Content.Asking)) {
            return;
        }
        int digit = key.getText().length() == 1 ? key.getText().charAt(0) - '1' : -1;
        if (digit >= 0 && digit < 9) {
            model.answer(digit);
            key.consume();
        } else if (key.getCode() == KeyCode.DIGIT0 || key.getCode() == KeyCode.NUMPAD0) {
            model.answer(-1);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            model.finish();
            key.consume();
        }
    }

    private void show(Content content) {
        header.subtitle().setText(model.runName() + " · do people see in the topics what the model means?");
        setCenter(switch (content) {
            case Content.Nothing() -> new Label();
            case Content.Drawing() -> new Skeleton(6);
            case Content.Asking(CheckQuestion question, int number, int of) -> question(question, number, of);
            case Content.Done done -> result(done);
            case Content.Failed(var why) -> Notice.failure(why, Buttons.plain("Back to the topics", Feather.ARROW_LEFT, back));
        });
        if (content instanceof Content.Asking) {
            requestFocus();
        }
    }

    private Node question(CheckQuestion question, int number, int of) {
        ProgressBar progress = new ProgressBar((number - 1.0) / of);
        progress.setMaxWidth(Double.MAX_VALUE);
        Label place = new Label("Question " + number + " of " + of);
        place.getStyleClass().add("caption");
        Label asked = new Label(question instanceof WordIntrusion ? "Which word does not belong?" : "What is this review about?");
        asked.getStyleClass().add("panel-title");
        VBox box = new VBox(12, place, progress, asked);
        switch (question) {
            case WordIntrusion words -> box.getChildren().add(choices(words.words()));
            case ReviewAssignment review -> box.getChildren().addAll(text(review),
                    choices(review.topics().stream().map(this::topicInWords).toList()));
        }
        Button cannotTell = Buttons.flat("0  Cannot tell", null, () -> model.answer(-1));
        cannotTell.setId("cannot-tell");
        Button end = Buttons.flat("Esc  End here", null, model::finish);
        end.setId("end-check");
        box.getChildren().add(new HBox(8, cannotTell, end));
        box.setMaxWidth(WIDTH);
        box.getStyleClass().add("check-question");
        HBox centered = new HBox(box);
        HBox.setHgrow(box, javafx.scene.layout.Priority.ALWAYS);
        centered.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(centered);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static Node text(ReviewAssignment question) {
        String whole = (question.review().title().isEmpty() ? "" : question.review().title() + "\n\n") + question.review().text();
        Label text = new Label(VisibleText.of(whole.length() > LONGEST_REVIEW ? whole.substring(0, LONGEST_REVIEW) + " …" : whole));
        text.setId("check-review");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("check-review");
        return text;
    }

    private String topicInWords(int id) {
        Topic topic = model.topics().get(id);
        String words = topic.words().stream().limit(WORDS_SHOWN).map(Topic.Word::term).collect(Collectors.joining(", "));
        return topic.label() == null ? words : topic.label() + ": " + words;
    }

    private Node choices(List<String> texts) {
        VBox list = new VBox(6);
        for (int i = 0; i < texts.size(); i++) {
            int choice = i;
            Button button = Buttons.plain((i + 1) + "   " + texts.get(i), null, () -> model.answer(choice));
            button.setId("choice-" + (i + 1));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setFocusTraversable(false);
            list.getChildren().add(button);
        }
        return list;
    }

    private Node result(Content.Done done) {
        Label words = new Label(sentence("The word that does not belong was found", done.result().words(), "1 in 6"));
        words.setId("word-agreement");
        Label reviews = new Label(sentence("Reviews were given the model's topic", done.result().reviews(), "1 in 4"));
        reviews.setId("review-agreement");
        TableView<Topic> table = new TableView<>();
        table.setId("check-topics");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(Columns.text("name", "Topic", 300, TopicNames::of),
                agreement("agreement", done, topic -> done.result().byTopic().get(topic.id()).share()),
                Columns.number("wetc", "WETC", "Coherence of the words by " + done.vectors(), 72, Topic::wetc, Figures::score),
                Columns.number("answers", "Answers", "Questions answered about the topic", 80,
                        topic -> done.result().byTopic().get(topic.id()).answered(), value -> Figures.count((long) value))));
        table.getItems().setAll(done.topics());
        VBox.setVgrow(table, javafx.scene.layout.Priority.ALWAYS);
        VBox box = new VBox(8, words, reviews, table);
        box.getStyleClass().add("check-result");
        return box;
    }

    private static TableColumn<Topic, Double> agreement(String id, Content.Done done,
            ToDoubleFunction<Topic> value) {
        return Columns.number(id, "Agreement", "Share of the questions about the topic that were answered as the model would, of "
                + done.topics().size() + " topics asked about", 88, value, Figures::percent);
    }

    private static String sentence(String what, Agreement agreement, String guessing) {
        return agreement.answered() == 0 ? what + ": not asked yet." : what + " in " + agreement.agreed() + " of "
                + Figures.count(agreement.answered(), "question") + " (" + Figures.percent(agreement.share()) + "); guessing gives "
                + guessing + ".";
    }
}
