package topicworkbench.ui.explore;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Circle;
import topicworkbench.curation.CurationEntry;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;

/** Asks which topic takes the chosen one in: typing narrows the list, arrows choose, Enter merges. */
final class MergePrompt extends CurationPrompt {
    private static final double HEIGHT = 168;

    private final Curating curating;
    private final Topic topic;
    private final Runnable close;
    private final TextField search = new TextField();
    private final ListView<Topic> targets;

    MergePrompt(Curating curating, Topic topic, Runnable close) {
        super("Merge " + TopicNames.of(topic) + " into");
        this.curating = curating;
        this.topic = topic;
        this.close = close;
        search.setId("merge-search");
        search.setPromptText("Search topics");
        FilteredList<Topic> others = new FilteredList<>(FXCollections.observableArrayList(curating.topics().stream()
                .filter(other -> other.id() != topic.id()).toList()));
        targets = new ListView<>(others);
        targets.setId("merge-targets");
        targets.setPrefHeight(HEIGHT);
        targets.setCellFactory(list -> new TargetCell());
        targets.getSelectionModel().selectFirst();
        search.textProperty().subscribe(text -> {
            others.setPredicate(other -> isMeant(other, text));
            targets.getSelectionModel().selectFirst();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                merge();
            } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
                key.consume();
                move(key.getCode() == KeyCode.DOWN ? 1 : -1);
            }
        });
        targets.setOnMouseClicked(click -> merge());
        getChildren().addAll(search, targets);
    }

    private static boolean isMeant(Topic topic, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || TopicNames.of(topic).toLowerCase(Locale.ROOT).contains(wanted)
                || Integer.toString(topic.id()).equals(wanted)
                || topic.words().stream().anyMatch(word -> word.term().startsWith(wanted));
    }

    private void move(int step) {
        int next = Math.clamp(targets.getSelectionModel().getSelectedIndex() + step, 0,
                Math.max(0, targets.getItems().size() - 1));
        targets.getSelectionModel().select(next);
        targets.scrollTo(next);
    }

    private void merge() {
        Topic target = targets.getSelectionModel().getSelectedItem();
        if (target != null) {
            close.run();
            curating.edit(new CurationEntry.Merge(target.id(), List.of(topic.id())));
        }
    }

    @Override
    void begin() {
        search.requestFocus();
    }

    private final class TargetCell extends ListCell<Topic> {
        private final Circle dot = new Circle(4);

        @Override
        protected void updateItem(Topic target, boolean empty) {
            super.updateItem(target, empty);
            setText(empty || target == null ? null : TopicNames.of(target));
            setGraphic(empty || target == null ? null : dot);
            if (target != null) {
                dot.setStyle("-fx-fill: " + curating.color(target.id()));
            }
        }
    }
}
