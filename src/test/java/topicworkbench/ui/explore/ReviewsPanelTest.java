package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.isShown;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.retype;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.ReviewOrder;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** Reviews searched, ordered, opened, flagged and copied as a person does it; two of them are hostile. */
@ExtendWith(ApplicationExtension.class)
class ReviewsPanelTest {
    /** Just below the longest record that is read. */
    private static final int REPETITIONS = 115_000;

    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static String run;

    private final Messages messages = new Messages();
    private WindowPreferences preferences;
    private Exploration exploration;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        Path csv = SmallReviews.write(folder.resolve("small.csv"));
        Files.writeString(csv, Files.readString(csv)
                + "long,1,Endless,\"" + "battery charger ".repeat(REPETITIONS) + "\"\n"
                + "turned,2,\"<b>\u202Eevas\u202C</b> & more\",\"battery charger power \u2066drains\u2069 cable, empty cable hours\"\n");
        workspace = new Workspace(folder);
        RunSpec spec = Settings.apply(RunSpecs.defaults(RunSpecs.LDA, 3)
                .withSource(new ReviewSource(List.of(csv.toString()), Map.of())), List.of("iterations=20", "map=false"));
        run = new LocalPipelineRunner(workspace, 1).start(spec, "small", event -> { }).await().id();
    }

    @Start
    void open(Stage stage) throws IOException {
        preferences = WindowPreferences.open(Files.createTempDirectory(folder, "preferences").resolve("window.json"));
        WindowTasks tasks = new WindowTasks();
        ExploreViewModel model = new ExploreViewModel(workspace, tasks, messages);
        exploration = model.exploration();
        Scene scene = new Scene(new ReviewsPanel(exploration, tasks, messages, preferences), 420, 700);
        SharedStage.show(stage, scene);
        model.open(run);
    }

    private static <T> T inWindow(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(600_000, look);
    }

    private void awaitReviews(FxRobot robot, int count) throws TimeoutException {
        await(() -> robot.lookup("#reviews-count").queryAs(Label.class).getText()
                .equals(count + (count == 1 ? " review" : " reviews")));
    }

    private void search(FxRobot robot, String words) throws TimeoutException {
        retype(robot, "#review-search", words);
        robot.push(KeyCode.ENTER);
    }

    private String openText(FxRobot robot) {
        return inWindow(() -> robot.lookup("#open-text").queryAs(MarkedFlow.class).getChildren().stream()
                .map(node -> node instanceof Text text ? text.getText() : ((Label) node).getText()).collect(Collectors.joining()));
    }

    private boolean isOpen(FxRobot robot) {
        return isShown(robot.lookup("#open-review").query());
    }

    @Test
    void searchesFilterAndAreRemembered(FxRobot robot) throws TimeoutException {
        awaitReviews(robot, 122);
        search(robot, "battery");
        await(() -> exploration.filtersProperty().get().on(Dimension.SEARCH).isPresent());
        int found = exploration.matchingProperty().get().all().count();
        assertThat(found).isBetween(20, 42);
        awaitReviews(robot, found);
        search(robot, "\"battery");
        await(() -> sees(robot, "has no closing quote"));
        assertThat(exploration.matchingProperty().get().all().count()).as("a mistake changes nothing").isEqualTo(found);
        search(robot, "battery zebra");
        await(() -> sees(robot, "No review meets all filters"));
        assertThat(preferences.searches()).containsExactly("battery zebra", "battery");
        inWindow(() -> {
            exploration.back();
            return null;
        });
        awaitReviews(robot, found);
        await(() -> robot.lookup("#review-search").queryTextInputControl().getText().equals("battery"));
    }

    @Test
    void theOrderIsChosen(FxRobot robot) throws TimeoutException {
        awaitReviews(robot, 122);
        inWindow(() -> {
            robot.lookup("#review-order").<ComboBox<ReviewOrder>>query().setValue(ReviewOrder.MOST_STARS);
            return null;
        });
        await(() -> sees(robot, "★★☆☆☆") && !sees(robot, "★☆☆☆☆"));
        inWindow(() -> {
            robot.lookup("#review-order").<ComboBox<ReviewOrder>>query().setValue(ReviewOrder.FEWEST_STARS);
            return null;
        });
        await(() -> sees(robot, "★☆☆☆☆") && !sees(robot, "★★☆☆☆"));
    }

    @Test
    void aReviewIsReadInFullFlaggedAndCopied(FxRobot robot) throws TimeoutException {
        awaitReviews(robot, 122);
        await(() -> sees(robot, "★"));
        inWindow(() -> {
            ListView<?> list = robot.lookup("#reviews").query();
            list.requestFocus();
            list.getSelectionModel().select(0);
            return null;
        });
        robot.push(KeyCode.ENTER);
        await(() -> isOpen(robot) && sees(robot, "1 of ") && !openText(robot).isEmpty());
        for (int place : new int[] {2, 3}) {
            robot.push(KeyCode.J);
            await(() -> sees(robot, place + " of ") && !openText(robot).isEmpty());
        }
        robot.push(KeyCode.K);
        await(() -> sees(robot, "2 of ") && !openText(robot).isEmpty());
        String text = openText(robot);
        robot.push(KeyCode.F);
        await(() -> exploration.curating().curatedProperty().get().curation().flagged().size() == 1);
        robot.push(KeyCode.C);
        await(() -> messages.lastProperty().get().text().equals("Review copied."));
        assertThat(inWindow(() -> Clipboard.getSystemClipboard().getString())).contains(text)
                .contains("— Review ").contains("small.csv").endsWith("small");
        await(() -> robot.lookup("#neighbors").queryAs(javafx.scene.layout.VBox.class).getChildren().size() == 8);
        robot.push(KeyCode.ESCAPE);
        await(() -> !isOpen(robot));
        inWindow(() -> {
            exploration.curating().undo();
            return null;
        });
        await(() -> exploration.curating().curatedProperty().get().curation().flagged().isEmpty());
    }

    @Test
    void hostileTextIsNothingButText(FxRobot robot) throws TimeoutException {
        awaitReviews(robot, 122);
        search(robot, "evas");
        await(() -> exploration.matchingProperty().get().all().count() == 1);
        awaitReviews(robot, 1);
        await(() -> sees(robot, "★"));
        press(robot, ".review-cell");
        robot.push(KeyCode.ENTER);
        await(() -> isOpen(robot) && !openText(robot).isEmpty());
        assertThat(openText(robot)).isEqualTo("battery charger power [U+2066]drains[U+2069] cable, empty cable hours");
    }

    /** Nearly two million characters: the window shows a part, and still answers. */
    @Test
    void aReviewOfAnyLengthIsShownInParts(FxRobot robot) throws TimeoutException {
        awaitReviews(robot, 122);
        search(robot, "endless");
        await(() -> exploration.matchingProperty().get().all().count() == 1);
        awaitReviews(robot, 1);
        await(() -> sees(robot, "★"));
        press(robot, ".review-cell");
        robot.push(KeyCode.ENTER);
        await(() -> isOpen(robot) && sees(robot, "Part 1 of "));
        assertThat(openText(robot).length()).isBetween(1000, ReviewReading.PART);
        waitForFxEvents();
    }
}
