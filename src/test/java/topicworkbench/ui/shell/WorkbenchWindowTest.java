package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.retype;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.WindowPreferences;

/** The window itself, clicked through: how it opens and closes, what it says where nothing is yet, and its look. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchWindowTest extends OpenWindow {
    @Start
    void open(Stage stage) {
        show(stage);
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
        press(robot, "#go-explore");
        await(() -> sees(robot, "No topics yet"));
        robot.clickOn(robot.lookup(".notice .button").queryAs(Node.class));
        await(() -> sees(robot, "Choose reviews to see them here"));
    }

    @Test
    void aSpecificationThatItOpensWithFillsTheForm(FxRobot robot) throws IOException, TimeoutException {
        Path file = folder.resolve("mine.twspec");
        Files.writeString(file, RunSpecJson.write(RunSpecs.defaults(RunSpecs.NTM, 7).withSource(
                new ReviewSource(List.of(SmallReviews.write(folder.resolve("small.csv")).toString()), Map.of()))));
        robot.interact(() -> window.take(List.of(file.toFile())));
        await(() -> sees(robot, "small.csv"));
        assertThat(robot.lookup("#num_topics").queryAs(TextInputControl.class).getText()).isEqualTo("7");
        assertThat(stage.getIcons()).hasSize(4).allSatisfy(icon -> assertThat(icon.isError()).isFalse());
    }

    @Test
    void startSaysWhatIsWrong(FxRobot robot) throws IOException, TimeoutException {
        press(robot, "#go-new-run");
        press(robot, "#start");
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText()).contains("No reviews are chosen");
        assertThat(robot.lookup("#source-error").query().isVisible()).isTrue();
        choose(robot, SmallReviews.write(folder.resolve("small.csv")));
        retype(robot, "#num_topics", "1");
        assertThat(robot.lookup("#num_topics-error").queryAs(Label.class).getText()).contains("2 to 1000");
        press(robot, "#start");
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

    private boolean isDark() {
        return ((Region) stage.getScene().getRoot()).getBackground().getFills().getFirst().getFill() instanceof Color color
                && color.getBrightness() < 0.5;
    }

    @Test
    void theLookIsChosenRememberedAndGivenBackToTheSystem(FxRobot robot) throws TimeoutException {
        await(() -> !isDark());
        press(robot, "#theme");
        press(robot, "Dark");
        await(this::isDark);
        press(robot, "#theme");
        press(robot, "Light");
        robot.interact(() -> systemLook.set(ColorScheme.DARK));
        await(() -> !isDark());
        press(robot, "#theme");
        press(robot, "Follow the system");
        await(this::isDark);
        robot.interact(() -> systemLook.set(ColorScheme.LIGHT));
        await(() -> !isDark());
        press(robot, "#theme");
        press(robot, "Dark");
        assertThat(WindowPreferences.open(folder.resolve("window.json")).appearance()).as("however the program ends")
                .isEqualTo(Appearance.DARK);
    }
}
