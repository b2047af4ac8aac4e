package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.run.LogLine;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicScoresChart.TopicKey;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The whole window, clicked through on a real workspace with the real pipeline. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchWindowTest {
    /** Far beyond what a slow machine needs; nothing is measured by it. */
    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private Workspace workspace;
    private final ObjectProperty<ColorScheme> systemLook = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private PausingRunner runner;
    private Stage stage;
    private volatile int ends;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        Typeface.load();
        workspace = new Workspace(folder.resolve("workspace"));
        WindowPreferences preferences = WindowPreferences.open(folder.resolve("window.json"));
        preferences.setWindow(1600, 780, false); // as left on a wider screen than this one
        runner = new PausingRunner(new LocalPipelineRunner(workspace, 1));
        Theme theme = new Theme(Appearance.SYSTEM, systemLook);
        WindowTasks tasks = new WindowTasks();
        new WorkbenchWindow(stage, preferences, theme).show(new WorkbenchView.Surroundings(workspace,
                new LiveRuns(runner, tasks), tasks, dialogs, theme, preferences, () -> ends = ends + 1,
                address -> { }));
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Label label && label.getText() != null
                && label.getText().contains(text) && isShown(node)).tryQuery().isPresent();
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    private void choose(FxRobot robot, Path file) {
        dialogs.files = List.of(file);
        robot.clickOn("#go-new-run").clickOn("Choose files…");
    }

    private void startTinyRun(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        await(() -> sees(robot, "Preview"));
        robot.interact(() -> robot.lookup("#algorithm").<ComboBox<String>>query().setValue("lda"));
        robot.doubleClickOn("#num_topics").write("3");
        robot.clickOn("#start");
    }

    /** From the form to the topics of a tiny run. */
    private void runToTopics(FxRobot robot) throws IOException, TimeoutException {
        startTinyRun(robot);
        await(() -> robot.lookup("Explore topics").tryQuery().isPresent());
        robot.clickOn("Explore topics");
        await(() -> topics(robot).getItems().size() == 3);
    }

    private static TableView<Topic> topics(FxRobot robot) {
        return robot.lookup("#topics").<TableView<Topic>>tryQuery().orElseGet(TableView::new);
    }

    @Test
    void theWindowFitsTheScreen() {
        assertThat(stage.getScene().getWidth()).isEqualTo(Screen.getPrimary().getVisualBounds().getWidth());
        assertThat(stage.getScene().getHeight()).isEqualTo(780);
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo(FxRobot robot) throws TimeoutException {
        await(() -> sees(robot, "No runs yet"));
        assertThat(robot.lookup("Run the sample").tryQuery()).isPresent();
        robot.clickOn("#go-explore");
        await(() -> sees(robot, "No topics yet"));
        robot.clickOn((Node) robot.lookup(".notice .button").query());
        assertThat(sees(robot, "Choose reviews to see them here")).isTrue();
    }

    @Test
    void startSaysWhatIsWrong(FxRobot robot) throws IOException, TimeoutException {
        robot.clickOn("#go-new-run").clickOn("#start");
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText()).contains("No reviews are chosen");
        assertThat(robot.lookup("#source-error").query().isVisible()).isTrue();
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        robot.doubleClickOn("#num_topics").write("1");
        assertThat(robot.lookup("#num_topics-error").queryAs(Label.class).getText()).contains("2 to 1000");
        robot.clickOn("#start");
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText()).contains("num_topics");
        assertThat(workspace.runs()).isEmpty();
    }

    @Test
    void aFileWithoutReviewsIsToldInItsPlace(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, Files.createFile(folder.resolve("empty.csv")));
        await(() -> robot.lookup(".notice.failure").tryQuery().isPresent());
        assertThat(sees(robot, "empty.csv")).isTrue();
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
        await(() -> "Batteries".equals(workspace.find(id).result().topics().getFirst().label()));
        robot.write("Sizes").push(KeyCode.ENTER);
        await(() -> "Sizes".equals(workspace.find(id).result().topics().getFirst().label()));
        robot.push(KeyCode.F2).write("Nothing").push(KeyCode.ESCAPE);
        assertThat(topics(robot).getItems().getFirst().label()).isEqualTo("Sizes");

        TableColumn<Topic, ?> tu = topics(robot).getColumns().stream().filter(c -> c.getId().equals("tu")).findFirst()
                .orElseThrow();
        // not by a click on the header: that sorts on a screen, but not in this test, though the header gets the click
        robot.interact(() -> topics(robot).getSortOrder().setAll(List.of(tu)));
        assertThat(topics(robot).getItems()).isSortedAccordingTo((a, b) -> Double.compare(b.tu(), a.tu()));

        robot.clickOn("#go-runs");
        await(() -> robot.lookup("#runs").<TableView<?>>query().getItems().size() == 1);
        assertThat(sees(robot, "Done")).isTrue();
        dialogs.text = "Renamed";
        robot.interact(() -> robot.lookup("#runs").<TableView<?>>query().getSelectionModel().select(0));
        robot.clickOn("Rename");
        await(() -> workspace.runs().getFirst().name().equals("Renamed"));
    }

    @Test
    void aRunThatFailsSaysWhyAndWhatToDo(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        robot.interact(() -> robot.lookup("#min_stars").<ComboBox<String>>query().setValue("5"));
        robot.clickOn("#start");
        await(() -> robot.lookup(".failure-story").tryQuery().filter(Node::isVisible).isPresent());
        robot.clickOn("#go-runs");
        await(() -> sees(robot, "Failed"));
        robot.interact(() -> robot.lookup("#runs").<TableView<?>>query().getSelectionModel().select(0));
        assertThat(sees(robot, workspace.runs().getFirst().failure().remedy())).isTrue();
        assertThat(robot.lookup("Resume").tryQuery()).isPresent();
    }

    @Test
    void aRunIsCancelledWhileItGoesAndResumedFromTheList(FxRobot robot) throws IOException, TimeoutException {
        runner.pauseBeforeTraining();
        startTinyRun(robot);
        await(() -> robot.lookup("#cancel-run").tryQuery().isPresent());
        robot.clickOn("#cancel-run");
        await(() -> sees(robot, "Cancelling"));
        runner.goOn();
        await(() -> sees(robot, "Cancelled"));
        assertThat(workspace.runs().getFirst().state()).isEqualTo(RunState.CANCELLED);
        await(() -> sees(robot, "cancelled"));

        robot.clickOn("#go-runs");
        await(() -> robot.lookup("#runs").<TableView<?>>query().getItems().size() == 1);
        assertThat(sees(robot, "Cancelled")).isTrue();
        robot.interact(() -> robot.lookup("#runs").<TableView<?>>query().getSelectionModel().select(0));
        robot.clickOn("Resume");
        await(() -> sees(robot, "Done"));
        assertThat(workspace.runs()).extracting(RunSummary::state).containsExactly(RunState.DONE);
    }

    @Test
    void aRunIsWatchedStoppedEarlyTaggedRepeatedAndDeleted(FxRobot robot) throws IOException, TimeoutException {
        runner.pauseBeforeTraining();
        startTinyRun(robot);
        await(() -> robot.lookup("#stop-training").tryQuery().isPresent());
        assertThat(robot.lookup("#stage-ingest").query().getAccessibleText()).contains("Read the review files");
        robot.clickOn("#stop-training");
        runner.goOn();
        await(() -> sees(robot, "Done"));
        RunFolder run = workspace.find(workspace.runs().getFirst().id());
        assertThat(run.events().stream().filter(RunEvent.EpochFinished.class::isInstance)).hasSize(1);
        robot.clickOn("Topics");
        await(() -> sees(robot, "Epoch 1 of 1"));
        robot.clickOn("Machine");
        await(() -> sees(robot, "whole machine"));

        robot.clickOn("#stage-train");
        await(() -> sees(robot, "topic_term.parquet"));
        ListView<?> log = robot.lookup("#log-lines").query();
        assertThat(log.getItems()).isNotEmpty().allSatisfy(line -> assertThat(((LogLine) line).stage()).isEqualTo(topicworkbench.run.Stage.TRAIN));
        robot.clickOn("#log-search").write("no such line");
        assertThat(log.getItems()).isEmpty();
        robot.eraseText("no such line".length()).clickOn("Show the whole log");
        assertThat(log.getItems()).anySatisfy(line -> assertThat(((LogLine) line).stage()).isEqualTo(topicworkbench.run.Stage.INGEST));

        dialogs.text = "baseline, seed-1";
        robot.clickOn("#run-actions").clickOn("Tags…");
        await(() -> sees(robot, "baseline, seed-1"));
        robot.clickOn("#run-actions").clickOn("Repeat with changes…");
        assertThat(robot.lookup("#num_topics").queryTextInputControl().getText()).isEqualTo("3");

        robot.clickOn("#go-runs");
        robot.interact(() -> robot.lookup("#runs").<TableView<?>>query().getSelectionModel().select(0));
        dialogs.agrees = false;
        robot.clickOn("#run-actions").clickOn("Delete…");
        assertThat(run.path()).exists();
        dialogs.agrees = true;
        robot.clickOn("#run-actions").clickOn("Delete…");
        await(() -> sees(robot, "No runs yet"));
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void closingTheWindowLeavesTheRunGoingIfTheUserSaysSo(FxRobot robot) throws IOException, TimeoutException {
        runner.pauseBeforeTraining();
        startTinyRun(robot);
        await(() -> robot.lookup("#stop-training").tryQuery().isPresent());
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(stage.isShowing()).as("the user went back").isTrue();
        dialogs.choice = 0;
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(stage.isShowing()).isFalse();
        assertThat(ends).isZero();
        runner.goOn();
        await(() -> ends == 1);
        assertThat(workspace.runs().getFirst().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void aClickOnTheChartChoosesTheTopicInTheTable(FxRobot robot) throws IOException, TimeoutException {
        runToTopics(robot);
        int chosen = topics(robot).getSelectionModel().getSelectedItem().id();
        for (int topic : new int[] {(chosen + 1) % 3, (chosen + 2) % 3}) {
            robot.clickOn(bar(robot.lookup((Node node) -> node instanceof ChartCanvas).query(), topic));
            waitForFxEvents();
            assertThat(topics(robot).getSelectionModel().getSelectedItem().id()).isEqualTo(topic);
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
        throw new AssertionError("no bar of topic " + topic);
    }

    private List<String> look() {
        return stage.getScene().getRoot().getStyleClass();
    }

    @Test
    void theLookIsChosenRememberedAndGivenBackToTheSystem(FxRobot robot) {
        assertThat(look()).contains("light");
        robot.clickOn("#theme").clickOn("Dark");
        assertThat(look()).contains("dark").doesNotContain("light");
        robot.clickOn("#theme").clickOn("Light");
        robot.interact(() -> systemLook.set(ColorScheme.DARK));
        assertThat(look()).contains("light");
        robot.clickOn("#theme").clickOn("Follow the system");
        assertThat(look()).contains("dark");
        robot.interact(() -> systemLook.set(ColorScheme.LIGHT));
        assertThat(look()).contains("light");
        robot.clickOn("#theme").clickOn("Dark");
        robot.interact(stage::hide);
        assertThat(WindowPreferences.open(folder.resolve("window.json")).appearance()).isEqualTo(Appearance.DARK);
    }
}
