package topicworkbench.ui.chart;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import topicworkbench.chart.Figure;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.PictureFile;
import topicworkbench.chart.PictureOptions;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Messages;

/** Takes charts out of the window: to a file as a person wants it, or to the clipboard. */
public final class ChartExport {
    private final Dialogs dialogs;
    private final BackgroundTasks tasks;
    private final Messages messages;
    /** As the last one was wanted; none before the first, since its style loads the typefaces of pictures. */
    private Optional<PictureOptions> last = Optional.empty();

    public ChartExport(Dialogs dialogs, BackgroundTasks tasks, Messages messages) {
        this.dialogs = dialogs;
        this.tasks = tasks;
        this.messages = messages;
    }

    /**
     * Gives a chart the menu of the right button by which it is exported and copied.
     *
     * @param figure what it shows when it is asked
     */
    public void offer(Node chart, Supplier<Figure> figure, ReadOnlyBooleanProperty dark) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items(chart, figure, dark));
        chart.setOnContextMenuRequested(event -> {
            menu.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** The same for a chart that has a menu. */
    public List<MenuItem> items(Node chart, Supplier<Figure> figure, ReadOnlyBooleanProperty dark) {
        MenuItem export = new MenuItem("Export…");
        export.setOnAction(event -> open(chart, figure.get(), dark.get()));
        MenuItem copy = new MenuItem("Copy picture");
        copy.setOnAction(event -> copy(figure.get(), wanted(dark.get())));
        return List.of(export, copy);
    }

    /** Asks how the chart is wanted, shows what it will look like, and saves or copies it. */
    public void open(Node chart, Figure figure, boolean dark) {
        new ExportDialog(figure, wanted(dark), tasks).show(chart.getScene().getWindow()).ifPresent(choice -> {
            last = Optional.of(choice.options());
            switch (choice.way()) {
                case SAVE -> save(figure, choice.options());
                case COPY -> copy(figure, choice.options());
            }
        });
    }

    private PictureOptions wanted(boolean dark) {
        return last.orElseGet(() -> PictureOptions.of(PictureOptions.Format.PNG)).in(HouseStyle.of(dark));
    }

    private void save(Figure figure, PictureOptions options) {
        dialogs.chooseNewFile("Save chart", fileName(figure.title(), options.format().ending())).ifPresent(target -> tasks.run(() -> {
            write(target, figure, options);
            return target;
        }, done -> messages.tell("Saved " + done + "."), messages::tell));
    }

    /** As pixels, which every program takes. */
    public void copy(Figure figure, PictureOptions options) {
        tasks.run(() -> image(PictureFile.image(figure, options.as(PictureOptions.Format.PNG))), image -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(image);
            Clipboard.getSystemClipboard().setContent(content);
            messages.tell("Copied “" + figure.title() + "”.");
        }, messages::tell);
    }

    /** The same as JavaFX has it; for a large picture that takes a while, on any thread. */
    static WritableImage image(BufferedImage pixels) {
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(),
                pixels.getRGB(0, 0, width, height, null, 0, width), 0, width);
        return image;
    }

    static void write(Path target, Figure figure, PictureOptions options) {
        write(target, temporary -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                PictureFile.write(figure, options, out);
            }
        });
    }

    /** Asks where to, and writes every point of the lines there. */
    void savePoints(LineChart.Frame frame, List<LineSeries> lines) {
        dialogs.chooseNewFile("Save points", fileName(frame.title(), "csv")).ifPresent(target -> tasks.run(() -> {
            write(target, temporary -> LineTable.write(temporary, frame, lines));
            return target;
        }, done -> messages.tell("Saved " + done + "."), messages::tell));
    }

    private static void write(Path target, AtomicFile.Content<RuntimeException> content) {
        try {
            AtomicFile.write(target, content);
        } catch (UncheckedIOException e) {
            throw unwritable(target, e.getCause());
        }
    }

    private static ExplainedException unwritable(Path target, IOException cause) {
        return new ExplainedException("The chart could not be saved as " + target + ".",
                "Choose a folder that may be written, on a disk with room.", cause);
    }

    private static String fileName(String title, String ending) {
        String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "chart" : name.substring(0, Math.min(60, name.length()))) + "." + ending;
    }
}
