package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.TabPane;
import javafx.stage.Window;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.cloud.FakePlatform;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.Engines;
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/**
 * Takes the pictures of the Cloud screen, of an account that is made up. Arguments: a workspace, the folder for the pictures, and
 * perhaps a width and a height of the window, at which every state of the screen is taken to be looked at.
 */
public final class CloudScreenshots {
    private static final String RUN = "20260412-101500-a1b2";

    private CloudScreenshots() { }

    public static void main(String[] arguments) throws IOException {
        boolean all = arguments.length > 2;
        System.setProperty("glass.gtk.uiScale", all ? "1" : Double.toString(Screenshots.SCALE));
        double width = all ? Double.parseDouble(arguments[2]) : Screenshots.WIDTH;
        double height = all ? Double.parseDouble(arguments[3]) : Screenshots.HEIGHT;
        Screenshots pictures = new Screenshots(Files.createDirectories(Path.of(arguments[1])));
        FakeCloud cloud = account();
        Thread.ofPlatform().daemon().start(() -> takeAll(pictures, cloud, width, height, all));
        WorkbenchApplication.launch(Optional.of(new Workspace(Path.of(arguments[0]))),
                (opened, _) -> new Engines(new LocalPipelineRunner(opened, 1), cloud));
    }

    private static FakeCloud account() {
        FakeCloud cloud = FakeCloud.signedIn();
        cloud.platform.deployed(FakePlatform.RELEASE);
        Instant since = Instant.parse("2026-04-12T10:40:00Z");
        cloud.spending.running.add(new Running("execution", RUN, "RUNNING", RUN, since, 0));
        cloud.spending.running.add(new Running("training job", "tw-" + RUN + "-ntm-0", "InProgress", RUN, since.plusSeconds(900), 0.736));
        cloud.spending.running.add(new Running("endpoint", "tw-20260401-081200-k7d3", "InService", "20260401-081200-k7d3", since, 0.115));
        cloud.endpoints.add("tw-20260401-081200-k7d3", "InService", "20260401-081200-k7d3", 0.115);
        cloud.endpoints.add("tw-20260328-191500-p2xa", "InService", "20260328-191500-p2xa", 0);
        cloud.runs.add(new CloudRuns.Found(RUN, 1, "RUNNING", since, true));
        cloud.runs.add(new CloudRuns.Found("20260401-081200-k7d3", 2, "SUCCEEDED", since.minusSeconds(900_000), true));
        cloud.runs.add(new CloudRuns.Found("20260328-191500-p2xa", 1, "SUCCEEDED", since.minusSeconds(1_300_000), false));
        cloud.runs.add(new CloudRuns.Found("20260327-070000-b11c", 1, "FAILED", since.minusSeconds(1_400_000), false));
        return cloud;
    }

    private static void takeAll(Screenshots pictures, FakeCloud cloud, double width, double height, boolean all) {
        try {
            while (Window.getWindows().isEmpty()) {
                Thread.sleep(200);
            }
            Screenshots.onWindowThread(() -> {
                Window window = Window.getWindows().getFirst();
                window.setWidth(width);
                window.setHeight(height);
                return null;
            });
            for (String look : new String[] {"light", "dark"}) {
                Screenshots.dress(look);
                Screenshots.press("#go-cloud");
                if (look.equals("light")) {
                    if (all) {
                        pictures.save("cloud-signed-out-" + look);
                    }
                    Screenshots.press("#cloud-sign-in");
                }
                tab(0);
                pictures.save("cloud-" + look);
                if (all) {
                    states(pictures, cloud, look);
                }
            }
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void tab(int which) throws Exception {
        Screenshots.onWindowThread(() -> {
            ((TabPane) Screenshots.scene().lookup(".cloud-page .tab-pane")).getSelectionModel().select(which);
            return null;
        });
        Thread.sleep(1000);
    }

    /** Every other state, to be looked at. */
    private static void states(Screenshots pictures, FakeCloud cloud, String look) throws Exception {
        tab(1);
        Screenshots.press("#ask-endpoint");
        pictures.save("cloud-endpoints-" + look);
        tab(2);
        Screenshots.onWindowThread(() -> {
            ((javafx.scene.control.TableView<?>) Screenshots.scene().lookup("#cloud-runs")).getSelectionModel().select(2);
            return null;
        });
        Screenshots.press("#show-cost");
        pictures.save("cloud-runs-" + look);
        tab(0);
        cloud.platform.deployed("0.8-1a2b3c4d");
        Screenshots.press("#cloud-deploy");
        pictures.save("cloud-deploy-" + look);
        Screenshots.press("#deploy-plan");
        pictures.save("cloud-plan-" + look);
        cloud.platform.mayEnd.drainPermits();
        Screenshots.press("#deploy-apply");
        pictures.save("cloud-applying-" + look);
        cloud.platform.mayEnd.release(10);
        Thread.sleep(3000);
        pictures.save("cloud-deployed-" + look);
        Screenshots.press("#deploy-back");
        Screenshots.press("#cloud-delete");
        pictures.save("cloud-deletion-" + look);
        Screenshots.press("#delete-back");
    }
}
