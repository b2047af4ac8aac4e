package topicworkbench.ui.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.curation.Curation;
import topicworkbench.exploration.CheckQuestion;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSummary;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.Topic;
import topicworkbench.ui.curate.CheckViewModel.Content;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The rooms of labelling, worked by keys and clicks on real runs. */
@ExtendWith(ApplicationExtension.class)
class LabelRoomsTest {
    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private Workspace workspace;
    private RunFolder first;
    private RunFolder second;
    private CheckViewModel check;
    private ExchangeViewModel exchange;
    private int applied;

    @Start
    void open(Stage stage) throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        first = workspace.find(SmallRun.in(workspace, "first").id());
        second = workspace.find(SmallRun.in(workspace, "second").id());
        check = new CheckViewModel(new SameThreadTasks(), new Messages());
        exchange = new ExchangeViewModel(workspace, new SameThreadTasks(), new Messages(), () -> applied++);
        Scene scene = new Scene(new HBox(new CheckView(check, () -> { }), new ExchangeView(exchange, dialogs, () -> { })), 1200, 700);
        SharedStage.show(stage, scene);
    }

    private CheckQuestion asked() {
        return ((Content.Asking) check.contentProperty().get()).question();
    }

    @Test
    void theCheckIsAnsweredByDigitsAndAgreementStandsBesideWetc(FxRobot robot) {
        ExploredRun opened = ExploredRun.open(first, ProgressListener.NONE);
        try (Threads threads = new Threads(1)) {
            CuratedRun run = CuratedRun.of(opened, TopicAssignment.strongest(opened.shares(), threads),
                    Curation.of(SmallRun.TOPICS));
            robot.interact(() -> check.open(run));
        }
        int questions = ((Content.Asking) check.contentProperty().get()).of();
        for (int i = 0; i < questions; i++) {
            CheckQuestion before = asked();
            KeyCode key = i == 0 ? KeyCode.DIGIT0 : KeyCode.valueOf("DIGIT" + (before.expected() + 1));
            robot.push(KeyCode.DIGIT9); // there is no ninth choice
            assertThat(asked()).isSameAs(before);
            robot.push(key);
            waitForFxEvents();
        }
        String words = robot.lookup("#word-agreement").<Labeled>query().getText();
        assertThat(words).contains("in " + (questions - 10 - 1) + " of " + (questions - 10) + " question").contains("1 in 6");
        assertThat(robot.lookup("#review-agreement").<Labeled>query().getText()).contains("in 10 of 10 questions (100");
        TableView<Topic> table = robot.lookup("#check-topics").query();
        assertThat(table.getColumns()).extracting(column -> column.getId()).contains("agreement", "wetc");
        assertThat(table.getItems()).isNotEmpty();
    }

    @Test
    void labelsOfAnotherRunAreLookedAtThenApplied(FxRobot robot) {
        first.label(0, "one");
        first.label(1, "two");
        second.label(1, "mine");
        robot.interact(() -> exchange.open(second));
        ComboBox<RunSummary> source = robot.lookup("#replay-source").query();
        assertThat(source.getItems()).extracting(RunSummary::id).containsExactly(first.id());
        robot.interact(() -> source.setValue(source.getItems().getFirst()));
        CheckBox doubt = robot.lookup(".exchange-doubt").query();
        assertThat(doubt.getText()).isEqualTo("Named topic 1 “two”");
        assertThat(second.journal().curation().labelOf(0)).as("only looked at").isNull();
        robot.interact(() -> doubt.setSelected(true));
        robot.interact(() -> robot.lookup("#apply-labels").<ButtonBase>query().fire());
        Curation now = second.journal().curation();
        assertThat(List.of(now.labelOf(0), now.labelOf(1))).containsExactly("one", "two");
        assertThat(applied).isEqualTo(1);
        assertThat(now.done()).hasSize(2);
    }

    @Test
    void labelsGoToAFileAndComeBack(FxRobot robot) throws IOException {
        first.label(2, "kept");
        robot.interact(() -> exchange.open(first));
        dialogs.files = List.of(folder.resolve("labels.json"));
        robot.interact(() -> exchange.export(folder.resolve("labels.json")));
        java.nio.file.Files.delete(first.files().labels());
        robot.interact(() -> robot.lookup("#import-labels").<ButtonBase>query().fire());
        robot.interact(() -> robot.lookup("#apply-labels").<ButtonBase>query().fire());
        assertThat(first.journal().curation().labelOf(2)).isEqualTo("kept");
        robot.interact(() -> exchange.readFile(folder.resolve("missing.json")));
        assertThat(exchange.contentProperty().get()).isInstanceOf(ExchangeViewModel.Content.Failed.class);
    }
}
