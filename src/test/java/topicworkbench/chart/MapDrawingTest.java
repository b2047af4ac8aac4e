package topicworkbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import topicworkbench.chart.PictureOptions.Format;
import topicworkbench.chart.PictureOptions.Size;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.MapLabel.Level;
import topicworkbench.scatter.PointGrid;
import topicworkbench.scatter.Viewport;

class MapDrawingTest {
    private static final int LEFT = 0xc02020;
    private static final int RIGHT = 0x2020c0;
    private static final List<MapLabel> LABELS = List.of(new MapLabel("left clump", 0, 5, Level.FAR, 0, 10),
            new MapLabel("right <clump>", 10, 5, Level.FAR, 1, 8), new MapLabel("only when near", 0, 0, Level.NEAR, -1, 2));

    private static Figure figure(Viewport part) {
        float[] x = new float[2000];
        float[] y = new float[2000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i % 2) * 10 + (i * 37 % 100) / 100f;
            y[i] = (i * 61 % 1000) / 100f;
        }
        ColoredPoints points = new ColoredPoints(new PointGrid(x, y), point -> point % 2 == 0 ? LEFT : RIGHT);
        return new Figure("Map", style -> List.of(), "source", new MapDrawing(style -> new MapDrawing.Points(points, null), LABELS, part));
    }

    private static byte[] written(Figure figure, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PictureFile.write(figure, PictureOptions.of(format), out);
        return out.toByteArray();
    }

    @Test
    void svgHasPointsAsImageAndLabelsAsText() throws IOException {
        String svg = new String(written(figure(null), Format.SVG), StandardCharsets.UTF_8);
        assertThat(svg).contains("<image", ">left clump</text", ">right &lt;clump&gt;</text").doesNotContain("only when near");
        String near = new String(written(figure(new Viewport(0, 0.1, 300, 800, 600)), Format.SVG), StandardCharsets.UTF_8);
        assertThat(near).contains(">only when near</text").doesNotContain("right &lt;clump");
    }

    @Test
    void pdfHasLabelsAsText() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(figure(null), Format.PDF))) {
            assertThat(new PDFTextStripper().getText(document)).contains("left clump", "right <clump>");
        }
    }

    @Test
    void pngHasThePointsInTheirPlacesAtEverySize() {
        for (int scale : new int[] {1, 2, 4}) {
            BufferedImage image = PictureFile.image(figure(null), new PictureOptions(Format.PNG, Size.SLIDE, scale, HouseStyle.DARK,
                    false, false, false));
            assertThat(image.getWidth()).isEqualTo(960 * scale);
            assertThat(reddish(image, 0, image.getWidth() / 2)).isGreaterThan(200L * scale);
            assertThat(reddish(image, image.getWidth() / 2, image.getWidth())).isZero();
        }
    }

    private static long reddish(BufferedImage image, int from, int to) {
        long count = 0;
        for (int line = 0; line < image.getHeight(); line++) {
            for (int column = from; column < to; column++) {
                int rgb = image.getRGB(column, line);
                count += (rgb >> 16 & 0xff) - (rgb & 0xff) > 60 ? 1 : 0;
            }
        }
        return count;
    }
}
