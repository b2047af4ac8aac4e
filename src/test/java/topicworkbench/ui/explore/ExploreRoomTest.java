package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Impact;
import topicworkbench.run.RunSummary;
import topicworkbench.testdata.DatedReviews;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.Patience;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The room, worked by mouse and keyboard: every view answers every other. */
@ExtendWith(ApplicationExtension.class)
class ExploreRoomTest {
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static RunSummary run;

    @TempDir
    private Path settings;
    private Exploration exploration;
    private Stage stage;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        run = DatedReviews.runIn(workspace, "dated");
    }

    @Start
    void open(Stage stage) {
        WindowTasks tasks = new WindowTasks();
        Messages messages = new Messages();
        ExploreViewModel model = new ExploreViewModel(workspace, tasks, messages);
        exploration = model.exploration();
        FakeDialogs dialogs = new FakeDialogs();
        ExploreView view = new ExploreView(model, new ExploreView.With(tasks, messages, dialogs,
                new ChartExport(dialogs, tasks, messages), new SimpleBooleanProperty(false),
                WindowPreferences.open(settings.resolve("window.json"))), () -> { });
        Scene scene = new Scene(view, 980, 760);
        SharedStage.show(stage, scene);
        this.stage = stage;
        model.open(run.id());
    }

    private void show(FxRobot robot, String view) throws TimeoutException {
        await(() -> robot.lookup("#view-" + view).tryQuery().isPresent());
        press(robot, "#view-" + view);
    }

    private static long reviewsInImpact(FxRobot robot) {
        return robot.lookup("#impact-table").<TableView<Impact>>query().getItems().stream().mapToLong(Impact::reviews).sum();
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#matching-count").<Label>query().getText();
    }

    private static boolean isThere(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    /** Drags over a part of a node, from one share of its width to another. */
    private static void brush(FxRobot robot, String query, double from, double to) {
        Bounds bounds = robot.lookup(query).query().localToScreen(robot.lookup(query).query().getBoundsInLocal());
        Point2D start = new Point2D(bounds.getMinX() + from * bounds.getWidth(), bounds.getCenterY());
        robot.drag(start).dropTo(start.add((to - from) * bounds.getWidth(), 0));
        waitForFxEvents();
    }

    @Test
    void brushingTimeChangesAllOthersAndTheWayLeadsBackAndForward(FxRobot robot) throws TimeoutException {
        show(robot, "impact");
        await(() -> reviewsInImpact(robot) == DatedReviews.ROWS);
        assertThat(count(robot)).isEqualTo("240 reviews");
        brush(robot, "#time-strip .plot-area", 0.6, 0.95);
        await(() -> isThere(robot, "#filter-date"));
        await(() -> reviewsInImpact(robot) < DatedReviews.ROWS);
        int left = exploration.matchingProperty().get().all().count();
        assertThat(left).isBetween(1, DatedReviews.ROWS - 1);
        assertThat(reviewsInImpact(robot)).isEqualTo(left);
        assertThat(count(robot)).isEqualTo(left + " of 240 reviews");

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> reviewsInImpact(robot) == DatedReviews.ROWS);
        assertThat(isThere(robot, "#filter-date")).isFalse();
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        await(() -> reviewsInImpact(robot) == left);
        robot.clickOn("#filter-date .chip-button");
        await(() -> reviewsInImpact(robot) == DatedReviews.ROWS);
        assertThat(exploration.filtersProperty().get().isEmpty()).isTrue();
    }

    @Test
    void everyFigureOfTheImpactOpensItsReviews(FxRobot robot) throws TimeoutException {
        show(robot, "impact");
        await(() -> reviewsInImpact(robot) == DatedReviews.ROWS);
        Impact first = robot.lookup("#impact-table").<TableView<Impact>>query().getItems().getFirst();
        List<Hyperlink> figures = robot.lookup("#impact-table .figure-link").<Hyperlink>queryAll().stream()
                .filter(Node::isVisible).toList();
        Hyperlink stars = figures.stream().filter(link -> link.getText().equals(RoomWords.stars(first.meanStars()))).findFirst()
                .orElseThrow();
        robot.clickOn(stars);
        await(() -> isThere(robot, "#filter-stars"));
        assertThat(exploration.filtersProperty().get().on(Dimension.TOPIC)).contains(Filter.Topics.of(first.topic()));
        assertThat(exploration.filtersProperty().get().on(Dimension.STARS)).contains(new Filter.Stars(1, 2));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> !isThere(robot, "#filter-topic") && !isThere(robot, "#filter-stars"));
    }

    @Test
    void aPinnedViewStaysAndFollowsAgainWhenItIsLoose(FxRobot robot) throws TimeoutException {
        show(robot, "impact");
        await(() -> reviewsInImpact(robot) == DatedReviews.ROWS);
        press(robot, "#pin-center");
        robot.interact(() -> exploration.apply(new Filter.Stars(1, 1)));
        await(() -> !exploration.matchingOutdatedProperty().get());
        int left = exploration.matchingProperty().get().all().count();
        waitForFxEvents();
        assertThat(reviewsInImpact(robot)).isEqualTo(DatedReviews.ROWS);
        press(robot, "#pin-center");
        await(() -> reviewsInImpact(robot) == left);
    }

    @Test
    void starsAreBrushedByKeyboardAndTopicsByAClickOnTheirCell(FxRobot robot) throws TimeoutException {
        show(robot, "columns");
        await(() -> isThere(robot, "#columns-view .plot-area"));
        robot.interact(() -> robot.lookup("#columns-view .plot-area").query().requestFocus());
        await(() -> ((CountView<?>) robot.lookup("#columns-view").query()).counted() != null);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        await(() -> isThere(robot, "#filter-product"));
        robot.push(KeyCode.DELETE);
        await(() -> !isThere(robot, "#filter-product"));

        show(robot, "stars");
        await(() -> isThere(robot, "#stars-view .plot-area") && ((CountView<?>) robot.lookup("#stars-view").query()).counted() != null);
        Bounds area = robot.lookup("#stars-view .plot-area").query().localToScreen(robot.lookup("#stars-view .plot-area").query().getBoundsInLocal());
        robot.clickOn(area.getMinX() + area.getWidth() * 0.5, area.getMinY() + 170); // the second cell: the worst topic
        await(() -> isThere(robot, "#filter-topic"));
        press(robot, "#clear-filters");
        await(() -> exploration.filtersProperty().get().isEmpty());
    }

    @Test
    void aColumnOfTheFilesOwnIsCountedFilteredAndShownOnTheMap(FxRobot robot) throws TimeoutException {
        show(robot, "columns");
        await(() -> isThere(robot, "#column"));
        ComboBox<Dimension> columns = robot.lookup("#column").query();
        await(() -> columns.getItems().contains(Dimension.column("channel")));
        robot.interact(() -> columns.setValue(Dimension.column("channel")));
        await(() -> columnBins(robot).dimension().equals(Dimension.column("channel")));
        assertThat(IntStream.range(0, columnBins(robot).count()).mapToObj(columnBins(robot)::name))
                .containsExactly("<b>shop</b>", "app", "web");
        robot.interact(() -> robot.lookup("#columns-view .plot-area").query().requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        await(() -> exploration.filtersProperty().get().on(Dimension.column("channel")).isPresent());
        await(() -> Patience.sees(robot, "Channel: <b>shop</b>"));
        await(() -> count(robot).equals("60 of 240 reviews"));
        robot.interact(() -> columns.setValue(Dimension.column("price")));
        await(() -> columnBins(robot).dimension().equals(Dimension.column("price")) && columnBins(robot).count() > 1);
        assertThat(columnBins(robot).name(1)).isEqualTo("5 to 10");
        robot.interact(() -> exploration.toggle(columnBins(robot).filter(1, 1)));
        await(() -> Patience.sees(robot, "Price 5 to < 10"));
        await(() -> count(robot).endsWith(" of 240 reviews") && !count(robot).startsWith("60"));
        press(robot, "#clear-filters");

        show(robot, "map");
        ComboBox<ColorBy> colors = robot.lookup("#color-by").query();
        robot.interact(() -> colors.setValue(colors.getItems().stream().filter(by -> by.toString().equals("Channel")).findFirst().orElseThrow()));
        await(() -> robot.lookup(".map-legend-row").queryAll().stream().map(Node::getAccessibleText).toList()
                .equals(List.of("<b>shop</b>, 60 reviews", "app, 60 reviews", "web, 60 reviews", "Unknown, 60 reviews")));
        robot.interact(() -> exploration.openedDocumentProperty().set(0));
        await(() -> isThere(robot, "#other-facts .hyperlink"));
        robot.interact(() -> robot.lookup("#other-facts .hyperlink").<Hyperlink>queryAll().stream()
                .filter(link -> link.getText().equals("0.5")).findFirst().orElseThrow().fire());
        await(() -> Patience.sees(robot, "Price = 0.5"));
        await(() -> count(robot).equals("6 of 240 reviews"));
        robot.interact(() -> exploration.openedDocumentProperty().set(Exploration.NONE));
        press(robot, "#clear-filters");
        robot.interact(() -> colors.setValue(ColorBy.TOPIC));
    }

    private static topicworkbench.exploration.Bins columnBins(FxRobot robot) {
        return robot.lookup("#columns-view").<ColumnView>query().counted().counts().bins();
    }

    @Test
    void timeIsShownAsSharesOrCountsOfAllOrOneAndBrushed(FxRobot robot) throws TimeoutException {
        show(robot, "over-time");
        await(() -> counted(robot) != null && cells(robot) == exploration.topics().size());
        press(robot, "#over-time-measure-1");
        await(() -> chart(robot).axis().equals("Reviews"));
        double all = chart(robot).cells().stream().flatMapToDouble(cell -> java.util.Arrays.stream(cell.values())).sum();
        assertThat(all).isEqualTo(DatedReviews.ROWS);
        robot.interact(() -> exploration.select(exploration.topics().getLast().id()));
        press(robot, "#over-time-topics-1");
        await(() -> cells(robot) == 1);
        assertThat(chart(robot).cells().getFirst().key()).isEqualTo(exploration.topics().getLast().id());
        brush(robot, "#over-time .plot-area", 0.5, 0.9);
        await(() -> isThere(robot, "#filter-date"));
        assertThat(exploration.filtersProperty().get().on(Dimension.DATE)).isPresent();
        press(robot, "#over-time-topics-0");
        press(robot, "#over-time-measure-0");
        press(robot, "#clear-filters");
    }

    private static OverTimeView.Counted counted(FxRobot robot) {
        return robot.lookup("#over-time").<OverTimeView>query().counted();
    }

    private static topicworkbench.chart.BinnedChart chart(FxRobot robot) {
        return robot.lookup("#over-time").<OverTimeView>query().chart(counted(robot));
    }

    private static int cells(FxRobot robot) {
        return chart(robot).cells().size();
    }

    @Test
    void aBarOfTheScoresChoosesItsTopic(FxRobot robot) throws TimeoutException {
        show(robot, "scores");
        int last = exploration.topics().getLast().id();
        robot.interact(() -> exploration.select(exploration.topics().getFirst().id()));
        await(() -> isThere(robot, ".scores-panel"));
        Bounds area = robot.lookup(".scores-panel").query().localToScreen(robot.lookup(".scores-panel").query().getBoundsInLocal());
        for (double y = area.getMaxY() - 60; y > area.getMinY() && exploration.selectedProperty().get().id() != last; y -= 16) {
            robot.clickOn(area.getMinX() + area.getWidth() * 0.38, y); // the bars begin at the left
        }
        assertThat(exploration.selectedProperty().get().id()).isEqualTo(last);
    }

    /** The window at 1024 x 700 leaves the room so much. */
    @Test
    void inASmallWindowNothingIsCutOffAndEachTopicHasItsNameAndSize(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            stage.setWidth(944);
            stage.setHeight(624);
        });
        show(robot, "map");
        await(() -> isThere(robot, "#review-search") && isThere(robot, "#show-legend"));
        for (String panel : List.of("left", "center", "right")) {
            Node frame = robot.lookup("#panel-" + panel).query();
            Bounds whole = frame.localToScreen(frame.getBoundsInLocal());
            for (Node button : robot.from(frame).lookup(".button, .toggle-button, .text-field, .combo-box").queryAll()) {
                Bounds place = button.localToScreen(button.getBoundsInLocal());
                if (button.isVisible() && place.getWidth() > 0) {
                    assertThat(place.getMinX()).as(panel + ": " + button).isGreaterThanOrEqualTo(whole.getMinX() - 1);
                    assertThat(place.getMaxX()).as(panel + ": " + button).isLessThanOrEqualTo(whole.getMaxX() + 1);
                }
            }
        }
        TableView<TopicRow> topics = robot.lookup("#topics").query();
        for (String seen : List.of("label", "prevalence")) {
            Node head = robot.from(topics).lookup((Node node) -> seen.equals(node.getId())).query();
            assertThat(head.localToScreen(head.getBoundsInLocal()).getMaxX()).as(seen)
                    .isLessThanOrEqualTo(topics.localToScreen(topics.getBoundsInLocal()).getMaxX());
        }
    }

    @Test
    void aPanelTakesTheWholeRoomAndGivesItBack(FxRobot robot) throws TimeoutException {
        show(robot, "over-time");
        await(() -> isThere(robot, "#time-strip"));
        SplitPane split = robot.lookup((Node node) -> "explore.left".equals(node.getId())).query();
        double[] before = split.getDividerPositions();
        press(robot, "#maximize-center");
        await(() -> !isThere(robot, "#time-strip"));
        assertThat(robot.lookup("#panel-center").query().getBoundsInParent().getWidth()).isGreaterThan(900);
        robot.push(KeyCode.ESCAPE);
        await(() -> isThere(robot, "#time-strip"));
        assertThat(split.getDividerPositions()).containsExactly(before);
    }
}
