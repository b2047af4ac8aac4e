package topicworkbench.ui.explore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** The topics as a tree with columns: what hangs below a topic opens under it. Labels are written in place. */
final class TopicTable extends TableView<TopicRow> {
    private static final int WORDS_SHOWN = 10;
    private static final double LEAST_LABEL = 96;
    private static final double MOST_LABEL = 240;
    private static final double LEAST_WORDS = 160;
    private static final double SCROLL_BAR = 16;

    private final TopicsViewModel topics;
    private final Exploration exploration;
    private final Subcategories subcategories;
    private final Tally<TopicFigures> figures;
    private final StringProperty query;
    private final ObservableList<TopicRow> lines = FXCollections.observableArrayList();
    private final Set<String> open = new HashSet<>();
    private final TableColumn<TopicRow, String> label;
    private TableColumn<TopicRow, String> words;
    private boolean arranging;
    /** Something changed while a label was written, which making cells anew would have broken off. */
    private boolean outdated;

    /** @param query what topics are searched by: number, label, leading words */
    TopicTable(ExploreViewModel model, TopicsViewModel topics, Tally<TopicFigures> figures, StringProperty query,
            WindowPreferences preferences) {
        this.topics = topics;
        this.exploration = model.exploration();
        this.subcategories = model.subcategories();
        this.figures = figures;
        this.query = query;
        setId("topics");
        setEditable(true);
        setTableMenuButtonVisible(true);
        label = Columns.text("label", "Label", LEAST_LABEL, row -> row.topic() == null ? row.in().what() : row.topic().label());
        label.setCellFactory(any -> new LabelCell(model::label));
        getColumns().setAll(columns());
        Columns.remember(this, preferences);
        Columns.rememberShown(this, preferences);
        fitToRoom();
        setItems(lines);
        setSortPolicy(table -> {
            arrange();
            return true;
        });
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && row.isOwn() && !arranging) {
                exploration.selectedProperty().set(row.topic());
            }
        });
        exploration.selectedProperty().subscribe(topic -> choose(topic, true));
        exploration.topics().addListener((ListChangeListener<Topic>) change -> arrange());
        exploration.curating().curatedProperty().subscribe(run -> showAgain());
        exploration.lambdaProperty().subscribe(lambda -> showAgain());
        topics.wordsProperty().subscribe(words -> showAgain());
        editingCellProperty().subscribe(cell -> {
            if (cell == null && outdated) {
                arrange();
            }
        });
        figures.valueProperty().subscribe(counted -> arrange());
        subcategories.treeProperty().subscribe(tree -> arrange());
        query.subscribe(text -> arrange());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                enter();
            }
        });
    }

    private List<TableColumn<TopicRow, ?>> columns() {
        TableColumn<TopicRow, Integer> number = Columns.column("topic", "#", 64, row -> row.topic() == null ? -1 : row.topic().id());
        number.setCellFactory(any -> new TopicCell(exploration.curating()::color, row -> open.contains(row.key()), this::toggle));
        number.setMinWidth(64);
        words = Columns.text("words", "Words", LEAST_WORDS, this::words);
        words.setMinWidth(90);
        TableColumn<TopicRow, Double> prevalence = Columns.number("prevalence", "Prevalence",
                "Share of all tokens that the model gives to the topic", 104, ofTopic(Topic::prevalence), Figures::percent);
        prevalence.setCellFactory(any -> new PrevalenceCell(
                () -> exploration.topics().stream().mapToDouble(Topic::prevalence).max().orElse(1), exploration.curating()::color));
        TableColumn<TopicRow, Double> trend = Columns.number("trend", "Trend", "The topic's share of the reviews over time, and its "
                + "share in the latest quarter of them over its share before", 112, counted(TopicFigures::growth), RoomWords::times);
        trend.setCellFactory(any -> new TrendCell(id -> figures.valueProperty().get() == null ? new double[0]
                : figures.valueProperty().get().trend(id), exploration.curating()::color));
        return List.of(number, MarkCell.column(exploration.curating()), label, prevalence, words,
                Columns.number("reviews", "Reviews", "Reviews that count for the topic and meet the filters", 68,
                        counted(TopicFigures::reviews), count -> Double.isNaN(count) ? "" : Figures.count((long) count)),
                Columns.number("share", "Share", "Share of the reviews that meet the filters", 62, counted(TopicFigures::share),
                        share -> Double.isNaN(share) ? "" : Figures.percent(share)),
                Columns.number("stars", "Stars", "Mean stars of these reviews", 56, counted(TopicFigures::stars), RoomWords::stars),
                trend, score("wetc", "WETC", "Coherence of the words by their vectors; higher is better", Topic::wetc),
                score("tu", "TU", "Topic uniqueness: how few of its words other topics share; 1 is best", Topic::tu),
                score("npmi", "NPMI", "Coherence by words that occur together; higher is better", Topic::npmi),
                score("stability", "Stability", "How much of its words the topics of other seeds share; 1 is best",
                        topic -> topic.stability() == null ? Double.NaN : topic.stability().overlap()));
    }

    /** Name and size are always seen: the label gets the room that the columns up to the prevalence leave, the words all the rest. */
    private void fitToRoom() {
        Runnable fit = () -> {
            double room = getWidth() - SCROLL_BAR;
            int named = getVisibleLeafColumns().indexOf(words);
            double before = taken(getVisibleLeafColumns().subList(0, named < 0 ? getVisibleLeafColumns().size() : named));
            label.setPrefWidth(Math.clamp(room - before, LEAST_LABEL, MOST_LABEL));
            words.setPrefWidth(Math.max(LEAST_WORDS, room - taken(getVisibleLeafColumns()) - label.getPrefWidth()));
        };
        widthProperty().subscribe(width -> fit.run());
        getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<TopicRow, ?>>) change -> fit.run());
    }

    private double taken(List<? extends TableColumn<TopicRow, ?>> columns) {
        return columns.stream().filter(column -> column != label && column != words).mapToDouble(TableColumn::getWidth).sum();
    }

    private static TableColumn<TopicRow, Double> score(String id, String title, String help, ToDoubleFunction<Topic> value) {
        return Columns.number(id, title, help, 64, ofTopic(value), Figures::score);
    }

    private static ToDoubleFunction<TopicRow> ofTopic(ToDoubleFunction<Topic> value) {
        return row -> row.topic() == null ? Double.NaN : value.applyAsDouble(row.topic());
    }

    /** What is counted of one topic. */
    private interface Figure {
        double of(TopicFigures figures, int topic);
    }

    private ToDoubleFunction<TopicRow> counted(Figure figure) {
        return row -> !row.isOwn() || figures.valueProperty().get() == null ? Double.NaN
                : figure.of(figures.valueProperty().get(), row.topic().id());
    }

    private String words(TopicRow row) {
        return row.topic() == null ? StateLabel.words(row.in().state()) + " · " + Figures.count(row.in().reviews(), "review")
                : row.isOwn() ? topics.leadingWords(row.topic(), WORDS_SHOWN)
                : String.join(", ", row.topic().words().stream().limit(WORDS_SHOWN).map(Topic.Word::term).toList());
    }

    /** Makes the lines anew: sorted among those of the same depth, without what the query leaves out. */
    private void arrange() {
        outdated = getEditingCell() != null;
        if (outdated) {
            return;
        }
        List<TopicRow> made = new TopicLines(query.get(), open, getComparator(), this::words)
                .of(exploration.topics(), subcategories.treeProperty().get());
        if (made.equals(lines)) {
            refresh();
            return;
        }
        arranging = true;
        TopicRow chosen = getSelectionModel().getSelectedItem();
        lines.setAll(made);
        if (chosen != null && !chosen.isOwn()) {
            lines.stream().filter(row -> row.key().equals(chosen.key())).findFirst().ifPresent(getSelectionModel()::select);
        }
        arranging = false;
        if (chosen == null || chosen.isOwn()) {
            choose(exploration.selectedProperty().get(), false);
        }
    }

    /** The same lines, their words or figures changed. */
    private void showAgain() {
        outdated = getEditingCell() != null;
        if (!outdated) {
            refresh();
        }
    }

    private void choose(Topic topic, boolean scroll) {
        TopicRow chosen = getSelectionModel().getSelectedItem();
        if (topic == null || arranging || chosen != null && chosen.isOwn() && chosen.topic().equals(topic)) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isOwn() && lines.get(i).topic().id() == topic.id()) {
                getSelectionModel().select(i);
                if (scroll) {
                    scrollTo(i);
                }
                return;
            }
        }
        getSelectionModel().clearSelection(); // it is searched away
    }

    /** Opens what hangs below a line, or closes it. */
    void toggle(TopicRow row) {
        if (row.hasBelow() && !open.remove(row.key())) {
            open.add(row.key());
        }
        arrange();
    }

    private void press(KeyEvent key) {
        TopicRow row = getSelectionModel().getSelectedItem();
        if (row == null || key.isConsumed() || getEditingCell() != null) {
            return;
        }
        boolean isOpen = open.contains(row.key());
        if (key.getCode() == KeyCode.RIGHT && row.hasBelow() && !isOpen || key.getCode() == KeyCode.LEFT && isOpen) {
            toggle(row);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !row.isOwn()) {
            enter();
            key.consume();
        }
    }

    /** Looks at the run that the chosen line belongs to. */
    void enter() {
        TopicRow row = getSelectionModel().getSelectedItem();
        if (row != null && !row.isOwn() && !row.in().topics().isEmpty()) {
            subcategories.open(row.in(), row.topic() == null ? null : row.topic().id());
        }
    }

    /** Begins to write the chosen topic's label. */
    void editLabel() {
        int row = getSelectionModel().getSelectedIndex();
        if (row >= 0 && lines.get(row).isOwn()) {
            scrollTo(row);
            edit(row, label);
        }
    }
}
