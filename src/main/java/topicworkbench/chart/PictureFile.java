package topicworkbench.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;

/** Writes a figure as PNG, as SVG, or as PDF; the latter two keep its text as text. */
public final class PictureFile {

    private PictureFile() { }

    /** The stream stays open. */
    public static void write(Figure figure, PictureOptions options, OutputStream out) throws IOException {
        switch (options.format()) {
            case PNG -> ImageIO.write(image(figure, options), "png", out);
            case SVG -> out.write(svg(figure, options).getBytes(StandardCharsets.UTF_8));
            case PDF -> writePdf(figure, options, out);
        }
    }

    /** The pixels of a PNG. */
    public static BufferedImage image(Figure figure, PictureOptions options) {
        int scale = options.scale();
        BufferedImage image = new BufferedImage(options.size().width() * scale, options.size().height() * scale,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        Picture.draw(figure, options, graphics);
        graphics.dispose();
        return image;
    }

    private static String svg(Figure figure, PictureOptions options) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptySvg());
        context.setImageHandler(new ImageWithin());
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(options.size().width(), options.size().height()));
        Picture.draw(figure, options, graphics);
        StringWriter svg = new StringWriter();
        graphics.stream(svg, true);
        return svg.toString()
                // which some readers fetch from the network
                .replaceFirst("<!DOCTYPE[^>]*>", "")
                // a reader that lacks the typeface takes one without serifs
                .replace("'" + HouseFont.FAMILY + "'", HouseFont.FAMILY + ", sans-serif")
                // what no XML may hold, or what turns the direction of text around
                .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "");
    }

    /** A picture within the SVG, such as the points of a map. Batik's own needs another of its libraries. */
    private static final class ImageWithin extends ImageHandlerBase64Encoder {
        @Override
        public void encodeImage(RenderedImage image, OutputStream out) throws SVGGraphics2DIOException {
            try {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new SVGGraphics2DIOException("no PNG", e);
            }
        }
    }

    private static Document emptySvg() {
        try {
            return DocumentBuilderFactory.newNSInstance().newDocumentBuilder().getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML", e);
        }
    }

    private static void writePdf(Figure figure, PictureOptions options, OutputStream out) throws IOException {
        int width = options.size().width();
        int height = options.size().height();
        try (PDDocument document = new PDDocument(); PdfBoxGraphics2DFontTextDrawer text = new PdfBoxGraphics2DFontTextDrawer()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(FittedText.visible(figure.title()));
            document.setDocumentInformation(about);
            for (String file : HouseFont.FILES) {
                text.registerFont(HouseFont.open(file));
            }
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            graphics.setFontTextDrawer(text);
            Picture.draw(figure, options, graphics);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            document.save(out);
        }
    }
}
