package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.Patience;

/** The reviews of a new run: chosen, pasted, told of where they cannot be read, and seen beside the form. */
@ExtendWith(ApplicationExtension.class)
class NewRunReviewsTest extends NewRunScreen {
    @Start
    void open(Stage stage) {
        show(stage);
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
    void rowsAndGlanceAreSeenWithoutScrollingInTheLeastWindow(FxRobot robot) throws IOException, TimeoutException {
        chooseSmall(robot);
        Node glance = robot.lookup("#glance").query();
        assertThat(glance.localToScene(glance.getBoundsInLocal()).getMaxY()).isLessThanOrEqualTo(LEAST_HEIGHT);
        assertThat(glance.localToScene(glance.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(LEAST_WIDTH);
        assertThat(robot.lookup("#columns").tryQuery()).isEmpty();
        open(robot, "columns-shown");
        assertThat(robot.lookup("#column-text").query().isVisible()).isTrue();
    }
}
