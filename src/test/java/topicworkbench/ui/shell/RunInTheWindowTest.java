package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.chart.TopicScoresChart.TopicKey;
import topicworkbench.ui.explore.TopicRow;
import topicworkbench.workspace.RunFolder;

/** A run from the form to its topics, clicked through: watched, cancelled, failed, resumed, labelled and deleted. */
@ExtendWith(ApplicationExtension.class)
class RunInTheWindowTest extends OpenWindow {
    @Start
    void open(Stage stage) {
        show(stage);
    }

    /** From the form to the topics of a tiny run. */
    private void runToTopics(FxRobot robot) throws IOException, TimeoutException {
        startTinyRun(robot);
        await(() -> robot.lookup("Explore topics").tryQuery().isPresent());
        press(robot, "Explore topics");
        await(() -> topics(robot).getItems().size() == 3);
    }

    private static void selectFirstRun(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#runs").<TableView<?>>query().getItems().size() == 1);
        robot.interact(() -> robot.lookup("#runs").<TableView<?>>query().getSelectionModel().select(0));
    }

    private static TableView<TopicRow> topics(FxRobot robot) {
        return robot.lookup("#topics").<TableView<TopicRow>>tryQuery().orElseGet(TableView::new);
    }

    private static String firstLabel(FxRobot robot) {
        return String.valueOf(topics(robot).getItems().getFirst().topic().label());
    }

    @Test
    void aRunGoesFromTheFormToTopicsThatCanBeLabelled(FxRobot robot) throws IOException, TimeoutException {
        runToTopics(robot);
        String id = workspace.runs().getFirst().id();

        robot.interact(() -> {
            topics(robot).getSelectionModel().select(0);
            topics(robot).requestFocus();
        });
        robot.push(KeyCode.F2).write("Batteries").push(KeyCode.ENTER);
        await(() -> firstLabel(robot).equals("Batteries"));
        await(() -> "Batteries".equals(workspace.find(id).result().topics().getFirst().label()));
        robot.push(KeyCode.F2).write("Sizes").push(KeyCode.ENTER);
        await(() -> firstLabel(robot).equals("Sizes"));
        robot.push(KeyCode.F2).write("Nothing").push(KeyCode.ESCAPE);
        assertThat(firstLabel(robot)).isEqualTo("Sizes");
        await(() -> "Sizes".equals(workspace.find(id).result().topics().getFirst().label()));

        TableColumn<TopicRow, ?> tu = topics(robot).getColumns().stream().filter(c -> c.getId().equals("tu")).findFirst()
                .orElseThrow();
        // not by a click on the header: that sorts on a screen, but not in this test, though the header gets the click
        robot.interact(() -> topics(robot).getSortOrder().setAll(List.of(tu)));
        assertThat(topics(robot).getItems()).isSortedAccordingTo((a, b) -> Double.compare(b.topic().tu(), a.topic().tu()));

        press(robot, "#go-runs");
        await(() -> sees(robot, "Done"));
        dialogs.text = "Renamed";
        selectFirstRun(robot);
        press(robot, "Rename");
        await(() -> workspace.runs().getFirst().name().equals("Renamed"));
    }

    @Test
    void aClickOnTheChartChoosesTheTopicInTheTable(FxRobot robot) throws IOException, TimeoutException {
        runToTopics(robot);
        robot.clickOn("#view-scores");
        int chosen = topics(robot).getSelectionModel().getSelectedItem().topic().id();
        for (int topic : new int[] {(chosen + 1) % 3, (chosen + 2) % 3}) {
            await(() -> { // until what is drawn is what is shown, and a click meets it
                robot.clickOn(bar(robot.lookup((Node node) -> node instanceof ChartCanvas).query(), topic));
                waitForFxEvents();
                return topics(robot).getSelectionModel().getSelectedItem().topic().id() == topic;
            });
        }
    }

    /** Where on the screen the chart has drawn a topic's first bar. */
    private static Point2D bar(ChartCanvas chart, int topic) {
        for (Object entity : chart.getRenderingInfo().getEntityCollection().getEntities()) {
            if (entity instanceof CategoryItemEntity bar && bar.getColumnKey() instanceof TopicKey key
                    && key.id() == topic) {
                var area = bar.getArea().getBounds2D();
                return chart.localToScreen(area.getCenterX(), area.getCenterY());
            }
        }
        throw new IllegalStateException("no bar of topic " + topic);
    }

    @Test
    void aRunThatFailsSaysWhyAndWhatToDo(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        robot.interact(() -> robot.lookup("#min_stars").<ComboBox<String>>query().setValue("5"));
        press(robot, "#start");
        await(() -> robot.lookup(".failure-story").tryQuery().filter(Node::isVisible).isPresent());
        press(robot, "#go-runs");
        await(() -> sees(robot, "Failed"));
        selectFirstRun(robot);
        String remedy = workspace.runs().getFirst().failure().remedy();
        await(() -> sees(robot, remedy) && robot.lookup("Resume").tryQuery().isPresent());
    }

    @Test
    void aRunIsCancelledWhileItGoesAndResumedFromTheList(FxRobot robot) throws IOException, TimeoutException {
        runner.pauseBeforeTraining();
        startTinyRun(robot);
        await(() -> robot.lookup("#cancel-run").tryQuery().isPresent());
        press(robot, "#cancel-run");
        await(() -> sees(robot, "Cancelling"));
        runner.goOn();
        await(() -> sees(robot, "Cancelled"));
        assertThat(workspace.runs().getFirst().state()).isEqualTo(RunState.CANCELLED);
        await(() -> sees(robot, "cancelled"));

        press(robot, "#go-runs");
        await(() -> sees(robot, "Cancelled"));
        selectFirstRun(robot);
        press(robot, "Resume");
        await(() -> sees(robot, "Done"));
        assertThat(workspace.runs()).extracting(RunSummary::state).containsExactly(RunState.DONE);
    }

    @Test
    void aRunIsWatchedStoppedEarlyTaggedRepeatedAndDeleted(FxRobot robot) throws IOException, TimeoutException {
        runner.pauseBeforeTraining();
        startTinyRun(robot);
        await(() -> robot.lookup("#stop-training").tryQuery().isPresent());
        assertThat(robot.lookup("#stage-ingest").query().getAccessibleText()).contains("Read the review files");
        Point2D late = middle(robot.lookup("#cancel-run").query());
        press(robot, "#stop-training");
        runner.goOn();
        await(() -> sees(robot, "Done"));
        Node inItsPlace = robot.lookup((Node node) -> node instanceof Button && node.localToScreen(node.getLayoutBounds()).contains(late))
                .query();
        assertThat(((Button) inItsPlace).getText()).as("a late click on Cancel starts nothing").isEqualTo("Explore topics");
        RunFolder run = workspace.find(workspace.runs().getFirst().id());
        assertThat(run.events().stream().filter(RunEvent.EpochFinished.class::isInstance)).hasSize(1);
        press(robot, "Topics");
        await(() -> sees(robot, "Epoch 1 of 1"));
        press(robot, "Machine");
        await(() -> sees(robot, "whole machine"));

        press(robot, "#stage-train");
        await(() -> sees(robot, "topic_term.parquet"));
        ListView<?> log = robot.lookup("#log-lines").query();
        await(() -> !log.getItems().isEmpty());
        assertThat(log.getItems()).allSatisfy(row -> assertThat(row.toString()).contains("stage=TRAIN"));
        press(robot, "#log-search");
        robot.write("no such line");
        await(() -> log.getItems().isEmpty());
        robot.eraseText("no such line".length());
        press(robot, "Show the whole log");
        await(() -> log.getItems().stream().anyMatch(row -> row.toString().contains("stage=INGEST")));

        dialogs.text = "baseline, seed-1";
        press(robot, "#run-actions");
        press(robot, "Tags…");
        await(() -> sees(robot, "baseline, seed-1"));
        press(robot, "#run-actions");
        press(robot, "Repeat with changes…");
        await(() -> robot.lookup("#num_topics").queryTextInputControl().getText().equals("3"));

        press(robot, "#go-runs");
        selectFirstRun(robot);
        dialogs.agrees = false;
        press(robot, "#run-actions");
        press(robot, "Delete…");
        assertThat(run.path()).exists();
        dialogs.agrees = true;
        press(robot, "#run-actions");
        press(robot, "Delete…");
        await(() -> sees(robot, "No runs yet"));
        assertThat(run.path()).doesNotExist();
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
