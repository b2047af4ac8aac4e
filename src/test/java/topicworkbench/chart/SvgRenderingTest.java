package topicworkbench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.jfree.chart.ChartFactory;
import org.jfree.data.category.DefaultCategoryDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.chart.PictureOptions.Format;
import topicworkbench.chart.PictureOptions.Size;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Typeface;

/** An SVG as a browser's renderer draws it, which knows nothing of what wrote it. */
@ExtendWith(ApplicationExtension.class)
class SvgRenderingTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;
    private WebView browser;
    private volatile boolean loaded;

    @Start
    void open(Stage stage) {
        Typeface.load();
        browser = new WebView();
        browser.getEngine().getLoadWorker().stateProperty().subscribe(state -> loaded = state == Worker.State.SUCCEEDED);
        SharedStage.show(stage, new Scene(browser, Size.SLIDE.width(), Size.SLIDE.height()));
    }

    private static Figure bars() {
        return Figure.of("Complaints", style -> List.of(new Figure.Key("refund", Color.RED)), "Source: a test", style -> {
            DefaultCategoryDataset bars = new DefaultCategoryDataset();
            bars.addValue(3, "count", "late delivery");
            bars.addValue(5, "count", "battery");
            var chart = ChartFactory.createBarChart(null, null, null, bars);
            style.bars(chart.getCategoryPlot());
            style.categories(chart.getCategoryPlot().getDomainAxis());
            return chart;
        });
    }

    @Test
    void looksAsThePngDoes(FxRobot robot) throws Exception {
        for (HouseStyle style : List.of(HouseStyle.LIGHT, HouseStyle.DARK)) {
            Path svg = folder.resolve(style == HouseStyle.DARK ? "dark.svg" : "light.svg");
            Files.write(svg, written(style, Format.SVG));
            loaded = false;
            robot.interact(() -> browser.getEngine().load(svg.toUri().toString()));
            waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> loaded);
            BufferedImage png = PictureFile.image(bars(), new PictureOptions(Format.PNG, Size.SLIDE, 1, style, true, true, true));
            waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> difference(snapshot(robot), png) < 0.03);
        }
        assertThat(difference(PictureFile.image(bars(), new PictureOptions(Format.PNG, Size.SLIDE, 1, HouseStyle.LIGHT, true, true,
                true)), PictureFile.image(bars(), new PictureOptions(Format.PNG, Size.SLIDE, 1, HouseStyle.LIGHT, false, false, false))))
                .as("what counts as different").isGreaterThan(0.03);
    }

    private static byte[] written(HouseStyle style, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PictureFile.write(bars(), new PictureOptions(format, Size.SLIDE, 1, style, true, true, true), out);
        return out.toByteArray();
    }

    private BufferedImage snapshot(FxRobot robot) {
        BufferedImage[] taken = new BufferedImage[1];
        robot.interact(() -> {
            WritableImage image = browser.snapshot(null, null);
            taken[0] = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < taken[0].getHeight(); y++) {
                for (int x = 0; x < taken[0].getWidth(); x++) {
                    taken[0].setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
        });
        return taken[0];
    }

    /** Mean difference of brightness, 0 to 1. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xff) - (other.getRGB(x, y) >> 8 & 0xff)) / 255.0;
            }
        }
        return sum / one.getWidth() / one.getHeight();
    }
}
