package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** A run taken along from the room where it is explored. */
@ExtendWith(ApplicationExtension.class)
class RunExportMenuTest {
    @TempDir
    private static Path runs;
    private static Workspace workspace;
    private static String id;

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private ExploreViewModel model;

    @BeforeAll
    static void makeRuns() throws IOException, InterruptedException {
        workspace = new Workspace(runs);
        SmallRun.in(workspace, "other");
        id = SmallRun.in(workspace, "small").id();
    }

    @Start
    void open(Stage stage) {
        Typeface.load();
        new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        WindowTasks tasks = new WindowTasks();
        Messages messages = new Messages();
        model = new ExploreViewModel(workspace, tasks, messages);
        ExploreView view = new ExploreView(model, new ExploreView.With(tasks, messages, dialogs,
                new ChartExport(dialogs, tasks, messages), new SimpleBooleanProperty(false),
                WindowPreferences.open(folder.resolve("window.json"))), () -> { });
        view.getStyleClass().addAll("workbench", "light");
        SharedStage.show(stage, new Scene(view, 980, 760));
        dialogs.files = List.of(folder.resolve("target"));
        model.refresh();
        model.open(id);
    }

    private void choose(FxRobot robot, String item) throws TimeoutException {
        await(() -> robot.lookup("#export-run").tryQuery().isPresent() && model.runs().size() == 2
                && model.exploration().runProperty().get() != null);
        MenuButton menu = robot.lookup("#export-run").query();
        robot.interact(menu::show);
        robot.interact(() -> items(menu.getItems()).filter(each -> item.equals(each.getId()) || item.equals(each.getText()))
                .findFirst().orElseThrow().fire());
        robot.interact(menu::hide);
    }

    private static Stream<MenuItem> items(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu ? items(menu.getItems()) : Stream.of(item));
    }

    @Test
    void theReportIsShownInAWindowOfItsOwn(FxRobot robot) throws TimeoutException {
        choose(robot, "show-report");
        await(() -> report() != null && "yes".equals(answer(robot, "document.documentElement.dataset.ready")));
        assertThat(answer(robot, "document.querySelectorAll('tbody tr').length")).isEqualTo(SmallRun.TOPICS);
        robot.interact(() -> ((Stage) report().getScene().getWindow()).close());
    }

    private static WebView report() {
        return Window.getWindows().stream().map(window -> window.getScene().lookup("#report-browser"))
                .filter(WebView.class::isInstance).map(WebView.class::cast).findFirst().orElse(null);
    }

    private static Object answer(FxRobot robot, String script) {
        Object[] said = new Object[1];
        robot.interact(() -> said[0] = report().getEngine().executeScript(script));
        return said[0];
    }

    @Test
    void tablesAloneGoToAFolder(FxRobot robot) throws TimeoutException, IOException {
        choose(robot, "export-tables");
        await(() -> Files.isDirectory(folder.resolve("tables")));
        try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("topics.csv", "reviews.parquet", "words.json")
                    .doesNotContain("deck.pptx", "report.html", "charts");
        }
    }

    @Test
    void slidesSetTheRunBesideAnother(FxRobot robot) throws TimeoutException, IOException {
        choose(robot, "other…");
        Path deck = folder.resolve("deck.pptx");
        await(() -> Files.exists(deck));
        try (XMLSlideShow show = new XMLSlideShow(Files.newInputStream(deck))) {
            assertThat(show.getSlides()).anyMatch(slide -> slide.getTitle().equals("Beside other"));
        }
    }
}
