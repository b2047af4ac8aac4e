package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.Viewport;
import topicworkbench.testdata.ReviewGenerator;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.DocumentMap;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.chart.MapLabels;
import topicworkbench.ui.chart.ScatterMap;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.workspace.Workspace;

@ExtendWith(ApplicationExtension.class)
class MapPanelTest {
    /** Rounds of events until the panel has its final layout. */
    private static final int SETTLED = 8;

    /** After these, a click is no second one of the click before. */
    private static final int DOUBLE_CLICK_MILLISECONDS = 600;

    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static String id;
    private final FakeDialogs dialogs = new FakeDialogs();
    private Exploration exploration;
    private ExploreViewModel model;
    private ExploredRun run;
    private TopicAssignment assignment;
    private MapPanel panel;
    private ScatterMap map;
    private DocumentMap places;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        id = SmallRun.in(workspace, "small").id();
    }

    @Start
    void open(Stage stage) {
        Messages messages = new Messages();
        model = new ExploreViewModel(workspace, new SameThreadTasks(), messages);
        exploration = model.exploration();
        panel = new MapPanel(exploration, new SameThreadTasks(), dialogs, messages,
                new ChartExport(dialogs, new SameThreadTasks(), messages), new SimpleBooleanProperty());
        SharedStage.show(stage, new Scene(panel, 900, 600));
    }

    @BeforeEach
    void show(FxRobot robot) {
        robot.interact(() -> model.open(id));
        run = exploration.runProperty().get();
        assignment = exploration.assignmentProperty().get();
        places = run.map().orElseThrow();
        waitForFxEvents(SETTLED);
        map = robot.lookup("#review-map").query();
    }

    private Point2D place(int document) {
        Viewport view = map.viewportProperty().get();
        return map.localToScreen(view.pixelX(places.x()[document]), view.pixelY(places.y()[document]));
    }

    private int shown() {
        return panel.model().pictureProperty().get().points().size();
    }

    private Set<String> labels(FxRobot robot) {
        return robot.lookup(".map-label").queryAll().stream().filter(Node::isVisible).map(node -> ((Text) node).getText())
                .collect(Collectors.toSet());
    }

    @Test
    void everyTopicHasItsLabelAndItsRowInTheLegend(FxRobot robot) {
        assertThat(shown()).isEqualTo(run.documents());
        assertThat(labels(robot)).hasSize(SmallRun.TOPICS).contains(exploration.topicName(0));
        assertThat(robot.lookup(".map-legend-row").queryAll()).hasSize(SmallRun.TOPICS);
    }

    @Test
    void aLegendRowHidesItsTopicAndShowsItAlone(FxRobot robot) {
        int first = assignment.counts(exploration.matchingProperty().get().all(), SmallRun.TOPICS)[0];
        ToggleButton row = robot.lookup(".map-legend-row").nth(0).query();
        robot.clickOn(row);
        assertThat(shown()).isEqualTo(run.documents() - first);
        assertThat(labels(robot)).hasSize(SmallRun.TOPICS - 1);
        robot.interact(row::fire);
        assertThat(shown()).isEqualTo(run.documents());
        robot.sleep(DOUBLE_CLICK_MILLISECONDS).doubleClickOn(row);
        assertThat(shown()).isEqualTo(first);
        robot.interact(() -> panel.model().isolate(0));
        assertThat(shown()).isEqualTo(run.documents());
    }

    @Test
    void aRectangleFiltersIsInvertedSavedAndBroughtBack(FxRobot robot) {
        Viewport view = map.viewportProperty().get();
        robot.clickOn("#rectangle");
        Point2D corner = map.localToScreen(2, 2);
        robot.drag(corner).dropTo(map.localToScreen(view.width() / 2.0, view.height() - 2.0));
        int left = (int) java.util.stream.IntStream.range(0, run.documents())
                .filter(document -> places.x()[document] < view.centerX()).count();
        assertThat(exploration.matchingProperty().get().all().count()).isEqualTo(left);
        assertThat(shown()).isEqualTo(left);
        assertThat(panel.model().pictureProperty().get().context().size()).isEqualTo(run.documents());
        robot.push(KeyCode.I);
        assertThat(shown()).isEqualTo(run.documents() - left);
        dialogs.text = "Right half";
        MenuButton menu = robot.lookup("#selections").query();
        robot.interact(() -> menu.getItems().getFirst().fire());
        robot.interact(exploration::clearFilters);
        assertThat(shown()).isEqualTo(run.documents());
        MenuItem saved = menu.getItems().stream().filter(item -> "Right half".equals(item.getText())).findFirst().orElseThrow();
        robot.interact(saved::fire);
        assertThat(shown()).isEqualTo(run.documents() - left);
        assertThat(exploration.filtersProperty().get().on(Dimension.REGION).orElseThrow().words(topic -> "")).startsWith("Right half");
    }

    @Test
    void pointingShowsTheReviewAndAClickOpensIt(FxRobot robot) {
        int document = 11;
        robot.interact(() -> map.zoom(40, map.viewportProperty().get().pixelX(places.x()[document]),
                map.viewportProperty().get().pixelY(places.y()[document])));
        robot.moveTo(map.localToScreen(4, 4)).moveTo(place(document));
        int pointed = exploration.hoveredDocumentProperty().get();
        assertThat(pointed).isNotNegative();
        String text = run.texts().read(pointed).getFirst().text();
        Node card = robot.lookup(".hover-card").query();
        assertThat(card.isVisible()).isTrue();
        assertThat(robot.from(card).lookup((Node node) -> node instanceof Label label
                && label.getText().startsWith(text.substring(0, 30))).tryQuery()).isPresent();
        robot.clickOn(place(document));
        assertThat(exploration.openedDocumentProperty().get()).isEqualTo(pointed);
        robot.moveTo(map.localToScreen(4, 4));
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void anotherColumnColorsThePoints(FxRobot robot) {
        ComboBox<ColorBy> colorBy = robot.lookup("#color-by").query();
        robot.interact(() -> colorBy.setValue(ColorBy.STARS));
        assertThat(panel.model().pictureProperty().get().coloring().by()).isEqualTo(ColorBy.STARS);
        assertThat(robot.lookup(".map-legend-row").queryAll()).hasSize(5);
    }

    @Test
    void aLabelSelectsItsTopic(FxRobot robot) {
        Text label = robot.lookup(".map-label").queryAll().stream().map(Text.class::cast)
                .filter(text -> text.getText().equals(exploration.topicName(2))).findFirst().orElseThrow();
        robot.clickOn(label);
        assertThat(exploration.selectedProperty().get().id()).isEqualTo(2);
    }

    /** Else all of them are drawn for every picture of a map that is moved, which takes longer than the points. */
    @Test
    void aLabelThatMovesWithTheMapKeepsItsPicture(FxRobot robot) {
        Text label = robot.lookup(".map-label").queryAll().stream().filter(Node::isVisible).map(Text.class::cast).findFirst().orElseThrow();
        double before = label.getParent().getLayoutX();
        double move = before < map.getWidth() / 2 ? 7 : -7; // away from the edge, which would hold it
        robot.interact(() -> map.pan(move, 0));
        assertThat(label.getParent().getLayoutX()).isEqualTo(before + move);
        assertThat(label.getX()).isZero();
        assertThat(label.getParent().isCache()).isTrue();
    }

    @Test
    void theLegendOfVeryManyTopicsGrowsAsItIsAskedTo(FxRobot robot) throws Exception {
        Path csv = folder.resolve("many.csv");
        ReviewGenerator.write(400, csv, 1);
        String many = new LocalPipelineRunner(workspace, 1)
                .start(Settings.apply(SmallRun.spec(csv), List.of("num_topics=70", "iterations=2")),
                "many", event -> { }).await().id();
        robot.interact(() -> model.open(many));
        waitForFxEvents(SETTLED);
        assertThat(robot.lookup(".map-legend-row").queryAll()).hasSize(60);
        robot.interact(() -> robot.lookup("#more-of-legend").<Hyperlink>query().fire());
        assertThat(robot.lookup(".map-legend-row").queryAll()).hasSize(70);
        assertThat(robot.lookup("#more-of-legend").tryQuery()).isEmpty();
    }

    @Test
    void theNodesOfLabelsAreUsedAgainForOthers(FxRobot robot) {
        List<Text> nodes = new ArrayList<>();
        robot.interact(() -> {
            MapLabels labels = new MapLabels(map);
            for (String words : List.of("these, words", "other, words", "other, words", "those, words")) {
                labels.show(List.of(new MapLabel(words, 0, 0, MapLabel.Level.FAR, 1, 5),
                        new MapLabel("always", 9, 9, MapLabel.Level.FAR, 2, 3)));
                nodes.add(robot.lookup(words).query());
            }
        });
        assertThat(nodes).containsOnly(nodes.getFirst());
        assertThat(nodes.getFirst().getText()).isEqualTo("those, words");
    }
}
