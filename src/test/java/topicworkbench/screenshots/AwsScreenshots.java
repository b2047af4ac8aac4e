package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/**
 * Takes the pictures of the form for a run on AWS and of such a run, in an account that is played. Arguments: an empty folder to work
 * in, the folder for the pictures, and perhaps a width and a height of the window to look at it in.
 */
public final class AwsScreenshots {
    private static final int EPOCHS = 60;
    private static final int SHOWN = 40;

    private AwsScreenshots() { }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean own = arguments.length > 2;
        System.setProperty("glass.gtk.uiScale", own ? "1" : Double.toString(Screenshots.SCALE));
        double width = own ? Double.parseDouble(arguments[2]) : Screenshots.WIDTH;
        double height = own ? Double.parseDouble(arguments[3]) : Screenshots.HEIGHT;
        Path folder = Path.of(arguments[0]);
        GoldenRun golden = GoldenRun.make(Files.createDirectories(folder.resolve("golden")));
        PlayedAccount account = new PlayedAccount(golden, Duration.ofMillis(400));
        account.pipeline.epochs(EPOCHS);
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        Screenshots pictures = new Screenshots(Files.createDirectories(Path.of(arguments[1])));
        Thread.ofPlatform().daemon().start(() -> takeAll(pictures, account, width, height, own));
        WorkbenchApplication.launch(Optional.of(workspace), (opened, _) -> {
            PipelineRunner here = new LocalPipelineRunner(opened, 1);
            return new Engines(account.runner(opened, here), account.cloud(opened, here));
        });
    }

    private static void takeAll(Screenshots pictures, PlayedAccount account, double width, double height, boolean own) {
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
            form();
            if (own) {
                account.market.quota("ml.g4dn.xlarge for training job usage", 0);
                Screenshots.press("#look-again");
                pictures.save("new-run-aws-lacking");
                account.market.quota("ml.g4dn.xlarge for training job usage", 1);
                Screenshots.press("#look-again");
                Screenshots.press("#jobs-section");
                bottom();
            }
            for (String look : new String[] {"light", "dark"}) {
                Screenshots.dress(look);
                Thread.sleep(1000);
                pictures.save("new-run-aws-" + look);
            }
            Platform.runLater(() -> ((Button) Screenshots.scene().lookup("#start")).fire()); // returns once the question is answered
            agree(pictures, own);
            while (!words("#stage-train .stage-box-words").matches("\\d+%")
                    || Integer.parseInt(words("#stage-train .stage-box-words").replace("%", "")) < 100 * SHOWN / EPOCHS) {
                Thread.sleep(300);
            }
            for (String look : new String[] {"dark", "light"}) {
                Screenshots.dress(look);
                Thread.sleep(700);
                pictures.save("cloud-run-" + look);
            }
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void form() throws Exception {
        Screenshots.press("#go-new-run");
        Screenshots.press("#use-sample");
        Screenshots.press("#filter-section");
        Screenshots.press("#model-section");
        Screenshots.press("#cloud-section");
        Screenshots.onWindowThread(() -> {
            ((TextField) Screenshots.scene().lookup("#num_topics")).setText("10");
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
        Screenshots.onWindowThread(() -> {
            ((ScrollPane) Screenshots.scene().lookup("#form")).setVvalue(1);
            return null;
        });
        Thread.sleep(1000);
    }

    @SuppressWarnings("unchecked") // the settings' choices are words
    private static ComboBox<String> where() {
        return (ComboBox<String>) Screenshots.scene().lookup("#where");
    }

    private static void agree(Screenshots pictures, boolean own) throws Exception {
        while (Window.getWindows().size() < 2) {
            Thread.sleep(200);
        }
        if (own) {
            pictures.save("new-run-aws-question", Window.getWindows().get(1).getScene().getRoot());
        }
        Screenshots.onWindowThread(() -> {
            DialogPane dialog = (DialogPane) Window.getWindows().get(1).getScene().getRoot();
            ((Button) dialog.lookupButton(dialog.getButtonTypes().getFirst())).fire();
            return null;
        });
    }

    private static String words(String label) throws Exception {
        return Screenshots.onWindowThread(() -> Screenshots.scene().lookup(label) instanceof Label found ? found.getText() : "");
    }
}
