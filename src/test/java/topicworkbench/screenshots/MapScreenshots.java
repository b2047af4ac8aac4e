package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.chart.ScatterMap;
import topicworkbench.ui.shell.Engines;
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/**
 * Takes the pictures of the review map in screenshots/ from the real window at double size. Arguments: a workspace whose newest
 * run is of a million invented reviews, as PipelineBenchmark leaves it, and the folder for the pictures.
 */
public final class MapScreenshots {
    private static final long PATIENCE_MILLISECONDS = 120_000;
    private static final long SETTLE_MILLISECONDS = 8000;
    private static final double NEAR = 9;

    private MapScreenshots() { }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("glass.gtk.uiScale", Double.toString(Screenshots.SCALE));
        Workspace workspace = new Workspace(Path.of(arguments[0]));
        Screenshots pictures = new Screenshots(Files.createDirectories(Path.of(arguments[1])));
        Thread.ofPlatform().daemon().start(() -> takeAll(pictures));
        WorkbenchApplication.launch(Optional.of(workspace), (opened, _) -> new Engines(new LocalPipelineRunner(opened, 1), new FakeCloud()));
    }

    private static void takeAll(Screenshots pictures) {
        try {
            while (Window.getWindows().isEmpty()) {
                Thread.sleep(200);
            }
            Screenshots.onWindowThread(() -> {
                Window window = Window.getWindows().getFirst();
                window.setWidth(Screenshots.WIDTH);
                window.setHeight(Screenshots.HEIGHT);
                new Robot().mouseMove(Screenshots.WIDTH - 1, Screenshots.HEIGHT - 1);
                return null;
            });
            for (String look : new String[] {"light", "dark"}) {
                Screenshots.dress(look);
                Screenshots.press("#go-explore");
                ScatterMap map = map();
                Thread.sleep(SETTLE_MILLISECONDS);
                pictures.save("map-million-" + look);
                Screenshots.onWindowThread(() -> {
                    map.zoom(NEAR, map.getWidth() / 2, map.getHeight() / 2);
                    return null;
                });
                Thread.sleep(SETTLE_MILLISECONDS); // the words of what is near come when it stands still
                pictures.save("map-million-near-" + look);
                Screenshots.onWindowThread(() -> {
                    map.fit();
                    return null;
                });
            }
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Once it shows something. */
    private static ScatterMap map() throws Exception {
        for (long waited = 0; waited < PATIENCE_MILLISECONDS; waited += 200) {
            ScatterMap found = Screenshots.onWindowThread(() -> (ScatterMap) Screenshots.scene().lookup("#review-map"));
            if (found != null && Screenshots.onWindowThread(() -> found.viewportProperty().get() != null)) {
                return found;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("no map within " + PATIENCE_MILLISECONDS / 1000 + " s");
    }
}
