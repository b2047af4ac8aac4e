package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.exploration.Dimension;
import topicworkbench.testdata.DatedReviews;
import topicworkbench.ui.support.Patience;

/** What is counted by stars, columns, time and scores, and filters by what is clicked or brushed in it. */
@ExtendWith(ApplicationExtension.class)
class CountedViewsTest extends DatedExploreRoom {
    @Start
    void open(Stage stage) {
        show(stage);
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
        Bounds area = robot.lookup("#stars-view .plot-area").query()
                .localToScreen(robot.lookup("#stars-view .plot-area").query().getBoundsInLocal());
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
        robot.interact(() -> colors.setValue(colors.getItems().stream().filter(by -> by.toString().equals("Channel")).findFirst()
                .orElseThrow()));
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
}
