package topicworkbench.ui.explore;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import topicworkbench.run.RunSummary;
import topicworkbench.testdata.DatedReviews;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The room with a run whose reviews have dates and columns of their own, and what the tests of it do again and again. */
abstract class DatedExploreRoom {
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static RunSummary run;

    @TempDir
    private Path settings;
    Exploration exploration;
    Stage stage;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        run = DatedReviews.runIn(workspace, "dated");
    }

    void show(Stage stage) {
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

    void show(FxRobot robot, String view) throws TimeoutException {
        await(() -> robot.lookup("#view-" + view).tryQuery().isPresent());
        press(robot, "#view-" + view);
    }

    static String count(FxRobot robot) {
        return robot.lookup("#matching-count").<Label>query().getText();
    }

    static boolean isThere(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    /** Drags over a part of a node, from one share of its width to another. */
    static void brush(FxRobot robot, String query, double from, double to) {
        Bounds bounds = robot.lookup(query).query().localToScreen(robot.lookup(query).query().getBoundsInLocal());
        Point2D start = new Point2D(bounds.getMinX() + from * bounds.getWidth(), bounds.getCenterY());
        robot.drag(start).dropTo(start.add((to - from) * bounds.getWidth(), 0));
        waitForFxEvents();
    }
}
