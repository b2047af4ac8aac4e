package topicworkbench.ui.explore;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import topicworkbench.chart.Figure;
import topicworkbench.chart.MarkedDrawing;
import topicworkbench.chart.WordBars;
import topicworkbench.chart.WordCloud;
import topicworkbench.exploration.TopicWords;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.DrawingPane;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.wording.Figures;

/**
 * The words of the chosen topic by relevance, as bars of how often they stand in it and in the corpus, or as a cloud. A word
 * that is pointed at says which topics it belongs to; one that is clicked filters by the reviews that hold it.
 */
final class WordsPanel extends VBox {
    private static final int BARS = 30;
    private static final int CLOUD = 60;
    private static final int TOPICS_OF_A_WORD = 3;
    private static final double LEAST_SHARE = 0.01;

    private final TopicsViewModel model;
    private final Exploration exploration;
    private final Label name = new Label();
    private final Label description = new Label();
    private final Label wordTopics = new Label();
    private final DrawingPane drawing;
    private final ScrollPane scroll = new ScrollPane();
    private boolean asCloud;

    WordsPanel(TopicsViewModel model, ExploreView.With with) {
        this.model = model;
        this.exploration = model.exploration();
        drawing = new DrawingPane(with.dark());
        getStyleClass().add("words-panel");
        setId("words");
        name.getStyleClass().add("panel-title");
        description.getStyleClass().add("muted");
        wordTopics.getStyleClass().add("caption");
        wordTopics.setId("word-topics");
        wordTopics.setWrapText(true);
        wordTopics.setMinHeight(48);
        wordTopics.setAlignment(Pos.TOP_LEFT);
        drawing.setId("words-drawing");
        drawing.setAccessibleText("Words of the chosen topic");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox tools = new HBox(8, new Segments("words-as", with.preferences(), chosen -> {
            asCloud = chosen == 1;
            draw();
        }, "Bars", "Cloud"), space, new LambdaSlider("words-lambda", exploration.lambdaProperty()));
        tools.setAlignment(Pos.CENTER_LEFT);
        scroll.setContent(drawing);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(tools, name, description, scroll, wordTopics);
        drawing.setOnPointed(key -> model.pointedTermProperty().set(key == null ? null : term(key)));
        drawing.setOnClicked((key, more) -> model.filterBy(term(key)));
        with.export().offer(drawing, this::figure, with.dark());
        model.wordsProperty().subscribe(words -> draw());
        exploration.selectedProperty().subscribe(topic -> draw());
        exploration.lambdaProperty().subscribe(lambda -> draw());
        exploration.topics().addListener((ListChangeListener<Topic>) change -> draw());
        model.pointedTermProperty().subscribe(term -> wordTopics.setText(topicsOf(term)));
    }

    private Figure figure() {
        Topic topic = exploration.selectedProperty().get();
        return model.figure("Words of " + (topic == null ? "no topic" : topic.name()) + ", λ = " + String.format(
                Locale.ENGLISH, "%.2f", exploration.lambdaProperty().get()), drawing.drawing());
    }

    private int term(Object key) {
        return model.wordsProperty().get().vocabulary().indexOf((String) key);
    }

    private void draw() {
        Topic topic = exploration.selectedProperty().get();
        TopicWords words = model.wordsProperty().get();
        int place = topic == null || words == null ? -1 : words.place(topic.id());
        name.setText(topic == null ? "" : TopicNames.of(topic));
        description.setText(topic == null ? "" : "Topic " + topic.id() + " · " + Figures.percent(topic.prevalence())
                + " of all tokens");
        drawing.setMinHeight(0);
        if (place < 0) {
            drawing.show(null);
            return;
        }
        int[] leading = words.leading(place, exploration.lambdaProperty().get(), asCloud ? CLOUD : BARS);
        Color color = model.color(topic.id());
        MarkedDrawing shown = asCloud ? cloud(words, place, leading, color) : bars(words, place, leading, color);
        drawing.setMinHeight(shown instanceof WordBars bars ? bars.height() : 0);
        drawing.show(shown);
    }

    private static WordBars bars(TopicWords words, int place, int[] leading, Color color) {
        return new WordBars(Arrays.stream(leading).mapToObj(term -> new WordBars.Word(words.term(term),
                words.inTopic(place, term), words.inCorpus(term), help(words, place, term))).toList(), color, null);
    }

    private static WordCloud cloud(TopicWords words, int place, int[] leading, Color color) {
        return new WordCloud(Arrays.stream(leading).mapToObj(term -> new WordCloud.Word(words.term(term),
                words.probability(place, term), help(words, place, term))).toList(), color);
    }

    private static String help(TopicWords words, int place, int term) {
        return words.term(term) + "\n" + Figures.percent(words.probability(place, term)) + " of the topic's tokens\nabout "
                + Figures.count(Math.round(words.inTopic(place, term))) + " of its " + Figures.count(words.inCorpus(term), "token")
                + " in the corpus";
    }

    /** Which topics a word is in, most first. */
    private String topicsOf(Integer term) {
        TopicWords words = model.wordsProperty().get();
        if (term == null || words == null) {
            return "Point at a word to see which topics it belongs to; click it to filter by the reviews that hold it.";
        }
        double[] shares = words.topicsOf(term);
        List<Integer> most = new ArrayList<>(IntStream.range(0, shares.length).boxed()
                .filter(place -> shares[place] >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(place -> -shares[place])).toList());
        String named = most.stream().limit(TOPICS_OF_A_WORD)
                .map(place -> Figures.percent(shares[place]) + " " + model.name(place)).collect(Collectors.joining("; "));
        int others = most.size() - TOPICS_OF_A_WORD;
        return "“" + words.term(term) + "”: " + named + (others > 0 ? "; and " + others + " more" : "");
    }
}
