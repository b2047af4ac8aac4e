package topicworkbench.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.AlignedTopics.Pair;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.compare.PairLine.Standing;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** Topics of two runs, pair by pair, words beside words. */
final class PairTable extends TableView<PairLine> {
    private static final int WORDS_SHOWN = 8;

    private final TableColumn<PairLine, PairLine> first = topic("first", Pair::first, Standing.APPEARED);
    private final TableColumn<PairLine, PairLine> second = topic("second", Pair::second, Standing.VANISHED);

    PairTable(WindowPreferences preferences) {
        setId("pairs");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        TableColumn<PairLine, PairLine> standing = Columns.column("standing", "", 106, line -> line);
        standing.setCellFactory(any -> new StandingCell());
        standing.setComparator(Comparator.comparing(PairLine::standing));
        Columns.bound(standing, 106, 116);
        TableColumn<PairLine, Double> common = Columns.number("common", "Words", "How many of the " + AlignedTopics.WORDS
                + " leading words the two topics have in common", 60, line -> line.pair().commonWords().size(),
                value -> Integer.toString((int) value));
        TableColumn<PairLine, Double> similarity = Columns.number("similarity", "Similarity", "Of the two word "
                + "distributions (Bhattacharyya coefficient): 1 if equal, 0 without a common word", 80,
                line -> line.pair().similarity(), Figures::score);
        getColumns().setAll(List.of(standing, first, second, common, similarity));
        Columns.remember(this, preferences);
    }

    void show(AlignedTopics aligned, int sameFrom) {
        head(first, aligned.first().name());
        head(second, aligned.second().name());
        PairLine chosen = getSelectionModel().getSelectedItem();
        getItems().setAll(PairLine.of(aligned, sameFrom));
        sort();
        getSelectionModel().select(getItems().stream().filter(line -> chosen != null
                && line.pair().equals(chosen.pair())).findFirst().orElse(getItems().isEmpty() ? null : getItems().getFirst()));
    }

    /** Names of runs may be long and begin alike. */
    private static void head(TableColumn<PairLine, PairLine> column, String run) {
        Label name = new Label(run);
        name.setTooltip(new Tooltip(run));
        column.setGraphic(name);
    }

    private static TableColumn<PairLine, PairLine> topic(String id, Function<Pair, Topic> side, Standing onlyNearest) {
        TableColumn<PairLine, PairLine> column = Columns.column(id, "", 200, line -> line);
        column.setMinWidth(120);
        column.setComparator(Comparator.comparing(line -> words(side.apply(line.pair()))));
        column.setCellFactory(any -> new TopicCell(side, onlyNearest));
        return column;
    }

    static String words(Topic topic) {
        String words = String.join(", ", topic.words().stream().limit(WORDS_SHOWN).map(Topic.Word::term).toList());
        return topic.label() == null ? words : topic.label() + ": " + words;
    }

    /** Color and words of a topic; pale where it is but the nearest of the other run. */
    private static final class TopicCell extends TableCell<PairLine, PairLine> {
        private static final PseudoClass NEAREST = PseudoClass.getPseudoClass("nearest");

        private final Circle dot = new Circle(4);
        private final Function<Pair, Topic> side;
        private final Standing onlyNearest;

        TopicCell(Function<Pair, Topic> side, Standing onlyNearest) {
            this.side = side;
            this.onlyNearest = onlyNearest;
            getStyleClass().add("pair-topic");
        }

        @Override
        protected void updateItem(PairLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean nothing = empty || line == null;
            boolean nearest = !nothing && line.standing() == onlyNearest;
            pseudoClassStateChanged(NEAREST, nearest);
            setGraphic(nothing || nearest ? null : dot);
            setText(nothing ? null : (nearest ? "nearest: " : "") + words(side.apply(line.pair())));
            if (!nothing) {
                dot.setStyle("-fx-fill: " + TopicColors.web(side.apply(line.pair()).id()));
            }
        }
    }

    /** Icon and word, so that color is not needed. */
    private static final class StandingCell extends TableCell<PairLine, PairLine> {
        private final FontIcon icon = new FontIcon();

        StandingCell() {
            getStyleClass().add("standing");
        }

        @Override
        protected void updateItem(PairLine line, boolean empty) {
            super.updateItem(line, empty);
            Standing standing = empty || line == null ? null : line.standing();
            setText(standing == null ? null : standing.word());
            setGraphic(standing == null ? null : icon);
            if (standing != null) {
                icon.setIconCode(switch (standing) {
                    case SAME -> Feather.CHECK;
                    case VANISHED -> Feather.MINUS_CIRCLE;
                    case APPEARED -> Feather.PLUS_CIRCLE;
                });
            }
            for (Standing each : Standing.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)),
                        each == standing);
            }
        }
    }
}
