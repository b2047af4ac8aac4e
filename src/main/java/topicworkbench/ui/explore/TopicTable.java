package topicworkbench.ui.explore;

import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.shape.Circle;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.Figures;
import topicworkbench.ui.support.WindowPreferences;

/** The topics as a sortable table whose labels are written in place. */
final class TopicTable extends TableView<Topic> {
    private static final int WORDS_SHOWN = 10;
    /** Labels need room; until there are any, the words have more use for it. */
    private static final double LABEL_ROOM = 120;
    private static final double GREATEST_LABEL_ROOM = 400;
    private static final double UNLABELLED_ROOM = 84;

    private final ExploreViewModel model;
    private final TableColumn<Topic, String> label;

    TopicTable(ExploreViewModel model, WindowPreferences preferences) {
        this.model = model;
        setId("topics");
        setEditable(true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        label = Columns.text("label", "Label", LABEL_ROOM, Topic::label);
        label.setCellFactory(any -> new LabelCell(model::label));
        getColumns().setAll(columns());
        Columns.remember(this, preferences);
        SortedList<Topic> sorted = new SortedList<>(model.topics());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().selectedItemProperty().subscribe(topic -> {
            if (topic != null) {
                model.selectedProperty().set(topic);
            }
        });
        model.selectedProperty().subscribe(topic -> {
            if (topic != null && topic != getSelectionModel().getSelectedItem()) {
                getSelectionModel().select(topic);
                scrollTo(topic);
            }
        });
        model.exploration().curating().curatedProperty().subscribe(run -> refresh());
    }

    private List<TableColumn<Topic, ?>> columns() {
        TableColumn<Topic, Integer> color = Columns.column("topic", "#", 46, Topic::id);
        color.setCellFactory(any -> new ColorCell());
        color.setMinWidth(46);
        color.setMaxWidth(60);
        TableColumn<Topic, Double> prevalence = Columns.number("prevalence", "Prevalence",
                "Share of all tokens that the model gives to the topic", 104, Topic::prevalence, Figures::percent);
        prevalence.setCellFactory(any -> new PrevalenceCell(
                () -> model.topics().stream().mapToDouble(Topic::prevalence).max().orElse(1)));
        model.topics().addListener((ListChangeListener<Topic>) change -> giveLabelsRoom());
        TableColumn<Topic, String> words = Columns.text("words", "Words", 260, TopicTable::words);
        words.setMinWidth(110);
        return List.of(color, MarkCell.column(model.exploration().curating()), label, words, prevalence, score("wetc", "WETC", "Coherence of the words by their vectors;"
                + " higher is better", Topic::wetc),
                score("tu", "TU", "Topic uniqueness: how few of its words other topics share; 1 is best", Topic::tu),
                score("npmi", "NPMI", "Coherence by words that occur together; higher is better", Topic::npmi));
    }

    private void giveLabelsRoom() {
        boolean any = model.topics().stream().anyMatch(topic -> topic.label() != null);
        Columns.bound(label, any ? LABEL_ROOM : UNLABELLED_ROOM, any ? GREATEST_LABEL_ROOM : UNLABELLED_ROOM);
    }

    private static TableColumn<Topic, Double> score(String id, String title, String help,
            java.util.function.ToDoubleFunction<Topic> value) {
        return Columns.number(id, title, help, 64, value, Figures::score);
    }

    private static String words(Topic topic) {
        return topic.words().stream().limit(WORDS_SHOWN).map(Topic.Word::term).collect(Collectors.joining(", "));
    }

    /** Begins to write the chosen topic's label. */
    void editLabel() {
        int row = getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            scrollTo(row);
            edit(row, label);
        }
    }

    /** The topic's number and color. */
    private final class ColorCell extends TableCell<Topic, Integer> {
        private final Circle dot = new Circle(4);

        ColorCell() {
            getStyleClass().add("topic-number");
        }

        @Override
        protected void updateItem(Integer topic, boolean empty) {
            super.updateItem(topic, empty);
            setText(empty || topic == null ? null : Integer.toString(topic));
            setGraphic(empty || topic == null ? null : dot);
            if (topic != null) {
                dot.setStyle("-fx-fill: " + model.exploration().curating().color(topic));
            }
        }
    }
}
