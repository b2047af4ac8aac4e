package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.control.TabPane;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.cloud.FakePlatform;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.Engines;
import topicworkbench.workspace.Workspace;

/**
 * Takes the pictures of the Cloud screen, of an account that is made up. Arguments: a workspace, the folder for the pictures, and
 * perhaps a width and a height of the window, at which every state of the screen is taken to be looked at.
 */
final class CloudScreenshots {
    private static final String RUN = "20260412-101500-a1b2";

    private CloudScreenshots() { }

    public static void main(String[] arguments) throws IOException {
        boolean all = arguments.length > 2;
        Workspace workspace = new Workspace(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        FakeCloud cloud = account();
        double width = all ? Double.parseDouble(arguments[2]) : Camera.WIDTH;
        double height = all ? Double.parseDouble(arguments[3]) : Camera.HEIGHT;
        Camera.open(workspace, folder, width, height, all ? 1 : Camera.SCALE,
                (opened, _) -> new Engines(new LocalPipelineRunner(opened, 1), cloud), camera -> takeAll(camera, cloud, all));
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
        cloud.runs.add(new CloudRuns.Found(RUN, 1, "RUNNING", since, RUN));
        cloud.runs.add(new CloudRuns.Found("20260401-081200-k7d3", 2, "SUCCEEDED", since.minusSeconds(900_000), "20260401-081200-k7d3"));
        cloud.runs.add(new CloudRuns.Found("20260328-191500-p2xa", 1, "SUCCEEDED", since.minusSeconds(1_300_000), null));
        cloud.runs.add(new CloudRuns.Found("20260327-070000-b11c", 1, "FAILED", since.minusSeconds(1_400_000), null));
        return cloud;
    }

    private static void takeAll(Camera camera, FakeCloud cloud, boolean all) throws Exception {
        for (String look : new String[] {"light", "dark"}) {
            Camera.dress(look);
            Camera.press("#go-cloud");
            if (look.equals("light")) {
                if (all) {
                    camera.save("cloud-signed-out-" + look);
                }
                Camera.press("#cloud-sign-in");
            }
            tab(0);
            camera.save("cloud-" + look);
            if (all) {
                states(camera, cloud, look);
            }
        }
    }

    private static void tab(int which) throws Exception {
        Camera.onWindowThread(() -> {
            ((TabPane) Camera.scene().lookup(".cloud-page .tab-pane")).getSelectionModel().select(which);
            return null;
        });
        Thread.sleep(1000);
    }

    /** Every other state, to be looked at. */
    private static void states(Camera camera, FakeCloud cloud, String look) throws Exception {
        tab(1);
        Camera.press("#ask-endpoint");
        camera.save("cloud-endpoints-" + look);
        tab(2);
        Camera.onWindowThread(() -> {
            ((javafx.scene.control.TableView<?>) Camera.scene().lookup("#cloud-runs")).getSelectionModel().select(2);
            return null;
        });
        Camera.press("#show-cost");
        camera.save("cloud-runs-" + look);
        tab(0);
        cloud.platform.deployed("0.8-1a2b3c4d");
        Camera.press("#cloud-deploy");
        camera.save("cloud-deploy-" + look);
        Camera.press("#deploy-plan");
        camera.save("cloud-plan-" + look);
        cloud.platform.mayEnd.drainPermits();
        Camera.press("#deploy-apply");
        camera.save("cloud-applying-" + look);
        cloud.platform.mayEnd.release(10);
        Thread.sleep(3000);
        camera.save("cloud-deployed-" + look);
        Camera.press("#deploy-back");
        Camera.press("#cloud-delete");
        camera.save("cloud-deletion-" + look);
        Camera.press("#delete-back");
    }
}
