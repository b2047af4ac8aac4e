package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.RunSummary;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** From the list of runs to a comparison, and from the form to a study, on real runs in the real window. */
@ExtendWith(ApplicationExtension.class)
class CompareRoomTest {

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private Workspace workspace;
    private RunSummary first;

    @Start
    void open(Stage stage) throws IOException, InterruptedException {
        Typeface.load();
        workspace = new Workspace(folder.resolve("workspace"));
        Files.createDirectories(workspace.root());
        first = SmallRun.in(workspace, "first");
        SmallRun.in(workspace, "second");
        Theme theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        WindowTasks tasks = new WindowTasks();
        WindowPreferences preferences = WindowPreferences.open(folder.resolve("window.json"));
        new WorkbenchWindow(stage, preferences, theme).show(new WorkbenchView.Surroundings(workspace,
                new LiveRuns(new LocalPipelineRunner(workspace, 1), tasks), new FakeCloud(), tasks, dialogs, theme, preferences, () -> { },
                address -> { }));
    }

    private static TableView<?> table(FxRobot robot, String id) {
        return robot.lookup(id).<TableView<?>>tryQuery().orElseGet(TableView::new);
    }

    private void compare(FxRobot robot, int... lines) throws TimeoutException {
        await(() -> table(robot, "#runs").getItems().size() == 2);
        robot.interact(() -> {
            table(robot, "#runs").getSelectionModel().clearSelection();
            for (int line : lines) {
                table(robot, "#runs").getSelectionModel().select(line);
            }
        });
        press(robot, "#compare-runs");
    }

    @Test
    void selectedRunsAreComparedTopicByTopic(FxRobot robot) throws TimeoutException {
        compare(robot, 0, 1);
        await(() -> table(robot, "#pairs").getItems().size() == SmallRun.TOPICS);
        await(() -> sees(robot, "3 the same · 0 vanished · 0 appeared"));
        assertThat(robot.lookup("#common-ground").queryAs(Label.class).getText()).contains("Scored alike");
        assertThat(table(robot, "#compared-runs").getItems()).hasSize(2);
        robot.interact(() -> robot.lookup("#same-from").<Spinner<Integer>>query().getValueFactory().setValue(1));
        await(() -> sees(robot, "3 the same"));

        press(robot, "Settings (0)");
        await(() -> sees(robot, "The runs were set up alike"));
        press(robot, "Curves");
        await(() -> sees(robot, "Train loss"));
    }

    @Test
    void oneRunAloneOffersTheOtherAlgorithm(FxRobot robot) throws TimeoutException {
        compare(robot, 0);
        await(() -> robot.lookup("#run-counterpart").tryQuery().isPresent());
        await(() -> sees(robot, "cannot be compared with itself"));
        press(robot, "#run-counterpart");
        await(() -> workspace.runs().size() == 3);
        press(robot, "#go-compare");
        await(() -> table(robot, "#pairs").getItems().size() >= SmallRun.TOPICS);
        assertThat(workspace.runs().getFirst().name()).isEqualTo("second, NTM");
    }

    @Test
    void nothingSelectedIsSaidAtTheFoot(FxRobot robot) throws TimeoutException {
        compare(robot);
        await(() -> sees(robot, "No runs are selected."));
    }

    @Test
    void aRunWhoseFilesAreGoneCanBeLeftOut(FxRobot robot) throws TimeoutException {
        await(() -> table(robot, "#runs").getItems().size() == 2);
        workspace.delete(workspace.find(first.id()));
        compare(robot, 0, 1);
        await(() -> sees(robot, "is gone from the workspace"));
        robot.interact(() -> robot.lookup(".chip-button").queryAllAs(javafx.scene.control.Button.class).stream()
                .filter(button -> button.getAccessibleText().contains("first")).findFirst().orElseThrow().fire());
        await(() -> sees(robot, "One run is chosen"));
    }

    @Test
    void theListIsSearchedGroupedAndGivenColumns(FxRobot robot) throws TimeoutException {
        await(() -> table(robot, "#runs").getItems().size() == 2);
        press(robot, "#search-runs");
        robot.write("second");
        await(() -> table(robot, "#runs").getItems().size() == 1);
        robot.eraseText(6).write("iterations=99");
        await(() -> sees(robot, "No run matches"));
        press(robot, "Clear search");
        await(() -> table(robot, "#runs").getItems().size() == 2);
        robot.interact(() -> robot.lookup("#group-runs").<javafx.scene.control.ComboBox<?>>query().getSelectionModel()
                .select(3));
        await(() -> table(robot, "#runs").getItems().size() == 3);
        robot.interact(() -> ((javafx.scene.control.MenuButton) robot.lookup("#choose-columns").query()).getItems().stream()
                .filter(item -> "column-time".equals(item.getId())).findFirst().orElseThrow().fire());
        assertThat(table(robot, "#runs").getColumns()).anyMatch(column -> column.getId().equals("time"));
    }

    @Test
    void aStudyIsSetUpInTheFormAndItsBestTrialMarked(FxRobot robot) throws IOException, TimeoutException {
        dialogs.files = List.of(SmallReviews.write(folder.resolve("small.csv")));
        press(robot, "#go-new-run");
        press(robot, "#choose-files");
        robot.interact(() -> {
            robot.lookup("#algorithm").<javafx.scene.control.ComboBox<String>>query().setValue("lda");
            robot.lookup("#study-section").queryAs(javafx.scene.control.ToggleButton.class).setSelected(true);
        });
        robot.interact(() -> robot.lookup("#vary").queryAs(javafx.scene.control.Button.class).fire());
        robot.interact(() -> robot.lookup(".varied-values").queryAs(javafx.scene.control.TextField.class).setText("5..1"));
        assertThat(robot.lookup("#study-error").queryAs(Label.class).getText()).contains("empty range");
        robot.interact(() -> robot.lookup(".varied-values").queryAs(javafx.scene.control.TextField.class).setText("2,3,4"));
        assertThat(robot.lookup("#start").queryAs(javafx.scene.control.Button.class).getText()).isEqualTo("Start 3 runs");
        press(robot, "#start");
        await(() -> sees(robot, "3 of 3 runs done"));
        assertThat(robot.lookup("#study-advice").queryAs(Label.class).getText()).contains("topic quality");
        assertThat(table(robot, "#trials").getItems()).hasSize(3);
        press(robot, "#export-study");
        await(() -> sees(robot, "Saved as "));
        try (Stream<Path> tables = Files.list(folder).filter(file -> file.toString().endsWith("num_topics.csv"))) {
            assertThat(tables).singleElement().satisfies(file -> assertThat(file).content().contains("topic_quality"));
        }
        robot.interact(() -> table(robot, "#trials").getSelectionModel().selectRange(0, 2));
        press(robot, "#compare-trials");
        await(() -> table(robot, "#compared-runs").getItems().size() == 2);
    }
}
