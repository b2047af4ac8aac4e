package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Curation;
import topicworkbench.curation.Verdict;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** Topics named, marked, merged, split and hidden by keys alone, on a real run. */
@ExtendWith(ApplicationExtension.class)
class LabellingTest {
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private ExploreViewModel model;

    @BeforeAll
    static void makeAWorkspace() {
        workspace = new Workspace(folder);
    }

    @Start
    void open(Stage stage) throws IOException, InterruptedException {
        String id = SmallRun.in(workspace, "small").id();
        WindowTasks tasks = new WindowTasks();
        Messages messages = new Messages();
        FakeDialogs dialogs = new FakeDialogs();
        Theme theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        model = new ExploreViewModel(workspace, tasks, messages);
        ExploreView view = new ExploreView(model, new ExploreView.With(tasks, messages, dialogs,
                new ChartExport(dialogs, tasks, messages), theme.darkProperty(),
                WindowPreferences.open(folder.resolve(id + ".json"))), () -> { });
        Scene scene = new Scene(view, 1200, 700);
        SharedStage.show(stage, scene);
        model.open(id);
    }

    private Curation curation() {
        return model.exploration().curating().curatedProperty().get().curation();
    }

    private CuratedTopic topic(int id) {
        return curation().topic(id).orElseThrow();
    }

    private TableView<TopicRow> chooseFirst(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#topics").tryQuery().isPresent()
                && robot.lookup("#topics").<TableView<TopicRow>>query().getItems().size() == SmallRun.TOPICS);
        TableView<TopicRow> table = robot.lookup("#topics").query();
        robot.interact(() -> {
            model.select(0);
            table.requestFocus();
        });
        return table;
    }

    @Test
    void aTopicIsNamedMarkedNotedAndHiddenByKeysAndAllIsUndone(FxRobot robot) throws TimeoutException {
        TableView<TopicRow> table = chooseFirst(robot);
        robot.push(KeyCode.F2).write("Good name").push(KeyCode.ENTER);
        await(() -> "Good name".equals(topic(0).label()));
        robot.push(KeyCode.G);
        await(() -> topic(0).verdict() == Verdict.GOOD);
        robot.push(KeyCode.J);
        await(() -> topic(0).verdict() == Verdict.JUNK);
        robot.push(KeyCode.J);
        await(() -> topic(0).verdict() == null);
        robot.push(KeyCode.N).write("ask them").push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> "ask them".equals(topic(0).note()));
        robot.push(KeyCode.H);
        await(() -> table.getItems().size() == SmallRun.TOPICS - 1);
        robot.interact(() -> robot.lookup("#show-hidden").<ToggleButton>query().fire());
        await(() -> table.getItems().size() == SmallRun.TOPICS);
        while (curation().canUndo()) {
            int before = curation().done().size();
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            await(() -> curation().done().size() == before - 1);
        }
        assertThat(curation()).isEqualTo(Curation.of(SmallRun.TOPICS));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> "Good name".equals(topic(0).label()));
        assertThat(workspace.find(model.exploration().runProperty().get().folder().id()).journal().curation())
                .as("kept on the disk").isEqualTo(curation());
    }

    @Test
    void topicsAreMergedAndSplitByKeys(FxRobot robot) throws TimeoutException {
        TableView<TopicRow> table = chooseFirst(robot);
        robot.push(KeyCode.M).write("2").push(KeyCode.ENTER);
        await(() -> table.getItems().size() == SmallRun.TOPICS - 1);
        assertThat(topic(2).parts()).containsExactly(2, 0);
        assertThat(model.selectedProperty().get().id()).as("the choice goes on to the topic that took it in").isEqualTo(2);
        assertThat(model.exploration().assignmentProperty().get().topics()).doesNotContain(0);
        robot.push(KeyCode.S).push(KeyCode.DIGIT2);
        await(() -> table.getItems().stream().map(row -> row.topic().id()).sorted().toList().equals(List.of(1, 3, 4)));
        assertThat(model.selectedProperty().get().id()).isEqualTo(3);
        robot.push(KeyCode.M).push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#merge-search").tryQuery()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> curation().equals(Curation.of(SmallRun.TOPICS)));
        await(() -> table.getItems().size() == SmallRun.TOPICS);
    }

    @Test
    void whatIsWrittenBesideTheTopicIsKeptAndTheHistorySaysIt(FxRobot robot) throws TimeoutException {
        chooseFirst(robot);
        robot.interact(() -> robot.lookup("#view-label").<ButtonBase>query().fire());
        await(() -> robot.lookup("#label-field").tryQuery().isPresent());
        robot.clickOn("#label-field").write("By the side");
        robot.clickOn("#description-field").write("What it is about");
        robot.interact(() -> model.select(1));
        await(() -> "What it is about".equals(topic(0).description()));
        assertThat(topic(0).label()).isEqualTo("By the side");
        assertThat(topic(1).label()).isNull();
        assertThat(robot.lookup("#label-field").<TextInputControl>query().getText()).isEmpty();
        await(() -> robot.lookup(".suggestion").tryQuery().isPresent());
        assertThat(topic(1).description()).as("what was written stays with its topic").isNull();
        assertThat(topic(1).label()).as("suggested is not taken").isNull();
        robot.interact(() -> robot.lookup(".suggestion").<ButtonBase>query().fire());
        await(() -> topic(1).label() != null);
        robot.interact(() -> robot.lookup("#view-history").<ButtonBase>query().fire());
        await(() -> robot.lookup("#history").tryQuery().isPresent());
        await(() -> robot.lookup("#history").<ListView<?>>query().getItems().size() == 3);
        robot.clickOn("#undo");
        await(() -> topic(1).label() == null);
        robot.clickOn("#redo");
        await(() -> topic(1).label() != null);
    }

    @Test
    void aReviewIsGivenToAnotherTopicAndBothWordsAreShown(FxRobot robot) throws TimeoutException {
        chooseFirst(robot);
        int document = java.util.stream.IntStream.range(0, 50).filter(d -> model.exploration().assignmentProperty().get().of(d) == 0)
                .findFirst().orElseThrow();
        robot.interact(() -> model.exploration().openedDocumentProperty().set(document));
        await(() -> robot.lookup("#review-topic").tryQuery().isPresent());
        javafx.scene.control.MenuButton topic = robot.lookup("#review-topic").query();
        robot.interact(topic::show);
        robot.interact(() -> topic.getItems().stream().filter(item -> "review-topic-2".equals(item.getId())).findFirst()
                .orElseThrow().fire());
        await(() -> model.exploration().assignmentProperty().get().of(document) == 2);
        String whose = robot.lookup("#review-topic-whose").<javafx.scene.control.Label>query().getText();
        assertThat(whose).startsWith("by a person's word; the model says ");
        robot.interact(() -> model.exploration().curating().undo());
        await(() -> model.exploration().assignmentProperty().get().of(document) == 0);
        assertThat(robot.lookup("#review-topic-whose").<javafx.scene.control.Label>query().getText()).isEqualTo("by the model's word");
    }
}
