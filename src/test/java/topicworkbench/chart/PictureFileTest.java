package topicworkbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jfree.chart.ChartFactory;
import org.jfree.data.category.DefaultCategoryDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import topicworkbench.chart.PictureOptions.Format;
import topicworkbench.chart.PictureOptions.Size;

class PictureFileTest {
    private static final String HOSTILE = "</text><script>alert(1)</script>]]>\u202e\u0001 \ud83d\ude21 退款 " + "x".repeat(200);

    private static Figure figure(String words) {
        return Figure.of(words, style -> List.of(new Figure.Key(words, Color.RED), new Figure.Key("refund", Color.BLUE)),
                "Source: " + words, style -> {
                    DefaultCategoryDataset bars = new DefaultCategoryDataset();
                    bars.addValue(3, "count", words);
                    bars.addValue(5, "count", "battery");
                    var chart = ChartFactory.createBarChart(null, null, null, bars);
                    style.bars(chart.getCategoryPlot());
                    style.categories(chart.getCategoryPlot().getDomainAxis());
                    return chart;
                });
    }

    private static byte[] written(Figure figure, PictureOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PictureFile.write(figure, options, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void pngHasAsManyPixelsAsAskedFor(Size size) throws IOException {
        PictureOptions options = new PictureOptions(Format.PNG, size, 4, HouseStyle.DARK, true, true, true);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(written(figure("Complaints"), options)));
        assertThat(image.getWidth()).isEqualTo(4 * size.width());
        assertThat(image.getHeight()).isEqualTo(4 * size.height());
        assertThat(image.getRGB(1, 1)).isEqualTo(HouseStyle.DARK.page().getRGB());
    }

    @Test
    void svgHasItsTextAsTextAndNothingElseOfIt() throws Exception {
        byte[] svg = written(figure(HOSTILE), PictureOptions.of(Format.SVG));
        Document document = DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(document.getElementsByTagNameNS("*", "script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains("refund", "battery", "Source: ");
        assertThat(new String(svg, StandardCharsets.UTF_8)).contains("Roboto, sans-serif").doesNotContain("\u202e");
    }

    @Test
    void pdfHasItsTextAsTextAndLooksLikeThePng() throws IOException {
        byte[] pdf = written(figure("Complaints"), PictureOptions.of(Format.PDF));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Complaints", "refund", "battery");
            BufferedImage drawn = new PDFRenderer(document).renderImage(0, 2);
            BufferedImage png = PictureFile.image(figure("Complaints"), PictureOptions.of(Format.PNG));
            assertThat(difference(drawn, png)).isLessThan(0.02);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void wordsOfAnyLengthAndScriptAreDrawn(Format format) throws IOException {
        assertThat(written(figure(HOSTILE), PictureOptions.of(format))).isNotEmpty();
    }

    @Test
    void whatIsNotWantedIsLeftOut() throws IOException {
        PictureOptions bare = new PictureOptions(Format.SVG, Size.SLIDE, 1, HouseStyle.LIGHT, false, false, false);
        assertThat(new String(written(figure("Complaints"), bare), StandardCharsets.UTF_8)).contains("battery")
                .doesNotContain("Source: ", "refund");
    }

    /** Mean difference of brightness, 0 to 1. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) >> 8 & 0xff) - (other.getRGB(x, y) >> 8 & 0xff)) / 255.0;
            }
        }
        return sum / one.getWidth() / one.getHeight();
    }
}
