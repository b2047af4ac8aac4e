package topicworkbench.ui.explore;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.Subcategory;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.Buttons;
import topicworkbench.wording.Figures;

/** Asks how many topics to look for in the reviews of a topic, or in those that meet the filters. */
final class SubcategoryPrompt extends CurationPrompt {
    private static final int LEAST = 2;
    private static final int MOST = 200;

    private final Spinner<Integer> number;

    /** @param filtered the reviews that meet the filters, or null where there are none */
    SubcategoryPrompt(Subcategories subcategories, Topic topic, Selection filtered, String filters, Runnable close) {
        super("Subcategories: model reviews again, and hang the result below");
        Selection ofTopic = subcategories.documentsOf(topic);
        CheckBox matching = new CheckBox("the " + Figures.count(filtered == null ? 0 : filtered.count(), "review")
                + " that meet the filters instead");
        matching.setId("subcategories-of-filters");
        matching.setVisible(filtered != null);
        matching.setManaged(filtered != null);
        Label about = new Label("The " + Figures.count(ofTopic.count(), "review") + " of " + topic.name());
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        number = new Spinner<>(LEAST, MOST, Subcategory.suggestedTopics(ofTopic.count()));
        number.setId("subcategories-number");
        number.setEditable(true);
        number.setPrefWidth(80);
        matching.selectedProperty().subscribe((was, is) -> number.getValueFactory()
                .setValue(Subcategory.suggestedTopics((is ? filtered : ofTopic).count())));
        Runnable begin = () -> {
            close.run();
            boolean all = matching.isSelected();
            subcategories.start(all ? null : topic, all ? filtered : ofTopic, all ? filters : topic.name(), number.getValue());
        };
        var start = Buttons.primary("Start", Feather.PLAY, begin);
        start.setId("subcategories-start");
        HBox row = new HBox(8, new Label("Topics"), number, start, Buttons.flat("Cancel", null, close));
        row.setAlignment(Pos.CENTER_LEFT);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                begin.run();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                close.run();
                key.consume();
            }
        });
        getChildren().addAll(about, matching, row);
    }

    @Override
    void begin() {
        number.getEditor().requestFocus();
    }
}
