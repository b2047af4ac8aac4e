package topicworkbench.ui.explore;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Circle;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Impact;
import topicworkbench.exploration.Interval;
import topicworkbench.exploration.RecentTime;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** The topics by impact, with each factor; a click on a figure filters by the reviews behind it. */
final class ImpactTable extends TableView<Impact> {
    private final Exploration exploration;
    private final ObservableList<Impact> ranked = FXCollections.observableArrayList();
    private RecentTime time = RecentTime.UNKNOWN;

    ImpactTable(Exploration exploration, WindowPreferences preferences) {
        this.exploration = exploration;
        setId("impact-table");
        getStyleClass().add("impact-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        getColumns().setAll(columns());
        Columns.remember(this, preferences);
        SortedList<Impact> sorted = new SortedList<>(ranked);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().selectedItemProperty().subscribe(impact -> {
            if (impact != null) {
                exploration.select(impact.topic());
            }
        });
        setOnKeyPressed(key -> {
            Impact impact = getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && impact != null) {
                exploration.toggle(Filter.Topics.of(impact.topic()));
                key.consume();
            }
        });
        exploration.topics().addListener((ListChangeListener<Topic>) change -> refresh());
    }

    /** @param recent what growth was seen in */
    void show(List<Impact> impacts, RecentTime recent) {
        time = recent;
        Impact chosen = getSelectionModel().getSelectedItem();
        ranked.setAll(impacts);
        impacts.stream().filter(impact -> chosen != null && impact.topic() == chosen.topic()).findFirst()
                .ifPresent(getSelectionModel()::select);
    }

    private List<TableColumn<Impact, ?>> columns() {
        TableColumn<Impact, String> name = Columns.text("topic", "Topic", 140, impact -> exploration.topicName(impact.topic()));
        name.setCellFactory(any -> new NameCell());
        name.setMinWidth(110);
        TableColumn<Impact, Double> score = Columns.number("impact", "Impact", "Volume × severity × helpful votes × growth, each to the"
                + " power of its weight; 100 for the greatest", 88, Impact::score, Double::toString);
        score.setCellFactory(any -> new ImpactScoreCell(impact -> exploration.curating().color(impact.topic())));
        return List.of(name, score,
                factor("reviews", "Reviews", "How many reviews count for the topic, and their share of all", 66, Impact::reviews,
                        impact -> new FactorCell.Words(Figures.count(impact.reviews()), Figures.percent(impact.volume())),
                        impact -> List.of(), "Show the topic's reviews"),
                factor("stars", "Stars", "Mean stars, and severity: (5 − stars) / 4", 58, Impact::meanStars,
                        impact -> new FactorCell.Words(RoomWords.stars(impact.meanStars()), Figures.factor(impact.severity())),
                        impact -> List.of(new Filter.Stars(1, 2)), "Show the topic's reviews with one or two stars"),
                factor("votes", "Votes", "Helpful votes of all the topic's reviews, and attention: 1 + mean of ln(1 + votes)",
                        66, Impact::votes, impact -> new FactorCell.Words(Figures.count(impact.votes()),
                        Figures.factor(impact.attention())),
                        impact -> List.of(new Filter.HelpfulVotes(1, Integer.MAX_VALUE)),
                        "Show the topic's reviews that somebody found helpful"),
                factor("growth", "Growth", "The topic's share of the latest quarter of the reviews over its share before, and where it"
                        + " lies with 95% confidence", 66, impact -> impact.growth().ratio(),
                        impact -> new FactorCell.Words(RoomWords.times(impact.growth().ratio()), range(impact)),
                        impact -> time.isKnown() ? List.of(new Filter.Days(time.from(), time.to())) : List.of(),
                        "Show the topic's latest reviews"));
    }

    private static String range(Impact impact) {
        Interval interval = impact.growth().interval();
        return impact.growth().isKnown() ? String.format(Locale.ENGLISH, "%.1f–%.1f", interval.low(), interval.high()) : "";
    }

    /** @param more filters that leave the reviews behind the figure, beside the one by topic */
    private TableColumn<Impact, Double> factor(String id, String title, String help, double width, ToDoubleFunction<Impact> value,
            Function<Impact, FactorCell.Words> words, Function<Impact, List<Filter>> more, String leadsTo) {
        TableColumn<Impact, Double> column = Columns.number(id, title, help, width, value, Double::toString);
        column.setCellFactory(any -> new FactorCell(words, impact -> {
            Filter[] filters = new Filter[more.apply(impact).size() + 1];
            more.apply(impact).toArray(filters);
            filters[filters.length - 1] = Filter.Topics.of(impact.topic());
            exploration.select(impact.topic());
            exploration.apply(filters);
        }, leadsTo));
        return column;
    }

    /** A topic's color and name. */
    private final class NameCell extends TableCell<Impact, String> {
        private static final double DOT = 4;

        private final Circle dot = new Circle(DOT);

        NameCell() {
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            Impact impact = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : name);
            setGraphic(empty || impact == null ? null : dot);
            if (impact != null) {
                dot.setStyle("-fx-fill: " + exploration.curating().color(impact.topic()));
            }
        }
    }
}
