package topicworkbench.screenshots;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.run.RunSummary;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.Engines;
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/**
 * Takes the pictures in screenshots/ from the real window at double size. Arguments: a workspace whose newest run is of
 * digital-software and which has a run of the sample, and the folder for the pictures. It needs a display of 2560 x 1600 points or more. Reviews are
 * shown only of the synthetic sample.
 */
public final class Screenshots {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;
    static final double SCALE = 2;
    private static final int FIRST_BRUSHED_WEEK = 58;
    private static final int LAST_BRUSHED_WEEK = 95;
    private static final long SETTLE_MILLISECONDS = 5000;

    private final Path folder;

    Screenshots(Path folder) {
        this.folder = folder;
    }

    /** Opens the window here while a thread of its own works it. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("glass.gtk.uiScale", Double.toString(SCALE)); // charts are as sharp as the display
        Workspace workspace = new Workspace(Path.of(arguments[0]));
        Screenshots pictures = new Screenshots(Files.createDirectories(Path.of(arguments[1])));
        Thread.ofPlatform().daemon().start(pictures::takeAll);
        WorkbenchApplication.launch(Optional.of(workspace), (opened, _) -> new Engines(new LocalPipelineRunner(opened, 1), new FakeCloud()));
    }

    private void takeAll() {
        try {
            while (Window.getWindows().isEmpty()) {
                Thread.sleep(200);
            }
            onWindowThread(() -> {
                Window window = Window.getWindows().getFirst();
                window.setWidth(WIDTH);
                window.setHeight(HEIGHT);
                new Robot().mouseMove(WIDTH - 1, HEIGHT - 1); // where it hovers over nothing
                return null;
            });
            for (String look : new String[] {"light", "dark"}) {
                dress(look);
                explore(look);
                take("#go-runs", "runs-" + look);
                onWindowThread(() -> {
                    ((TableView<?>) scene().lookup("#runs")).getSelectionModel().select(0);
                    return null;
                });
                take("#watch-run", "run-" + look);
                press("#go-runs");
                onWindowThread(() -> {
                    ((TableView<?>) scene().lookup("#runs")).getSelectionModel().select(1);
                    return null;
                });
                take("#compare-runs", "compare-" + look);
                press("#go-new-run");
                press("#use-sample");
                while (((Labeled) scene().lookup("#figure-tokens")).getText().length() < 2) { // still being counted
                    Thread.sleep(SETTLE_MILLISECONDS);
                }
                save("new-run-" + look);
                onWindowThread(() -> {
                    ((TabPane) scene().lookup(".preview .tab-pane")).getSelectionModel().selectLast();
                    return null;
                });
                press("#text-section");
                save("new-run-words-" + look);
                press("#text-section");
                onWindowThread(() -> {
                    ((TabPane) scene().lookup(".preview .tab-pane")).getSelectionModel().selectFirst();
                    return null;
                });
            }
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** The room on the sample: its map, then a stretch of time and few stars, which all views answer. */
    @SuppressWarnings("unchecked") // the switch holds runs
    private void explore(String look) throws Exception {
        press("#go-explore");
        onWindowThread(() -> {
            ComboBox<RunSummary> runs = (ComboBox<RunSummary>) scene().lookup("#run-switch");
            runs.setValue(runs.getItems().stream().filter(run -> run.name().startsWith("Sample")).findFirst().orElseThrow());
            return null;
        });
        Thread.sleep(2 * SETTLE_MILLISECONDS);
        take("#view-map", "explore-" + look);
        brush("#time-strip .plot-area", FIRST_BRUSHED_WEEK, LAST_BRUSHED_WEEK);
        press("#view-stars");
        brush("#stars-view .plot-area", 0, 1);
        take("#view-impact", "cross-filter-" + look);
        press("#clear-filters");
        take("#view-over-time", "over-time-" + look);
        press("#view-topic-map");
        take("#view-label", "label-" + look);
        press("#view-reviews");
        press("#view-map");
    }

    /** By the keyboard: the arrow goes from bin to bin, with Shift it stretches the mark, Enter filters by it. */
    static void brush(String plot, int from, int to) throws Exception {
        onWindowThread(() -> {
            for (int bin = 0; bin <= to; bin++) {
                scene().lookup(plot).fireEvent(key(KeyCode.RIGHT, bin > from));
            }
            scene().lookup(plot).fireEvent(key(KeyCode.ENTER, false));
            return null;
        });
        Thread.sleep(SETTLE_MILLISECONDS);
    }

    static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }

    private void take(String button, String name) throws Exception {
        press(button);
        save(name);
    }

    void save(String name) throws Exception {
        save(name, scene().getRoot());
    }

    void save(String name, Parent root) throws Exception {
        ImageIO.write(picture(SCALE, root), "png", folder.resolve(name + ".png").toFile());
        System.out.println(folder.resolve(name + ".png"));
    }

    /** What the window shows. */
    static BufferedImage picture(double scale) throws Exception {
        return picture(scale, scene().getRoot());
    }

    private static BufferedImage picture(double scale, Parent root) throws Exception {
        WritableImage image = onWindowThread(() -> {
            SnapshotParameters scaled = new SnapshotParameters();
            scaled.setTransform(Transform.scale(scale, scale));
            return root.snapshot(scaled, null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), line,
                    0, width);
            picture.setRGB(0, y, width, 1, line, 0, width);
        }
        return picture;
    }

    static void dress(String look) throws Exception {
        onWindowThread(() -> {
            ((ButtonBase) scene().lookup("#theme")).getContextMenu().getItems().stream()
                    .filter(item -> item.getId().equals("theme-" + look)).findFirst().orElseThrow().fire();
            return null;
        });
    }

    static void press(String button) throws Exception {
        onWindowThread(() -> {
            ((ButtonBase) scene().lookup(button)).fire();
            return null;
        });
        Thread.sleep(SETTLE_MILLISECONDS);
    }

    static Scene scene() {
        return Window.getWindows().getFirst().getScene();
    }

    static <T> T onWindowThread(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }
}
