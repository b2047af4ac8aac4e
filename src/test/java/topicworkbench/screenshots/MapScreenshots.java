package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Path;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.chart.ScatterMap;
import topicworkbench.ui.shell.Engines;
import topicworkbench.workspace.Workspace;

/**
 * Takes the pictures of the review map in screenshots/ from the real window at double size. Arguments: a workspace whose newest
 * run is of a million invented reviews, as PipelineBenchmark leaves it, and the folder for the camera.
 */
final class MapScreenshots {
    private static final long PATIENCE_MILLISECONDS = 120_000;
    private static final long SETTLE_MILLISECONDS = 8000;
    private static final double NEAR = 9;

    private MapScreenshots() { }

    public static void main(String[] arguments) throws IOException {
        Camera.open(new Workspace(Path.of(arguments[0])), Path.of(arguments[1]),
                (opened, _) -> new Engines(new LocalPipelineRunner(opened, 1), new FakeCloud()), MapScreenshots::takeAll);
    }

    private static void takeAll(Camera camera) throws Exception {
        for (String look : new String[] {"light", "dark"}) {
            Camera.dress(look);
            Camera.press("#go-explore");
            ScatterMap map = map();
            Thread.sleep(SETTLE_MILLISECONDS);
            camera.save("map-million-" + look);
            Camera.onWindowThread(() -> {
                map.zoom(NEAR, map.getWidth() / 2, map.getHeight() / 2);
                return null;
            });
            Thread.sleep(SETTLE_MILLISECONDS); // the words of what is near come when it stands still
            camera.save("map-million-near-" + look);
            Camera.onWindowThread(() -> {
                map.fit();
                return null;
            });
        }
    }

    /** Once it shows something. */
    private static ScatterMap map() throws Exception {
        for (long waited = 0; waited < PATIENCE_MILLISECONDS; waited += 200) {
            ScatterMap found = Camera.onWindowThread(() -> (ScatterMap) Camera.scene().lookup("#review-map"));
            if (found != null && Camera.onWindowThread(() -> found.viewportProperty().get() != null)) {
                return found;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("no map within " + PATIENCE_MILLISECONDS / 1000 + " s");
    }
}
