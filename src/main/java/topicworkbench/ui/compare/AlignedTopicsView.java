package topicworkbench.ui.compare;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.AlignedTopics.Pair;
import topicworkbench.comparison.ComparedRun;
import topicworkbench.ui.chart.ChartPane;
import topicworkbench.ui.chart.HeatMapChart;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.Splits;
import topicworkbench.ui.support.WindowPreferences;

/** The topics of the reference and of one other run: pairs at the left, how alike all are at the right. */
final class AlignedTopicsView extends BorderPane {
    private final CompareViewModel model;
    private final PairTable pairs;
    private final PairPanel panel = new PairPanel();
    private final ChartPane heatMap;
    private final Label summary = new Label();
    private final SplitPane room;

    AlignedTopicsView(CompareViewModel model, ReadOnlyBooleanProperty dark, WindowPreferences preferences) {
        this.model = model;
        getStyleClass().add("aligned-topics");
        setMinSize(0, 0);
        heatMap = new ChartPane(dark);
        heatMap.setAccessibleText("How alike the topics of the two runs are");
        heatMap.setOnPointClicked(this::choose);
        pairs = new PairTable(preferences);
        pairs.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (model.alignedProperty().get() != null) {
                panel.show(model.alignedProperty().get(), line == null ? null : line.pair());
            }
        });
        Label title = new Label("How alike the word distributions are");
        title.getStyleClass().add("chart-title");
        BorderPane chart = new BorderPane(heatMap);
        chart.setTop(title);
        ScrollPane below = new ScrollPane(panel);
        below.setFitToWidth(true);
        below.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        SplitPane side = Splits.of("compare.side", Orientation.VERTICAL, 0.62, preferences, chart, below);
        room = Splits.of("compare.room", Orientation.HORIZONTAL, 0.58, preferences, pairs, side);
        setTop(tools());
        model.alignedProperty().subscribe(this::show);
        model.sameFromProperty().subscribe(() -> show(model.alignedProperty().get()));
    }

    private HBox tools() {
        Spinner<Integer> least = new Spinner<>(1, AlignedTopics.WORDS, model.sameFromProperty().get());
        least.setId("same-from");
        least.setPrefWidth(84);
        least.setAccessibleText("Common words from which on topics are the same");
        least.valueProperty().subscribe(value -> model.sameFromProperty().set(value));
        Label before = new Label("The same from");
        before.setLabelFor(least);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        summary.setId("alignment-summary");
        HBox tools = new HBox(8, summary, gap, before, least, new Label("of " + AlignedTopics.WORDS + " words in common"));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("chart-tools");
        return tools;
    }

    private void show(AlignedTopics aligned) {
        if (aligned == null) {
            summary.setText("");
            setCenter(new Skeleton(8));
            return;
        }
        int least = model.sameFromProperty().get();
        summary.setGraphic(new FontIcon(Feather.SHUFFLE));
        summary.setText(aligned.same(least).size() + " the same · " + aligned.vanished(least).size() + " vanished · "
                + aligned.appeared(least).size() + " appeared");
        pairs.show(aligned, least);
        int[][] order = aligned.diagonalOrder();
        heatMap.show(style -> HeatMapChart.of(aligned.similarities(), side(aligned.first(), order[0]),
                side(aligned.second(), order[1]), style));
        setCenter(room);
    }

    private static HeatMapChart.Side side(ComparedRun run, int[] order) {
        List<String> names = run.topics().stream().map(TopicNames::of).toList();
        return new HeatMapChart.Side(run.name(), order, names);
    }

    /** A click on a block chooses the pair it belongs to, or shows the two topics though they are no pair. */
    private void choose(int block) {
        AlignedTopics aligned = model.alignedProperty().get();
        int[][] order = aligned.diagonalOrder();
        Pair chosen = aligned.between(order[0][block / order[1].length], order[1][block % order[1].length]);
        pairs.getItems().stream().filter(line -> line.pair().equals(chosen)).findFirst().ifPresentOrElse(line -> {
            pairs.getSelectionModel().select(line);
            pairs.scrollTo(line);
        }, () -> {
            pairs.getSelectionModel().clearSelection();
            panel.show(aligned, chosen);
        });
    }
}
