package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.chart.Dendrogram;
import topicworkbench.chart.MarkedDrawing.Mark;
import topicworkbench.curation.CurationEntry;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.run.RunState;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.chart.DrawingPane;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The list of topics, their words, which are alike, and subcategories, worked by mouse and keys on a real run. */
@ExtendWith(ApplicationExtension.class)
class TopicViewsTest {
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private ExploreViewModel model;
    private Exploration exploration;

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
        exploration = model.exploration();
        model.subcategories().startWith(new LiveRuns(new LocalPipelineRunner(workspace, 1), tasks));
        ExploreView view = new ExploreView(model, new ExploreView.With(tasks, messages, dialogs,
                new ChartExport(dialogs, tasks, messages), theme.darkProperty(),
                WindowPreferences.open(folder.resolve(id + ".json"))), () -> { });
        Scene scene = new Scene(view, 1400, 800);
        SharedStage.show(stage, scene);
        model.open(id);
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).<ButtonBase>query().fire());
    }

    private static TableView<TopicRow> table(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#topics").tryQuery().isPresent()
                && robot.lookup("#topics").<TableView<TopicRow>>query().getItems().size() >= SmallRun.TOPICS);
        return robot.lookup("#topics").query();
    }

    private static TableColumn<TopicRow, ?> column(TableView<TopicRow> table, String id) {
        return table.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst().orElseThrow();
    }

    /** Where on the screen the first part of a drawing is that meets a condition. */
    private static Point2D place(DrawingPane pane, Predicate<Mark> wanted) {
        Rectangle2D box = pane.drawing().marks(pane.area()).reversed().stream().filter(wanted).findFirst().orElseThrow()
                .shape().getBounds2D();
        return pane.localToScreen(box.getCenterX(), box.getCenterY());
    }

    private static DrawingPane drawing(FxRobot robot, String id) throws TimeoutException {
        await(() -> robot.lookup(id).tryQuery().isPresent() && robot.lookup(id).<DrawingPane>query().drawing() != null
                && !robot.lookup(id).<DrawingPane>query().drawing().marks(robot.lookup(id).<DrawingPane>query().area()).isEmpty());
        return robot.lookup(id).query();
    }

    @Test
    void theListIsSearchedAndItsWordsFollowLambda(FxRobot robot) throws TimeoutException {
        TableView<TopicRow> table = table(robot);
        await(() -> column(table, "reviews").getCellData(0) instanceof Double count && count > 0);
        double reviews = 0;
        for (int row = 0; row < SmallRun.TOPICS; row++) {
            reviews += (Double) column(table, "reviews").getCellData(row);
        }
        assertThat(reviews).isEqualTo(exploration.runProperty().get().documents());
        Topic last = exploration.topics().getLast();
        String word = last.words().getFirst().term();
        robot.interact(() -> robot.lookup("#topic-query").<TextField>query().setText(word));
        await(() -> table.getItems().stream().anyMatch(row -> row.topic().id() == last.id()));
        for (int row = 0; row < table.getItems().size(); row++) {
            assertThat((String) column(table, "words").getCellData(row)).contains(word);
        }
        robot.interact(() -> robot.lookup("#topic-query").<TextField>query().setText("nobody says this"));
        await(() -> table.getItems().isEmpty());
        robot.interact(() -> robot.lookup("#topic-query").<TextField>query().clear());
        await(() -> table.getItems().size() == SmallRun.TOPICS);
        robot.interact(() -> robot.lookup("#lambda").<Slider>query().setValue(0.2));
        assertThat(exploration.lambdaProperty().get()).isEqualTo(0.2);
    }

    @Test
    void aWordSaysItsTopicsAndFiltersTheReviewsThatHoldIt(FxRobot robot) throws TimeoutException {
        table(robot);
        press(robot, "#view-words");
        DrawingPane bars = drawing(robot, "#words-drawing");
        String word = (String) bars.drawing().marks(bars.area()).getFirst().key();
        Point2D there = place(bars, mark -> mark.key().equals(word));
        robot.moveTo(there);
        await(() -> robot.lookup("#word-topics").<Label>query().getText().startsWith("“" + word + "”: "));
        robot.clickOn(there);
        await(() -> exploration.filtersProperty().get().on(Dimension.SEARCH).isPresent());
        await(() -> !exploration.matchingOutdatedProperty().get());
        int[] found = exploration.matchingProperty().get().all().toArray();
        assertThat(found).isNotEmpty();
        assertThat(exploration.runProperty().get().texts().read(found)).allMatch(review -> review.text().contains(word));
        press(robot, "#words-as-1");
        assertThat(drawing(robot, "#words-drawing").drawing().marks(bars.area())).anyMatch(mark -> mark.key().equals(word));
    }

    @Test
    void topicsOnTheMapAreChosenAndFiltered(FxRobot robot) throws TimeoutException {
        table(robot);
        press(robot, "#view-topic-map");
        DrawingPane map = drawing(robot, "#topic-map");
        int other = exploration.topics().stream().mapToInt(Topic::id)
                .filter(id -> id != exploration.selectedProperty().get().id()).findFirst().orElseThrow();
        robot.clickOn(place(map, mark -> mark.key().equals(other)));
        await(() -> exploration.selectedProperty().get().id() == other);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER); // as a click with Ctrl
        await(() -> exploration.filtersProperty().get().on(Dimension.TOPIC).equals(java.util.Optional.of(Filter.Topics.of(other))));
        press(robot, "#topic-map-as-1");
        DrawingPane tree = drawing(robot, "#topic-map");
        robot.clickOn(place(tree, mark -> mark.key() instanceof Dendrogram.Branch branch && branch.topics().size() == 2));
        await(() -> exploration.filtersProperty().get().on(Dimension.TOPIC)
                .map(filter -> ((Filter.Topics) filter).topics().size() == 2).orElse(false));
        press(robot, "#topic-map-as-2");
        assertThat(drawing(robot, "#topic-map").drawing().marks(tree.area())).hasSize(SmallRun.TOPICS * SmallRun.TOPICS);
        press(robot, "#topic-map-as-3");
        assertThat(drawing(robot, "#topic-map").drawing().marks(tree.area())).hasSize(SmallRun.TOPICS * SmallRun.TOPICS);
    }

    @Test
    void subcategoriesHangUnderTheTopicAndLeadUpAgain(FxRobot robot) throws TimeoutException {
        TableView<TopicRow> table = table(robot);
        String outer = exploration.runProperty().get().folder().id();
        robot.interact(() -> exploration.apply(new Filter.Stars(1, 2))); // all of them, so that the vocabulary is large enough
        await(() -> !exploration.matchingOutdatedProperty().get());
        press(robot, "#subcategories");
        robot.interact(() -> {
            robot.lookup("#subcategories-of-filters").<javafx.scene.control.CheckBox>query().setSelected(true);
            robot.lookup("#subcategories-number").<Spinner<Integer>>query().getValueFactory().setValue(2);
        });
        press(robot, "#subcategories-start");
        await(() -> model.subcategories().treeProperty().get().ofSelections().stream().anyMatch(run -> run.state() == RunState.DONE));
        TopicRow line = table.getItems().getLast();
        assertThat(line.in().what()).isEqualTo("1–2 stars");
        robot.interact(() -> {
            table.getSelectionModel().select(line);
            table.requestFocus();
        });
        robot.push(KeyCode.RIGHT);
        await(() -> table.getItems().size() == SmallRun.TOPICS + 3);
        robot.interact(() -> model.subcategories().filterBy(line.in(), line.in().topics().getFirst()));
        await(() -> exploration.filtersProperty().get().on(Dimension.REGION).isPresent());
        robot.interact(() -> table.getSelectionModel().selectLast());
        robot.push(KeyCode.ENTER);
        await(() -> !exploration.runProperty().get().folder().id().equals(outer));
        await(() -> !model.subcategories().pathProperty().get().isEmpty());
        assertThat(exploration.topics()).hasSize(2);
        assertThat(exploration.selectedProperty().get().id()).isEqualTo(1);
        robot.interact(() -> robot.lookup("#topic-way .hyperlink").<Hyperlink>query().fire());
        await(() -> exploration.runProperty().get().folder().id().equals(outer));
    }

    @Test
    void subcategoriesTakeTheTopicsPlaceInEveryViewUntilThatIsUndone(FxRobot robot) throws TimeoutException {
        TableView<TopicRow> table = table(robot);
        robot.interact(() -> exploration.curating().edit(new CurationEntry.Merge(0, List.of(1, 2)))); // enough reviews for two
        await(() -> exploration.topics().size() == 1);
        robot.interact(() -> exploration.select(0));
        press(robot, "#subcategories");
        robot.interact(() -> robot.lookup("#subcategories-number").<Spinner<Integer>>query().getValueFactory().setValue(2));
        press(robot, "#subcategories-start");
        await(() -> model.subcategories().treeProperty().get().below(0).stream().anyMatch(run -> run.state() == RunState.DONE));
        robot.interact(() -> {
            table.getSelectionModel().select(0);
            table.requestFocus();
        });
        robot.push(KeyCode.RIGHT);
        await(() -> table.getItems().size() == 3);
        robot.interact(() -> {
            table.getSelectionModel().select(1);
            table.getContextMenu().show(table, 0, 0);
            table.getContextMenu().getItems().stream().filter(item -> "use-subcategories".equals(item.getId()) && item.isVisible())
                    .findFirst().orElseThrow().fire();
            table.getContextMenu().hide();
        });
        await(() -> exploration.topics().size() == 2 && table.getItems().size() == 2);
        List<Integer> parts = exploration.topics().stream().map(Topic::id).toList();
        assertThat(exploration.assignmentProperty().get().topics()).as("what map and charts count by")
                .containsOnly(parts.stream().mapToInt(Integer::intValue).toArray());
        assertThat(exploration.topics()).allMatch(topic -> topic.label() != null);
        robot.interact(() -> exploration.curating().undo());
        await(() -> exploration.topics().size() == 1);
    }
}
