package topicworkbench.ui.monitor;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunEvent.TopicsFormed;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.support.Notice;

/** The topics' words after each epoch; the slider goes through the epochs, and at its end follows the newest. */
final class TopicsFormingView extends BorderPane {
    private final Slider epochs = new Slider(1, 1, 1);
    private final Label epoch = new Label();
    private final ListView<FormingTopic> topics = new ListView<>();
    private final StackPane content = new StackPane();
    private List<TopicsFormed> formed = List.of();
    private boolean following = true;

    /**
     * A topic at one epoch.
     *
     * @param words  leading words, best first
     * @param before those one epoch earlier
     */
    private record FormingTopic(int topic, List<String> words, Set<String> before) { }

    TopicsFormingView() {
        getStyleClass().add("topics-forming");
        epochs.setId("epochs");
        epochs.setAccessibleText("Epoch");
        epochs.getStyleClass().add(Styles.SMALL);
        epochs.setBlockIncrement(1);
        epochs.setMajorTickUnit(1);
        epochs.setMinorTickCount(0);
        epochs.setSnapToTicks(true);
        epoch.setMinWidth(120);
        epoch.setId("epoch-shown");
        HBox.setHgrow(epochs, Priority.ALWAYS);
        Label help = new Label("New words stand out; the arrow keys go one epoch on or back");
        help.getStyleClass().add("caption");
        HBox tools = new HBox(12, epoch, epochs, help);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("chart-tools");
        topics.setCellFactory(list -> new TopicCell());
        topics.getStyleClass().add("forming-list");
        setTop(tools);
        setCenter(content);
        epochs.valueProperty().subscribe(value -> {
            following = value.doubleValue() >= epochs.getMax() - 0.5;
            showEpoch();
        });
        show(List.of());
    }

    void show(List<TopicsFormed> newFormed) {
        formed = newFormed;
        boolean wasFollowing = following;
        epochs.setMax(Math.max(1, formed.size()));
        epochs.setDisable(formed.size() < 2);
        following = wasFollowing;
        if (following) {
            epochs.setValue(epochs.getMax());
        }
        content.getChildren().setAll(formed.isEmpty() ? Notice.empty(Feather.LOADER, "No topics yet",
                "Training shows its topics after every epoch.") : topics);
        showEpoch();
    }

    private void showEpoch() {
        if (formed.isEmpty()) {
            epoch.setText("No epoch yet");
            topics.getItems().clear();
            return;
        }
        int index = Math.clamp(Math.round(epochs.getValue()) - 1, 0, formed.size() - 1);
        TopicsFormed now = formed.get(index);
        epoch.setText("Epoch " + now.epoch() + " of " + formed.getLast().epoch());
        List<FormingTopic> rows = new ArrayList<>();
        for (int topic = 0; topic < now.words().size(); topic++) {
            List<List<String>> before = index == 0 ? now.words() : formed.get(index - 1).words();
            rows.add(new FormingTopic(topic, now.words().get(topic),
                    topic < before.size() ? Set.copyOf(before.get(topic)) : Set.of()));
        }
        if (!rows.equals(topics.getItems())) {
            topics.getItems().setAll(rows);
        }
    }

    /** The topic's number in its color, then its words. */
    private static final class TopicCell extends ListCell<FormingTopic> {
        private static final double DOT = 5;

        @Override
        protected void updateItem(FormingTopic item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Label number = new Label(Integer.toString(item.topic()),
                    new Circle(DOT, javafx.scene.paint.Color.web(TopicColors.web(item.topic()))));
            number.getStyleClass().add("forming-number");
            FlowPane words = new FlowPane(10, 2);
            for (String word : item.words()) {
                Label label = new Label(word);
                label.getStyleClass().add(item.before().contains(word) ? "forming-word" : "forming-new-word");
                words.getChildren().add(label);
            }
            words.setAlignment(Pos.CENTER_LEFT);
            words.setPrefWrapLength(getListView().getWidth() - 120);
            HBox line = new HBox(12, number, words);
            HBox.setHgrow(words, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText("Topic " + item.topic() + ": " + String.join(", ", item.words()));
        }
    }
}
