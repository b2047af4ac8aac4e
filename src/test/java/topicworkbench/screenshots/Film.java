package topicworkbench.screenshots;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import topicworkbench.chart.PictureOptions;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.export.file.ExportFormat;
import topicworkbench.export.file.ExportOptions;
import topicworkbench.export.file.RunExport;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.shell.Engines;
import topicworkbench.workspace.Workspace;

/**
 * Makes the short film in screenshots/, from the file to the slide, by working the real window on the synthetic sample. Arguments: an
 * empty folder for the workspace, and the file. It needs a display of 1280 x 800 points or more, and LibreOffice for the slides at its end.
 */
final class Film {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    /** Hundredths of a second that a picture stays. */
    private static final int LOOK = 220;
    private static final int STEP = 40;
    private static final int QUICK = 15;
    private static final int MOST_PICTURES_OF_A_RUN = 40;

    private final Path workspace;
    private final ImageWriter gif = ImageIO.getImageWritersByFormatName("gif").next();
    private boolean begun;

    private Film(Path workspace) {
        this.workspace = workspace;
    }

    public static void main(String[] arguments) throws IOException {
        Film film = new Film(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]).toAbsolutePath();
        Camera.open(new Workspace(film.workspace), file.getParent(), Camera.WIDTH, Camera.HEIGHT, 1,
                (opened, _) -> new Engines(new LocalPipelineRunner(opened, 2), new FakeCloud()), _ -> film.shoot(file));
    }

    private void shoot(Path file) throws Exception {
        try (ImageOutputStream out = ImageIO.createImageOutputStream(Files.newOutputStream(file))) {
            gif.setOutput(out);
            gif.prepareWriteSequence(null);
            play();
            gif.endWriteSequence();
        }
    }

    private void play() throws Exception {
        Thread.sleep(2000);
        picture(LOOK / 2);
        Camera.press("#go-new-run");
        picture(LOOK / 2);
        Camera.press("#use-sample");
        while (((Labeled) Camera.scene().lookup("#figure-tokens")).getText().length() < 2) {
            Thread.sleep(500);
        }
        picture(LOOK);
        run();
        fire("Explore topics");
        Camera.press("#view-map");
        picture(LOOK);
        for (int i = 0; i < 6; i++) {
            key("#review-map", KeyCode.PLUS);
            Thread.sleep(400);
            picture(STEP);
        }
        key("#review-map", KeyCode.DIGIT0);
        Camera.press("#view-over-time");
        picture(LOOK);
        Camera.brush("#time-strip .plot-area", 58, 95);
        picture(LOOK);
        Camera.press("#view-impact");
        picture(LOOK);
        Camera.press("#clear-filters");
        Camera.onWindowThread(() -> {
            ((TableView<?>) Camera.scene().lookup("#topics")).getSelectionModel().select(0);
            return null;
        });
        Camera.press("#view-label");
        picture(LOOK);
        slides();
    }

    /** The run as it goes, a picture as often as its progress moves. */
    private void run() throws Exception {
        Camera.onWindowThread(() -> {
            ((ButtonBase) Camera.scene().lookup("#start")).fire();
            return null;
        });
        for (int i = 0; i < MOST_PICTURES_OF_A_RUN || button("Explore topics") == null; i++) {
            Thread.sleep(500);
            if (i < MOST_PICTURES_OF_A_RUN) {
                picture(QUICK);
            }
            if (button("Explore topics") != null) {
                break;
            }
        }
        picture(LOOK);
    }

    /** What is taken to the meeting, as an office program shows it. */
    private void slides() throws Exception {
        Path deck = workspace.resolve("deck.pptx");
        RunExport.write(new Workspace(workspace).find(new Workspace(workspace).runs().getFirst().id()), deck,
                new ExportOptions(Set.of(ExportFormat.PPTX), PictureOptions.of(PictureOptions.Format.PNG), Optional.empty(), true),
                (what, done, total) -> { });
        Process office = new ProcessBuilder("soffice", "--headless", "--convert-to", "pdf", "--outdir", workspace.toString(),
                deck.toString()).inheritIO().start();
        office.waitFor();
        try (PDDocument pages = Loader.loadPDF(workspace.resolve("deck.pdf").toFile())) {
            PDFRenderer renderer = new PDFRenderer(pages);
            for (int page = 0; page < Math.min(5, pages.getNumberOfPages()); page++) {
                add(renderer.renderImage(page, 2), LOOK / 2);
            }
        }
    }

    private static Node button(String text) throws Exception {
        return Camera.onWindowThread(() -> Camera.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Labeled label && text.equals(label.getText())).findFirst().orElse(null));
    }

    private static void fire(String text) throws Exception {
        Node button = button(text);
        Platform.runLater(() -> ((ButtonBase) button).fire());
        Thread.sleep(8000);
    }

    private static void key(String where, KeyCode code) throws Exception {
        Camera.onWindowThread(() -> {
            Camera.scene().lookup(where).fireEvent(Camera.key(code, false));
            return null;
        });
    }

    private void picture(int hundredths) throws Exception {
        add(Camera.picture(1), hundredths);
    }

    private void add(BufferedImage whole, int hundredths) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = picture.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double scale = Math.min((double) WIDTH / whole.getWidth(), (double) HEIGHT / whole.getHeight());
        int width = (int) Math.round(whole.getWidth() * scale);
        int height = (int) Math.round(whole.getHeight() * scale);
        to.drawImage(whole, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        to.dispose();
        IIOMetadata about = gif.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
        IIOMetadataNode root = (IIOMetadataNode) about.getAsTree(about.getNativeMetadataFormatName());
        IIOMetadataNode control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", Integer.toString(hundredths));
        control.setAttribute("disposalMethod", "none");
        if (!begun) { // played again and again, which Netscape's extension says
            IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
            extension.setAttribute("applicationID", "NETSCAPE");
            extension.setAttribute("authenticationCode", "2.0");
            extension.setUserObject(new byte[] {1, 0, 0});
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            extensions.appendChild(extension);
            root.appendChild(extensions);
            begun = true;
        }
        about.setFromTree(about.getNativeMetadataFormatName(), root);
        gif.writeToSequence(new IIOImage(picture, null, about), (ImageWriteParam) null);
    }
}
