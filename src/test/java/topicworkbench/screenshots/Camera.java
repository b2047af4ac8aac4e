package topicworkbench.screenshots;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.ui.shell.Engines;
import topicworkbench.ui.shell.WorkbenchApplication;
import topicworkbench.workspace.Workspace;

/** Opens the real window, works it by its buttons and keys, and takes pictures of what it shows. */
final class Camera {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;
    static final double SCALE = 2;
    static final long SETTLE_MILLISECONDS = 5000;

    private final Path folder;

    private Camera(Path folder) {
        this.folder = folder;
    }

    /** What is done with the window. */
    interface Script {
        void play(Camera camera) throws Exception;
    }

    /**
     * Opens the window at double size and ends the program when the script has ended.
     *
     * @param folder for the pictures
     */
    static void open(Workspace workspace, Path folder, BiFunction<Workspace, Supplier<CloudPlace>, Engines> engines, Script script)
            throws IOException {
        open(workspace, folder, WIDTH, HEIGHT, SCALE, engines, script);
    }

    /** @param scale of the display, to which charts are drawn */
    static void open(Workspace workspace, Path folder, double width, double height, double scale,
            BiFunction<Workspace, Supplier<CloudPlace>, Engines> engines, Script script) throws IOException {
        System.setProperty("glass.gtk.uiScale", Double.toString(scale));
        Camera camera = new Camera(Files.createDirectories(folder));
        Thread.ofPlatform().daemon().start(() -> camera.work(width, height, script));
        WorkbenchApplication.launch(Optional.of(workspace), engines);
    }

    private void work(double width, double height, Script script) {
        try {
            while (Window.getWindows().isEmpty()) {
                Thread.sleep(200);
            }
            onWindowThread(() -> {
                Window window = Window.getWindows().getFirst();
                window.setWidth(width);
                window.setHeight(height);
                new Robot().mouseMove(width - 1, height - 1); // where it hovers over nothing
                return null;
            });
            script.play(this);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
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

    void take(String button, String name) throws Exception {
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

    /** Once it is there: a room may still be on its way. */
    static void press(String button) throws Exception {
        while (onWindowThread(() -> scene().lookup(button)) == null) {
            Thread.sleep(SETTLE_MILLISECONDS);
        }
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
