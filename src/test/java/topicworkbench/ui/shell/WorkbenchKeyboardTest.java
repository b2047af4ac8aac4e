package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.retype;
import static topicworkbench.ui.support.Patience.sees;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.ProgramSettings;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** What the keyboard brings, from anywhere in the window: palette, shortcuts, help, preferences, another run. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchKeyboardTest {
    private static final long LONGEST_PAUSE_MILLISECONDS = 200;

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<String> browsed = new ArrayList<>();
    private Workspace workspace;
    private WindowPreferences preferences;
    private Theme theme;
    private Stage stage;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        Typeface.load();
        workspace = new Workspace(folder.resolve("workspace"));
        preferences = WindowPreferences.open(folder.resolve("window.json"));
        theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        WindowTasks tasks = new WindowTasks();
        new WorkbenchWindow(stage, preferences, theme).show(new WorkbenchView.Surroundings(workspace,
                new LiveRuns(new LocalPipelineRunner(workspace, 1), tasks), new FakeCloud(), tasks, dialogs, theme, preferences, () -> { },
                browsed::add));
    }

    private static void palette(FxRobot robot, String typed) {
        robot.push(KeyCode.CONTROL, KeyCode.K).write(typed);
        waitForFxEvents();
    }

    @Test
    void thePaletteLeadsEverywhereByKeysAlone(FxRobot robot) throws TimeoutException {
        palette(robot, "explo");
        robot.push(KeyCode.ENTER);
        await(() -> sees(robot, "No topics yet"));
        palette(robot, "theme dark");
        robot.push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(theme.darkProperty().get()).isTrue();
        palette(robot, "start run");
        robot.push(KeyCode.ENTER);
        await(() -> sees(robot, "No reviews are chosen"));
        palette(robot, "compare selected");
        robot.push(KeyCode.ENTER);
        await(() -> sees(robot, "No runs are selected."));
        palette(robot, "qqqq");
        await(() -> sees(robot, "Nothing answers to that"));
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette-field").tryQuery()).isEmpty();
    }

    @Test
    void shortcutsAreListedAndWork(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.SLASH);
        await(() -> sees(robot, "Search or do anything"));
        robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> sees(robot, "Choose reviews to see them here"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        await(() -> sees(robot, "No runs yet"));
    }

    @Test
    void helpOpensOnTheScreenThatIsShown(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.N).push(KeyCode.F1);
        await(() -> page(robot).contains("Choose files or a folder of reviews"));
        press(robot, "#go-runs");
        press(robot, "#help");
        await(() -> page(robot).contains("Every run of the workspace"));
        palette(robot, "run folder");
        await(() -> !robot.lookup("#palette-list").<ListView<?>>query().getItems().isEmpty());
        robot.push(KeyCode.ESCAPE);
    }

    private static String page(FxRobot robot) {
        return robot.lookup("#help-page").tryQuery().map(WebView.class::cast)
                .map(web -> robot.lookup("#help-page").<WebView>query().getEngine().getDocument())
                .map(document -> document.getDocumentElement().getTextContent()).orElse("");
    }

    @Test
    void preferencesAreCheckedKeptAndGivenToTheStartScript(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        press(robot, "#preferred-threads");
        robot.write("0");
        press(robot, "Save");
        assertThat(robot.lookup("#preferences-problem").queryAs(Label.class).getText()).contains("Threads");
        press(robot, "#preferred-threads");
        robot.eraseText(1).write("1");
        press(robot, "#preferred-memory");
        robot.write("2048");
        press(robot, "#preferred-aws-profile");
        robot.write("reviews");
        press(robot, "#preferred-aws-region");
        robot.write("virginia");
        press(robot, "Save");
        assertThat(robot.lookup("#preferences-problem").queryAs(Label.class).getText()).contains("us-east-1");
        retype(robot, "#preferred-aws-region", "us-gov-east-1");
        retype(robot, "#preferred-aws-name", "Test");
        press(robot, "Save");
        assertThat(robot.lookup("#preferences-problem").queryAs(Label.class).getText()).contains("small letters");
        retype(robot, "#preferred-aws-name", "tw-test");
        press(robot, "Save");
        assertThat(WindowPreferences.open(folder.resolve("window.json")).settings())
                .isEqualTo(new ProgramSettings("", 1, 2048, "", "reviews", "us-gov-east-1", "tw-test"));
        assertThat(preferences.settings().place()).isEqualTo(new CloudPlace("reviews", "us-gov-east-1", "tw-test"));
        assertThat(folder.resolve("java-options")).hasContent("-Xmx2048m");
    }

    @Test
    void awsIsReachedByKeysAlone(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await(() -> sees(robot, "need nothing of it"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        palette(robot, "deploy to aws");
        robot.push(KeyCode.ENTER);
        await(() -> sees(robot, "Run: aws configure sso")); // nobody is signed in there
        robot.push(KeyCode.F1);
        await(() -> page(robot).contains("What is in your AWS account"));
    }

    @Test
    void theProgramSaysWhatItIsAndWhatItIsBuiltWith(FxRobot robot) {
        palette(robot, "about");
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("Apache License 2.0").tryQuery()).isPresent();
        TableView<Library> libraries = robot.lookup("#libraries").query();
        assertThat(libraries.getItems()).extracting(Library::name).contains("gson", "atlantafx-base");
        assertThat(libraries.getItems()).allSatisfy(library -> {
            assertThat(library.version()).isNotBlank();
            assertThat(library.license()).isNotBlank().doesNotContain("Unknown");
        });
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void whatNobodyCaughtIsToldWithACodeAndItsTraceFolded(FxRobot robot) throws TimeoutException {
        IllegalStateException failure = new IllegalStateException("unforeseen");
        robot.interact(() -> new ErrorWindow(stage, new WindowTasks()).show(failure));
        assertThat(robot.lookup("#error-code").queryAs(Label.class).getText())
                .contains(topicworkbench.ui.support.ErrorCode.of(failure));
        assertThat(robot.lookup("#error-trace").tryQuery().filter(Node::isVisible)).isEmpty();
        press(robot, "#copy-error");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void theWindowNeverPausesWhileARunGoesAndLooksAtItFromAnywhere(FxRobot robot) throws Exception {
        run(robot, 1); // what is shown for the first time is loaded for the first time
        AtomicLong thread = new AtomicLong();
        robot.interact(() -> thread.set(Thread.currentThread().threadId()));
        WindowWatchdog watchdog = new WindowWatchdog(thread.get());
        try (watchdog) {
            run(robot, 2);
        }
        assertThat(watchdog.longestMilliseconds()).as(watchdog.where()).isLessThan(LONGEST_PAUSE_MILLISECONDS);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        ComboBox<RunSummary> runs = robot.lookup("#run-switch").query();
        await(() -> runs.getItems().size() == 2 && runs.getValue() != null);
        robot.push(KeyCode.CONTROL, KeyCode.R).push(KeyCode.DOWN).push(KeyCode.ENTER);
        await(() -> runs.getValue() != null && runs.getValue().equals(runs.getItems().get(1)));
    }

    private void run(FxRobot robot, int number) throws Exception {
        dialogs.files = List.of(SmallReviews.write(folder.resolve("small.csv")));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        press(robot, "Choose files…");
        robot.interact(() -> robot.lookup("#algorithm").<ComboBox<String>>query().setValue("lda"));
        retype(robot, "#num_topics", "3");
        press(robot, "#start");
        await(() -> workspace.runs().stream().filter(run -> run.state() == RunState.DONE).count() == number);
    }
}
