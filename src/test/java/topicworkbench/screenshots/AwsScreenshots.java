package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.PlayedAccount;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.Engines;
import topicworkbench.workspace.Workspace;

/**
 * Takes the pictures of the form for a run on AWS and of such a run, in an account that is played. Arguments: an empty folder to work
 * in, the folder for the pictures, and perhaps a width and a height of the window to look at it in.
 */
final class AwsScreenshots {
    private static final int EPOCHS = 60;
    private static final int SHOWN = 40;

    private AwsScreenshots() { }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean own = arguments.length > 2;
        Path folder = Path.of(arguments[0]);
        GoldenRun golden = GoldenRun.make(Files.createDirectories(folder.resolve("golden")));
        PlayedAccount account = new PlayedAccount(golden, Duration.ofMillis(400));
        account.pipeline.epochs(EPOCHS);
        double width = own ? Double.parseDouble(arguments[2]) : Camera.WIDTH;
        double height = own ? Double.parseDouble(arguments[3]) : Camera.HEIGHT;
        Camera.open(new Workspace(folder.resolve("workspace")), Path.of(arguments[1]), width, height, own ? 1 : Camera.SCALE,
                (opened, _) -> {
                    PipelineRunner here = new LocalPipelineRunner(opened, 1);
                    return new Engines(account.runner(opened, here), account.cloud(opened, here));
                }, camera -> takeAll(camera, account, own));
    }

    private static void takeAll(Camera camera, PlayedAccount account, boolean own) throws Exception {
        form();
        if (own) {
            account.market.quota("ml.g4dn.xlarge for training job usage", 0);
            Camera.press("#look-again");
            camera.save("new-run-aws-lacking");
            account.market.quota("ml.g4dn.xlarge for training job usage", 1);
            Camera.press("#look-again");
            Camera.press("#jobs-section");
            bottom();
        }
        for (String look : new String[] {"light", "dark"}) {
            Camera.dress(look);
            Thread.sleep(1000);
            camera.save("new-run-aws-" + look);
        }
        Platform.runLater(() -> ((Button) Camera.scene().lookup("#start")).fire()); // returns once the question is answered
        agree(camera, own);
        while (!words("#stage-train .stage-box-words").matches("\\d+%")
                || Integer.parseInt(words("#stage-train .stage-box-words").replace("%", "")) < 100 * SHOWN / EPOCHS) {
            Thread.sleep(300);
        }
        for (String look : new String[] {"dark", "light"}) {
            Camera.dress(look);
            Thread.sleep(700);
            camera.save("cloud-run-" + look);
        }
    }

    private static void form() throws Exception {
        Camera.press("#go-new-run");
        Camera.press("#use-sample");
        Camera.press("#filter-section");
        Camera.press("#model-section");
        Camera.press("#cloud-section");
        Camera.onWindowThread(() -> {
            ((TextField) Camera.scene().lookup("#num_topics")).setText("10");
            where().setValue("aws");
            where().requestFocus();
            return null;
        });
        while (words("#expected-cost").isEmpty()) {
            Thread.sleep(500);
        }
        bottom();
    }

    private static void bottom() throws Exception {
        Camera.onWindowThread(() -> {
            ((ScrollPane) Camera.scene().lookup("#form")).setVvalue(1);
            return null;
        });
        Thread.sleep(1000);
    }

    @SuppressWarnings("unchecked") // the settings' choices are words
    private static ComboBox<String> where() {
        return (ComboBox<String>) Camera.scene().lookup("#where");
    }

    private static void agree(Camera camera, boolean own) throws Exception {
        while (Window.getWindows().size() < 2) {
            Thread.sleep(200);
        }
        if (own) {
            camera.save("new-run-aws-question", Window.getWindows().get(1).getScene().getRoot());
        }
        Camera.onWindowThread(() -> {
            DialogPane dialog = (DialogPane) Window.getWindows().get(1).getScene().getRoot();
            ((Button) dialog.lookupButton(dialog.getButtonTypes().getFirst())).fire();
            return null;
        });
    }

    private static String words(String label) throws Exception {
        return Camera.onWindowThread(() -> Camera.scene().lookup(label) instanceof Label found ? found.getText() : "");
    }
}
