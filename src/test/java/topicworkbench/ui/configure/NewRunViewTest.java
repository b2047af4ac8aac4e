package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.study.StudyRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Patience;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The form, clicked and typed through on real reviews. */
@ExtendWith(ApplicationExtension.class)
class NewRunViewTest {
    /** The least window is 1024 x 700; the rail, the top bar and the foot take this much of it. */
    private static final double LEAST_WIDTH = 1024 - 80;
    private static final double LEAST_HEIGHT = 700 - 45 - 32;

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final ScriptedRunner runner = new ScriptedRunner();
    private Workspace workspace;
    private NewRunView view;

    @Start
    void open(Stage stage) {
        workspace = new Workspace(folder.resolve("workspace"));
        WindowTasks tasks = new WindowTasks();
        Theme theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        view = new NewRunView(new NewRunViewModel(workspace, new LiveRuns(runner, tasks), new StudyRunner(workspace, runner), tasks,
                WindowPreferences.open(folder.resolve("window.json")), new CloudLaunchViewModel(new FakeCloud(),
                        () -> new CloudPlace(null, "eu-west-1", CloudPlace.DEFAULT_NAME), tasks, dialogs)), dialogs, theme.darkProperty(),
                () -> { });
        Scene scene = new Scene(view, LEAST_WIDTH, LEAST_HEIGHT);
        SharedStage.show(stage, scene);
    }

    private void choose(FxRobot robot, Path file) throws TimeoutException {
        dialogs.files = List.of(file);
        press(robot, "#choose-files");
    }

    private void chooseSmall(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        await(() -> !figure(robot, "tokens").equals("–"));
    }

    private static String figure(FxRobot robot, String word) {
        return robot.lookup("#figure-" + word).tryQueryAs(Label.class).map(Label::getText).orElse("–");
    }

    private static void open(FxRobot robot, String fold) {
        robot.interact(() -> ((ButtonBase) robot.lookup("#" + fold).query()).fire());
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> ((TextField) robot.lookup("#" + field).query()).setText(text));
    }

    @Test
    void aFileAndStartAreEnough(FxRobot robot) throws IOException, TimeoutException {
        chooseSmall(robot);
        assertThat(figure(robot, "read")).isEqualTo("120");
        assertThat(robot.lookup("#preview-rows").tryQuery()).isPresent();
        press(robot, "#start");
        await(() -> runner.started.size() == 1);
        assertThat(runner.started.getFirst().model()).isEqualTo(NtmOptions.recommended(20));
    }

    @Test
    void startTellsEveryMistakeAndGoesToTheFirst(FxRobot robot) throws IOException, TimeoutException {
        press(robot, "#start");
        assertThat(robot.lookup("#source-error").queryAs(Label.class).getText()).contains("No reviews are chosen");
        assertThat(robot.lookup("#choose-files").query().isFocused()).isTrue();
        chooseSmall(robot);
        open(robot, "text-section");
        open(robot, "text-advanced");
        write(robot, "min_tokens", "0");
        write(robot, "num_topics", "1");
        open(robot, "text-section");
        press(robot, "#start");
        waitForFxEvents();
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText()).contains("2 fields").contains("min_tokens");
        assertThat(robot.lookup("#min_tokens").query().isFocused()).isTrue();
        assertThat(isInSight(robot.lookup("#min_tokens").query())).isTrue();
        assertThat(robot.lookup("#min_tokens-error").queryAs(Label.class).getText()).contains("Give 1 or more");
        write(robot, "min_tokens", "5");
        press(robot, "#start");
        waitForFxEvents();
        assertThat(robot.lookup("#num_topics").query().isFocused()).isTrue();
        assertThat(runner.started).isEmpty();
    }

    private boolean isInSight(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        Bounds form = view.lookup("#form").localToScene(view.lookup("#form").getBoundsInLocal());
        return form.contains(place);
    }

    @Test
    void whatDiffersIsMarkedAndTakenBack(FxRobot robot) {
        open(robot, "model-advanced");
        write(robot, "epochs", "40");
        assertThat(robot.lookup("#epochs-reset").query().isVisible()).isTrue();
        assertThat(robot.lookup("#learning_rate-reset").query().isVisible()).isFalse();
        robot.interact(() -> ((ButtonBase) robot.lookup("#epochs-reset").query()).fire());
        assertThat(((TextField) robot.lookup("#epochs").query()).getText()).isEqualTo("30");
        write(robot, "epochs", "40");
        robot.interact(() -> ((ButtonBase) robot.lookup("#reset-model").query()).fire());
        assertThat(((TextField) robot.lookup("#epochs").query()).getText()).isEqualTo("30");
        assertThat(robot.lookup("#iterations").tryQuery().filter(Patience::isShown)).isEmpty();
        robot.interact(() -> robot.lookup("#algorithm").<ComboBox<String>>query().setValue("lda"));
        assertThat(robot.lookup("#iterations").tryQuery().filter(Patience::isShown)).isPresent();
        assertThat(robot.lookup("#epochs").tryQuery().filter(Patience::isShown)).isEmpty();
    }

    @Test
    void theVocabularyIsChosenInTheChart(FxRobot robot) throws IOException, TimeoutException {
        chooseSmall(robot);
        TabPane tabs = robot.lookup(".preview .tab-pane").query();
        robot.interact(() -> tabs.getSelectionModel().select(2));
        await(() -> robot.lookup("#tokens").tryQuery().isPresent());
        open(robot, "text-section");
        ChartCanvas chart = (ChartCanvas) robot.lookup("#threshold-min_df").query().lookupAll("*").stream()
                .filter(ChartCanvas.class::isInstance).findFirst().orElseThrow();
        for (Object entity : chart.getRenderingInfo().getEntityCollection().getEntities()) {
            if (entity instanceof CategoryItemEntity point && point.getColumnKey().toString().equals("20")) {
                var area = point.getArea().getBounds2D();
                robot.clickOn(chart.localToScreen(area.getCenterX(), area.getCenterY()));
                break;
            }
        }
        assertThat(((TextField) robot.lookup("#min_df").query()).getText()).isEqualTo("20");
        String before = figure(robot, "terms");
        write(robot, "max_features", "6");
        await(() -> figure(robot, "terms").equals("6"));
        assertThat(before).isNotEqualTo("6");
    }

    @Test
    void aFileThatCannotBeReadIsToldOnce(FxRobot robot) throws IOException, TimeoutException {
        choose(robot, Files.write(folder.resolve("noise.csv"), new byte[] {0, 1, 2, 3, 0, 0, 7}));
        await(() -> robot.lookup(".notice.failure").tryQuery().filter(Patience::isShown).isPresent());
        await(() -> robot.lookup(".counting").tryQuery().filter(Patience::isShown).isEmpty());
        assertThat(robot.lookup(".notice.failure").<Node>queryAll().stream().filter(Patience::isShown)).hasSize(1);
    }

    /** Dropped ones take the same way; this platform cannot drag. */
    @Test
    void copiedFilesArePasted(FxRobot robot) throws IOException, TimeoutException {
        Path file = SmallReviews.write(folder.resolve("small.csv"));
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            Clipboard.getSystemClipboard().setContent(content);
            robot.lookup("#start").query().requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        await(() -> robot.lookup("#preview-rows").tryQuery().isPresent());
        assertThat(robot.lookup("#start").<Button>query().getText()).isEqualTo("Start run");
    }

    /** The keyboard is on something outside of the form, as on the rail after a click there. */
    @Test
    void aPathCopiedAsTextIsPastedWhereverTheKeyboardIs(FxRobot robot) throws IOException, TimeoutException {
        Path file = SmallReviews.write(folder.resolve("small reviews.csv"));
        Button outside = new Button("Outside");
        robot.interact(() -> {
            Scene scene = view.getScene();
            scene.setRoot(new StackPane());
            scene.setRoot(new BorderPane(view, null, null, null, outside));
            outside.requestFocus();
            ClipboardContent content = new ClipboardContent();
            content.putString("not a path");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        waitForFxEvents();
        assertThat(robot.lookup(".chosen-file").tryQuery()).isEmpty();
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(file + "\n");
            Clipboard.getSystemClipboard().setContent(content);
            outside.requestFocus();
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        await(() -> robot.lookup("#preview-rows").tryQuery().isPresent());
    }

    /** Also for who does not see colors: beside the field, not cut off by what scrolls. */
    @Test
    void theMarkOfAChangedFieldIsInSight(FxRobot robot) {
        write(robot, "num_topics", "40");
        robot.interact(() -> {
            view.applyCss();
            view.layout();
        });
        Region field = robot.lookup(".field").queryAll().stream().map(Region.class::cast)
                .filter(block -> block.lookup("#num_topics") != null).findFirst().orElseThrow();
        assertThat(field.getBoundsInLocal().getMinX()).as("the mark's place").isNegative();
        Node form = robot.lookup("#form").query();
        assertThat(field.localToScene(field.getBoundsInLocal()).getMinX())
                .isGreaterThanOrEqualTo(form.localToScene(form.getBoundsInLocal()).getMinX());
    }

    @Test
    void rowsAndGlanceAreSeenWithoutScrollingInTheLeastWindow(FxRobot robot) throws IOException, TimeoutException {
        chooseSmall(robot);
        Node glance = robot.lookup("#glance").query();
        assertThat(glance.localToScene(glance.getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(LEAST_HEIGHT);
        assertThat(glance.localToScene(glance.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(LEAST_WIDTH);
        assertThat(robot.lookup("#columns").tryQuery()).isEmpty();
        open(robot, "columns-shown");
        assertThat(robot.lookup("#column-text").query().isVisible()).isTrue();
    }

    @Test
    void aFieldWithoutEffectSaysSo(FxRobot robot) {
        open(robot, "model-advanced");
        assertThat(robot.lookup("#learning_rate-note").query().isVisible()).isFalse();
        robot.interact(() -> robot.lookup("#optimizer").<ComboBox<String>>query().setValue("adadelta"));
        assertThat(robot.lookup("#learning_rate-note").queryAs(Label.class).getText()).contains("adadelta");
        assertThat(robot.lookup("#learning_rate-note").query().isVisible()).isTrue();
    }

    @Test
    void aColumnIsChosenWhereNoneIsRecognized(FxRobot robot) throws IOException, TimeoutException {
        StringBuilder csv = new StringBuilder("a,b\n");
        for (int row = 0; row < 20; row++) {
            csv.append(row).append(",the battery and the screen of phone ").append("x".repeat(row + 3)).append(" died soon\n");
        }
        choose(robot, Files.writeString(folder.resolve("odd.csv"), csv));
        await(() -> robot.lookup("#column-text").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#column-text").<ComboBox<String>>query().setValue("b"));
        await(() -> figure(robot, "read").equals("20"));
        assertThat(robot.lookup("#preview-rows").tryQuery()).isPresent();
    }

    @Test
    void aSpecificationIsSavedOpenedAndCopied(FxRobot robot) throws IOException, TimeoutException {
        chooseSmall(robot);
        write(robot, "num_topics", "7");
        press(robot, "#copy-command");
        List<String> copied = new ArrayList<>();
        robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.getFirst()).startsWith("topic-workbench run --reviews ").endsWith("small.csv --topics 7");
        press(robot, "#save-spec");
        await(() -> robot.lookup("#refusal").queryAs(Label.class).getText().startsWith("Saved as"));
        dialogs.files = List.of(folder.resolve("small.csv.twspec"));
        write(robot, "num_topics", "9");
        press(robot, "#open-spec");
        await(() -> ((TextField) robot.lookup("#num_topics").query()).getText().equals("7"));
    }

    @Test
    void anotherRunLikeAnEarlierOneByKeyboardAlone(FxRobot robot) throws Exception {
        SmallRun.in(new Workspace(Files.createDirectories(folder.resolve("workspace"))), "First of all");
        RunSpec earlier = workspace.runs().getFirst().spec();
        robot.interact(() -> robot.lookup("#like-run").query().requestFocus());
        robot.push(KeyCode.SPACE);
        await(() -> robot.lookup("#search-like").tryQuery().filter(Node::isFocused).isPresent());
        await(() -> robot.lookup("First of all").tryQuery().isPresent());
        robot.write("first").push(KeyCode.DOWN).push(KeyCode.ENTER);
        await(() -> robot.lookup("#figures").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#start").query().requestFocus());
        robot.push(KeyCode.SPACE);
        await(() -> runner.started.contains(earlier));
    }

    @Test
    void everythingHasANameAndNothingIsCutOff(FxRobot robot) throws IOException, TimeoutException {
        chooseSmall(robot);
        for (String fold : List.of("filter-advanced", "text-section", "text-advanced", "model-advanced",
                "quality-section", "quality-advanced", "map-section", "map-advanced", "run-section", "cloud-section", "cloud-advanced")) {
            open(robot, fold);
        }
        robot.interact(() -> {
            view.applyCss();
            view.layout();
        });
        List<String> nameless = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        double right = LEAST_WIDTH;
        for (Node node : robot.lookup(".root *").queryAll()) {
            if (!Patience.isShown(node)) {
                continue;
            }
            if (node instanceof Control control && control.isFocusTraversable() && isNameless(control)) {
                nameless.add(control.getClass().getSimpleName() + " " + control.getId());
            }
            if (node instanceof Control && node.localToScene(node.getBoundsInLocal()).getMaxX() > right + 1) {
                cut.add(node.toString());
            }
        }
        assertThat(nameless).isEmpty();
        assertThat(cut).isEmpty();
    }

    @Test
    void whereARunIsExecutedCanBeSeen(FxRobot robot) {
        open(robot, "cloud-section");
        ComboBox<String> where = robot.lookup("#where").query();
        assertThat(where.getValue()).isEqualTo("this_computer");
        assertThat(where.getItems()).containsExactly("this_computer", "aws");
    }

    private static boolean isNameless(Control control) {
        boolean input = control instanceof TextInputControl || control instanceof ComboBox;
        boolean button = control instanceof ButtonBase named && named.getText().isBlank();
        return (input || button) && (control.getAccessibleText() == null || control.getAccessibleText().isBlank())
                && control.getId() != null;
    }
}
