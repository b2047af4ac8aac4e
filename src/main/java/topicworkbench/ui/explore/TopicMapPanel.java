package topicworkbench.ui.explore;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import topicworkbench.chart.Dendrogram;
import topicworkbench.chart.MarkedDrawing;
import topicworkbench.chart.TopicDots;
import topicworkbench.chart.TopicMatrix;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.TopicNearness;
import topicworkbench.exploration.TopicWords;
import topicworkbench.projection.TopicHierarchy;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.DrawingPane;

/**
 * Which topics are alike: as a map, as a tree that a line cuts into groups, or as a field of shades. A topic that is clicked
 * is chosen; with Ctrl or Shift it is added to the filter; a branch of the tree and a cell of the field filter by theirs.
 */
final class TopicMapPanel extends VBox implements Pinnable {
    private static final int MAP = 0;
    private static final int TREE = 1;
    private static final String[] TITLES = {"Topics by their words", "Topics by their words", "Topics that use the same words",
        "Topics that the same reviews speak of"};
    private static final double GRIP = 5;
    private static final int TOPICS_A_GROUP = 3;

    private final TopicsViewModel model;
    private final Exploration exploration;
    private final DrawingPane drawing;
    private final ScrollPane scroll = new ScrollPane();
    private final Label caption = new Label();
    private final Tally<double[][]> together;
    private int way;
    private double cut = Double.NaN;
    private boolean dragging;
    private MarkedDrawing shown;

    TopicMapPanel(TopicsViewModel model, Tallies tallies, ExploreView.With with) {
        this.model = model;
        this.exploration = model.exploration();
        together = tallies.tally((situation, threads) -> TopicNearness.together(situation.run().shares(),
                model.modelParts(situation.run().topics()), situation.matching().all(), threads));
        together.shownProperty().set(false);
        drawing = new DrawingPane(with.dark());
        drawing.setId("topic-map");
        drawing.setAccessibleText("Which topics are alike");
        getStyleClass().add("topic-map-panel");
        caption.getStyleClass().add("caption");
        caption.setMinWidth(0);
        HBox tools = new HBox(12, new Segments("topic-map-as", with.preferences(), chosen -> {
            way = chosen;
            draw();
        }, "Map", "Tree", "Words alike", "Reviews alike"), caption);
        tools.setAlignment(Pos.CENTER_LEFT);
        scroll.setContent(drawing);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(tools, scroll);
        drawing.setOnClicked(this::click);
        drawing.addEventFilter(MouseEvent.ANY, this::drag);
        with.export().offer(drawing, () -> model.figure(TITLES[way], drawing.drawing()), with.dark());
        model.wantNearness();
        model.nearnessProperty().subscribe(nearness -> {
            cut = nearness == null ? Double.NaN : usualCut(nearness.hierarchy());
            draw();
        });
        exploration.selectedProperty().subscribe(topic -> draw());
        exploration.topics().addListener((ListChangeListener<Topic>) change -> draw());
        model.pointedTermProperty().subscribe(term -> {
            if (way == MAP) {
                draw();
            }
        });
        together.valueProperty().subscribe(counted -> draw());
    }

    @Override
    public BooleanProperty pinnedProperty() {
        return together.pinnedProperty();
    }

    /** So that a group has a few topics. */
    private static double usualCut(TopicHierarchy hierarchy) {
        int merges = hierarchy.merges().size();
        int below = merges - merges / TOPICS_A_GROUP;
        return below <= 0 || below >= merges ? hierarchy.height()
                : (hierarchy.merges().get(below - 1).height() + hierarchy.merges().get(below).height()) / 2;
    }

    private void draw() {
        TopicNearness nearness = model.nearnessProperty().get();
        TopicWords words = model.wordsProperty().get();
        if (nearness == null || words == null || words.topics().size() != nearness.distances().length) {
            caption.setText(exploration.runProperty().get() == null ? "" : "Measuring how near the topics are …");
            drawing.show(null);
            return;
        }
        Topic chosen = exploration.selectedProperty().get();
        int selected = chosen == null ? -1 : chosen.id();
        double least = 0;
        switch (way) {
            case MAP -> {
                shown = dots(words, nearness, selected);
                caption.setText("Near topics use the same words");
            }
            case TREE -> {
                Dendrogram tree = tree(words, nearness.hierarchy(), selected);
                least = tree.height();
                shown = tree;
                caption.setText(groups(nearness.hierarchy()) + " groups; drag the line to cut elsewhere");
            }
            default -> {
                boolean byWords = way == TREE + 1;
                together.shownProperty().set(!byWords);
                shown = byWords ? matrix(words, nearness.hierarchy().order(), nearness.similarities(),
                        "1 − Jensen–Shannon distance of words", selected) : together(words, nearness, selected);
                caption.setText(byWords ? "Which topics use the same words" : "Which topics the same reviews speak of");
            }
        }
        drawing.setMinHeight(least);
        drawing.show(shown);
    }

    private MarkedDrawing together(TopicWords words, TopicNearness nearness, int selected) {
        double[][] counted = together.valueProperty().get();
        return counted == null || counted.length != words.topics().size() ? null
                : matrix(words, nearness.hierarchy().order(), counted, "cosine of the shares of reviews", selected);
    }

    private int groups(TopicHierarchy hierarchy) {
        return 1 + Arrays.stream(hierarchy.cut(cut)).max().orElse(-1);
    }

    private TopicDots dots(TopicWords words, TopicNearness nearness, int selected) {
        Integer term = model.pointedTermProperty().get();
        double[] shares = term == null ? null : words.topicsOf(term);
        return new TopicDots(listed(words).mapToObj(place -> new TopicDots.Dot(words.topics().get(place).id(),
                model.name(place), model.color(words.topics().get(place).id()), nearness.positions().get(place, 0),
                nearness.positions().get(place, 1), shares == null ? words.topics().get(place).prevalence() : shares[place]))
                .toList(), selected, term == null ? "of all tokens" : "of “" + words.term(term) + "”");
    }

    private Dendrogram tree(TopicWords words, TopicHierarchy hierarchy, int selected) {
        return new Dendrogram(hierarchy, IntStream.range(0, words.topics().size()).mapToObj(place -> new Dendrogram.Leaf(
                words.topics().get(place).id(), model.name(place), model.color(words.topics().get(place).id()),
                words.topics().get(place).prevalence())).toList(), cut, selected);
    }

    private TopicMatrix matrix(TopicWords words, int[] order, double[][] nearness, String meaning, int selected) {
        int[] places = Arrays.stream(order).filter(model::isListed).toArray();
        double[][] ordered = Arrays.stream(places).mapToObj(row -> Arrays.stream(places)
                .mapToDouble(column -> nearness[row][column]).toArray()).toArray(double[][]::new);
        return new TopicMatrix(Arrays.stream(places).mapToObj(place -> new TopicMatrix.Side(words.topics().get(place).id(),
                model.name(place))).toList(), ordered, meaning, selected);
    }

    private IntStream listed(TopicWords words) {
        return IntStream.range(0, words.topics().size()).filter(model::isListed);
    }

    private void click(Object key, boolean more) {
        switch (key) {
            case Dendrogram.Branch(List<Integer> topics) -> exploration.apply(new Filter.Topics(Set.copyOf(topics)));
            case TopicMatrix.Pair(int row, int column) -> exploration.apply(Filter.Topics.of(row, column));
            case Integer topic when more -> {
                Set<Integer> topics = new TreeSet<>(exploration.filtersProperty().get().on(Dimension.TOPIC)
                        .map(filter -> ((Filter.Topics) filter).topics()).orElse(Set.of()));
                if (!topics.remove(topic)) {
                    topics.add(topic);
                }
                if (topics.isEmpty()) {
                    exploration.remove(Dimension.TOPIC);
                } else {
                    exploration.apply(new Filter.Topics(topics));
                }
            }
            case Integer topic -> exploration.select(topic);
            default -> throw new IllegalStateException("clicked " + key);
        }
    }

    /** The line of the tree goes where it is dragged. */
    private void drag(MouseEvent event) {
        if (!(shown instanceof Dendrogram tree)) {
            return;
        }
        Rectangle2D plot = tree.plot(drawing.area());
        boolean onLine = Math.abs(tree.placeOf(cut, drawing.area()) - event.getX()) <= GRIP && event.getY() <= plot.getMaxY();
        if (event.getEventType() == MouseEvent.MOUSE_MOVED && onLine) {
            drawing.setCursor(Cursor.H_RESIZE);
            event.consume();
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED && drawing.getCursor() == Cursor.H_RESIZE) {
            drawing.setCursor(Cursor.DEFAULT);
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            dragging = onLine;
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && dragging) {
            cut = Math.clamp(tree.heightAt(event.getX(), drawing.area()), 0, model.nearnessProperty().get().hierarchy().height());
            draw();
            event.consume();
        } else if (event.getEventType() == MouseEvent.MOUSE_CLICKED && dragging) {
            event.consume();
        }
    }
}
