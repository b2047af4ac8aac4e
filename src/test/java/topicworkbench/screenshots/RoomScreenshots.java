package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.RunSummary;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.Engines;
import topicworkbench.workspace.Workspace;

/** The pictures of the rooms. Arguments: a workspace whose two newest runs are of the sample, and the folder for the pictures. */
final class RoomScreenshots {
    private static final int FIRST_BRUSHED_WEEK = 58;
    private static final int LAST_BRUSHED_WEEK = 95;

    private RoomScreenshots() { }

    public static void main(String[] arguments) throws IOException {
        Camera.open(new Workspace(Path.of(arguments[0])), Path.of(arguments[1]),
                (opened, _) -> new Engines(new LocalPipelineRunner(opened, 1), new FakeCloud()), RoomScreenshots::takeAll);
    }

    private static void takeAll(Camera camera) throws Exception {
        for (String look : new String[] {"light", "dark"}) {
            Camera.dress(look);
            explore(camera, look);
            camera.take("#go-runs", "runs-" + look);
            Camera.onWindowThread(() -> {
                ((TableView<?>) Camera.scene().lookup("#runs")).getSelectionModel().select(0);
                return null;
            });
            camera.take("#watch-run", "run-" + look);
            Camera.press("#go-runs");
            Camera.onWindowThread(() -> {
                ((TableView<?>) Camera.scene().lookup("#runs")).getSelectionModel().select(1);
                return null;
            });
            camera.take("#compare-runs", "compare-" + look);
            Camera.press("#go-new-run");
            Camera.press("#use-sample");
            while (((Labeled) Camera.scene().lookup("#figure-tokens")).getText().length() < 2) { // still being counted
                Thread.sleep(Camera.SETTLE_MILLISECONDS);
            }
            camera.save("new-run-" + look);
            Camera.onWindowThread(() -> {
                ((TabPane) Camera.scene().lookup(".preview .tab-pane")).getSelectionModel().selectLast();
                return null;
            });
            Camera.press("#text-section");
            camera.save("new-run-words-" + look);
            Camera.press("#text-section");
            Camera.onWindowThread(() -> {
                ((TabPane) Camera.scene().lookup(".preview .tab-pane")).getSelectionModel().selectFirst();
                return null;
            });
        }
    }

    /** The room on the sample: its map, then a stretch of time and few stars, which all views answer. */
    @SuppressWarnings("unchecked") // the switch holds runs
    private static void explore(Camera camera, String look) throws Exception {
        Camera.press("#go-explore");
        Camera.onWindowThread(() -> {
            ComboBox<RunSummary> runs = (ComboBox<RunSummary>) Camera.scene().lookup("#run-switch");
            runs.setValue(runs.getItems().stream().filter(run -> run.name().startsWith("Sample")).findFirst().orElseThrow());
            return null;
        });
        Thread.sleep(2 * Camera.SETTLE_MILLISECONDS);
        camera.take("#view-map", "explore-" + look);
        Camera.brush("#time-strip .plot-area", FIRST_BRUSHED_WEEK, LAST_BRUSHED_WEEK);
        Camera.press("#view-stars");
        Camera.brush("#stars-view .plot-area", 0, 1);
        camera.take("#view-impact", "cross-filter-" + look);
        Camera.press("#clear-filters");
        camera.take("#view-over-time", "over-time-" + look);
        Camera.press("#view-topic-map");
        camera.take("#view-label", "label-" + look);
        Camera.press("#view-reviews");
        Camera.press("#view-map");
    }
}
