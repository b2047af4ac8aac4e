package topicworkbench.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.run.Stage.TRAIN;
import static topicworkbench.run.Stage.UPLOAD;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.run.LogLine;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.Patience;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.workspace.CloudCost;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** The list of runs and a run that is watched, in the least window. */
@ExtendWith(ApplicationExtension.class)
class RunScreensTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final RunSpec SPEC = Settings.apply(RunSpecs.defaults("ntm", 3), List.of("map=false"));
    /** The least window without rail, top bar and foot. */
    private static final double WIDTH = 1024 - 80;
    private static final double HEIGHT = 700 - 45 - 32;

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Messages messages = new Messages();
    private final List<RunSummary> compared = new ArrayList<>();
    private final List<String> watched = new ArrayList<>();
    private final List<String> visited = new ArrayList<>();
    private final ScriptedRunner runner = new ScriptedRunner();
    private final StackPane place = new StackPane();
    private Workspace workspace;
    private RunsViewModel runs;
    private RunWatchViewModel watch;
    private Theme theme;

    @Start
    void open(Stage stage) {
        Typeface.load();
        theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        SameThreadTasks tasks = new SameThreadTasks();
        workspace = new Workspace(folder.resolve("workspace"));
        LiveRuns live = new LiveRuns(runner, tasks);
        runs = new RunsViewModel(workspace, live, tasks, messages);
        watch = new RunWatchViewModel(workspace, live, tasks, messages, () -> NOON.plusSeconds(30));
        Scene scene = new Scene(place, WIDTH, HEIGHT);
        scene.getStylesheets().add(getClass().getResource("/topicworkbench/ui/workbench.css").toExternalForm());
        SharedStage.show(stage, scene);
    }

    private void showList(FxRobot robot) {
        robot.interact(() -> {
            place.getChildren().setAll(new RunsView(runs, dialogs, WindowPreferences.open(folder.resolve("window.json")),
                    new RunsView.Ways(id -> { }, watched::add, spec -> { }, compared::addAll, run -> { }, id -> { },
                            () -> { }, () -> { })));
            runs.refresh();
        });
    }

    private RunWriter runOnAws() {
        RunWriter run = workspace.create("Cloud", Settings.apply(SPEC, List.of("where=aws")), Map.of());
        run.state(RunState.RUNNING, null);
        run.cloud(new CloudExecution("123456789012", "eu-west-1", null, "topic-workbench", "topic-workbench-data", "runs/"
                + run.folder().id(),
                "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench", 1, CloudExecution.Phase.STARTED));
        run.stageFinished(new FinishedStage(UPLOAD, 2, Map.of("files", 1L)), null, null);
        run.event(new RunEvent.StageStarted(NOON, TRAIN));
        run.event(new RunEvent.Note(NOON, TRAIN, "tw-x-ntm-0: InProgress, Downloading (Downloading input data)"));
        return run;
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    @Test
    void aRunOnAwsShowsItsJobsStateItsCostAndTheWayToTheConsole(FxRobot robot) throws TimeoutException {
        try (RunWriter run = runOnAws()) {
            watch(robot, run.folder().id());
            assertThat(text(robot, "#stage-train .stage-box-words")).isEqualTo("downloading");
            assertThat(text(robot, "#run-cost")).isEqualTo("cost not known yet");
            assertThat(robot.lookup("#stop-training").tryQuery()).as("SageMaker keeps no model of it").isEmpty();
            run.folder().keepCost(new CloudCost(NOON, true,
                    List.of(new CloudCost.Item("training job", "tw-x-ntm-0", "1 × ml.g4dn.xlarge", 600,
                    0.1227, "InProgress"))));
            robot.interact(watch::look);
            assertThat(text(robot, "#run-cost")).isEqualTo("$0.12 so far");
            robot.interact(() -> ((ButtonBase) robot.lookup("#stage-train").query()).fire());
            press(robot, "Training job tw-x-ntm-0");
            press(robot, "Execution in Step Functions");
            assertThat(visited).containsExactly("https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/jobs/tw-x-ntm-0",
                    "https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:"
                            + "123456789012:execution:topic-workbench:" + run.folder().id());
            assertThat(robot.lookup("#follow-run").tryQuery()).as("this process follows it").isEmpty();
        }
    }

    @Test
    void aRunOnAwsThatNobodyFollowsIsFollowedOrStoppedByAClick(FxRobot robot) throws TimeoutException {
        String id;
        try (RunWriter run = runOnAws()) {
            id = run.folder().id();
        }
        watch(robot, id);
        await(() -> sees(robot, "in AWS, not followed"));
        press(robot, "#follow-run");
        assertThat(runner.followed).containsExactly(id);
        assertThat(runner.resumed).as("which could begin what is billed").isEmpty();
        dialogs.agrees = true;
        press(robot, "#cancel-run");
        assertThat(dialogs.asked).contains("stopped, and looked at until none costs any more");
        assertThat(runner.cancelled).isEqualTo(1);
    }

    private void watch(FxRobot robot, String id) {
        robot.interact(() -> {
            place.getChildren().setAll(new RunWatchView(watch, runs, dialogs, theme.darkProperty(),
                    new ChartExport(dialogs, new SameThreadTasks(), messages),
                    new RunWatchView.Ways(shown -> { }, spec -> { }, other -> { }, () -> { }, visited::add)));
            watch.open(id);
        });
    }

    private String newRun(String name) {
        try (RunWriter writer = workspace.create(name, SPEC, Map.of())) {
            writer.state(RunState.CANCELLED, null);
            return writer.folder().id();
        }
    }

    @Test
    void theRightButtonAndItsKeyOfferWhatCanBeDoneWithTheChosenRuns(FxRobot robot) throws TimeoutException {
        newRun("First");
        newRun("Second");
        newRun("Third");
        showList(robot);
        TableView<RunLine> table = robot.lookup("#runs").queryTableView();
        robot.rightClickOn("Second");
        press(robot, "Watch");
        assertThat(watched).hasSize(1);
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().selectAll();
            Bounds on = table.localToScreen(table.getBoundsInLocal());
            table.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, on.getCenterX(), on.getCenterY(),
                    on.getCenterX(), on.getCenterY(), true, null)); // as the window does at Shift+F10
        });
        press(robot, "Archive");
        await(() -> messages.lastProperty().get().text().equals("Archived 3 runs."));
    }

    @Test
    void theChosenRunsStoryIsScrolledWhereTheWindowIsLow(FxRobot robot) throws TimeoutException {
        String name = "A run with a very long name, as people give them who keep everything in it ".repeat(2).strip();
        String id = newRun(name);
        workspace.find(id).remark(workspace.find(id).remarks().withNote("note\n".repeat(40)));
        showList(robot);
        robot.clickOn("Cancelled");
        await(() -> robot.lookup(".side-scroll").tryQuery().isPresent());
        ScrollPane side = robot.lookup(".side-scroll").query();
        assertThat(side.localToScene(side.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(WIDTH);
        robot.interact(() -> side.setVvalue(1));
        waitForFxEvents();
        Node last = robot.lookup(id).query();
        assertThat(side.localToScene(side.getBoundsInLocal())).satisfies(seen -> assertThat(
                seen.contains(inScene(last))).as("the id at the panel's end").isTrue());
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void theLogFollowsToItsLastLine(FxRobot robot) throws IOException, TimeoutException {
        RunWriter run = workspace.create("mine", SPEC, Map.of());
        run.state(RunState.RUNNING, null);
        watch(robot, run.folder().id());
        robot.interact(() -> robot.lookup("#run-tabs").<TabPane>query().getSelectionModel().selectLast());
        for (int look = 1; look <= 6; look++) {
            StringBuilder lines = new StringBuilder();
            for (int epoch = look * 20 - 19; epoch <= look * 20; epoch++) {
                lines.append(new LogLine(NOON, LogLine.Level.INFO, null, "epoch " + epoch + " of 120").format()).append('\n');
            }
            Files.writeString(run.folder().files().log(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            String last = "epoch " + look * 20 + " of 120";
            robot.interact(watch::look);
            waitForFxEvents();
            await(() -> robot.lookup((Node node) -> node instanceof ListCell<?> cell && cell.getText() != null
                    && cell.getText().contains(last) && Patience.isShown(cell)).tryQuery().isPresent());
            Node list = robot.lookup("#log-lines").query();
            Node cell = robot.lookup((Node node) -> node instanceof ListCell<?> shown
                    && shown.getText() != null && shown.getText().contains(last)).query();
            assertThat(inScene(cell).getMaxY()).isLessThanOrEqualTo(inScene(list).getMaxY());
        }
        run.close();
        assertThat(sees(robot, "mine")).isTrue();
    }

    /** A panel beside the list makes it narrow, and some columns give way; JavaFX then makes all heads anew. */
    @Test
    void headsOfColumnsThatCameAndWentAreLetGoOf(FxRobot robot) throws TimeoutException {
        newRun("mine");
        showList(robot);
        await(() -> !robot.lookup("#runs .column-header").queryAll().isEmpty());
        List<WeakReference<Node>> heads = new ArrayList<>();
        robot.interact(() -> robot.lookup("#runs .column-header").queryAll().forEach(head -> heads.add(new WeakReference<>(head))));
        int before = robot.lookup("#runs .column-header").queryAll().size();
        robot.interact(() -> robot.lookup("#runs").<RunTable>query().setMaxWidth(500));
        await(() -> robot.lookup("#runs .column-header").queryAll().size() < before);
        robot.interact(() -> robot.lookup("#runs").<RunTable>query().setMaxWidth(Double.MAX_VALUE));
        await(() -> robot.lookup("#runs .column-header").queryAll().size() == before);
        await(() -> {
            System.gc();
            return heads.stream().filter(head -> head.get() != null && head.get().getStyleClass().contains("table-column"))
                    .allMatch(head -> head.get().getScene() != null);
        });
    }
}
