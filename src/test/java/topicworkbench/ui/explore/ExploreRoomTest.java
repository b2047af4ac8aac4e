package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Impact;
import topicworkbench.testdata.DatedReviews;

/** The room, worked by mouse and keyboard: every view answers every other, and every panel has its place. */
@ExtendWith(ApplicationExtension.class)
class ExploreRoomTest extends DatedExploreRoom {
    @Start
    void open(Stage stage) {
        show(stage);
    }

    private static long reviewsInImpact(FxRobot robot) {
        return robot.lookup("#impact-table").<TableView<Impact>>query().getItems().stream().mapToLong(Impact::reviews).sum();
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
