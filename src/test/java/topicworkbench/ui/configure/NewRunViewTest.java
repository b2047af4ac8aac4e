package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.Patience;
import topicworkbench.workspace.Workspace;

/** The form, clicked and typed through on real reviews. */
@ExtendWith(ApplicationExtension.class)
class NewRunViewTest extends NewRunScreen {
    @Start
    void open(Stage stage) {
        show(stage);
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
    void aFieldWithoutEffectSaysSo(FxRobot robot) {
        open(robot, "model-advanced");
        assertThat(robot.lookup("#learning_rate-note").query().isVisible()).isFalse();
        robot.interact(() -> robot.lookup("#optimizer").<ComboBox<String>>query().setValue("adadelta"));
        assertThat(robot.lookup("#learning_rate-note").queryAs(Label.class).getText()).contains("adadelta");
        assertThat(robot.lookup("#learning_rate-note").query().isVisible()).isTrue();
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
