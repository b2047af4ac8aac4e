package topicworkbench.export.deck;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.poi.sl.usermodel.PictureData.PictureType;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;
import topicworkbench.chart.FittedText;

/** One slide in the house's look. Every text is cut to the room it has, and told of visible characters only. */
final class Page {
    private final XMLSlideShow show;
    private final XSLFSlide slide;

    /** @param subtitle one line below the title */
    Page(XMLSlideShow show, String title, String subtitle) {
        this.show = show;
        slide = show.createSlide(show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_ONLY));
        XSLFTextShape head = slide.getPlaceholder(0);
        double width = DeckStyle.RIGHT - DeckStyle.MARGIN;
        write(head, new Rectangle2D.Double(DeckStyle.MARGIN, 36, width, 34),
                List.of(DeckStyle.line(title, DeckStyle.TITLE, true, width)), DeckStyle.TITLE, DeckStyle.TEXT, true);
        line(subtitle, DeckStyle.MARGIN, 74, width, DeckStyle.BODY, DeckStyle.MUTED, false);
    }

    XMLSlideShow show() {
        return show;
    }

    XSLFSlide slide() {
        return slide;
    }

    /** The small line at the foot: where the numbers come from, and the slide's number. */
    void foot(String source) {
        double top = DeckStyle.HEIGHT - 30;
        line(source, DeckStyle.MARGIN, top, DeckStyle.RIGHT - DeckStyle.MARGIN - 40, DeckStyle.CAPTION, DeckStyle.MUTED, false);
        XSLFTextShape number = text(List.of(Integer.toString(slide.getSlideNumber())),
                new Rectangle2D.Double(DeckStyle.RIGHT - 30, top, 30, 14), DeckStyle.CAPTION, DeckStyle.MUTED, false);
        number.getTextParagraphs().getFirst().setTextAlign(TextAlign.RIGHT);
    }

    /** Speaker notes: where each number comes from. */
    void notes(String words) {
        for (XSLFTextShape shape : show.getNotesSlide(slide).getPlaceholders()) {
            if (shape.getTextType() == Placeholder.BODY) {
                shape.setText(words.lines().map(FittedText::visible).reduce((above, below) -> above + "\n" + below).orElse(""));
            }
        }
    }

    /** One line of text, cut to its width. */
    XSLFTextShape line(String text, double x, double y, double width, double size, Color color, boolean bold) {
        return text(List.of(DeckStyle.line(text, size, bold, width)),
                new Rectangle2D.Double(x, y, width, size * DeckStyle.LINE_HEIGHT), size, color, bold);
    }

    /** Some lines of text, broken and cut to their width. @return where the text ends */
    double lines(String text, double x, double y, double width, double size, int most) {
        List<String> lines = DeckStyle.lines(text, size, false, width, most);
        double height = lines.size() * size * DeckStyle.LINE_HEIGHT;
        text(List.of(String.join(" ", lines)), new Rectangle2D.Double(x, y, width, height), size, DeckStyle.TEXT, false);
        return y + height;
    }

    /** Paragraphs of text, which must fit. */
    XSLFTextShape text(List<String> paragraphs, Rectangle2D place, double size, Color color, boolean bold) {
        return write(slide.createTextBox(), place, paragraphs, size, color, bold);
    }

    private static XSLFTextShape write(XSLFTextShape shape, Rectangle2D place, List<String> paragraphs, double size,
            Color color, boolean bold) {
        shape.setAnchor(place);
        shape.clearText();
        shape.setLeftInset(0);
        shape.setRightInset(0);
        shape.setTopInset(0);
        shape.setBottomInset(0);
        shape.setWordWrap(true);
        shape.setTextAutofit(TextAutofit.NONE);
        shape.setVerticalAlignment(VerticalAlignment.TOP);
        for (String words : paragraphs) {
            XSLFTextParagraph paragraph = shape.addNewTextParagraph();
            paragraph.setTextAlign(TextAlign.LEFT);
            XSLFTextRun run = paragraph.addNewTextRun();
            run.setText(FittedText.visible(words));
            run.setFontSize(size);
            run.setFontFamily(DeckStyle.TYPEFACE);
            run.setFontColor(color);
            run.setBold(bold);
        }
        return shape;
    }

    void box(double x, double y, double width, double height, Color color) {
        XSLFAutoShape box = slide.createAutoShape();
        box.setShapeType(ShapeType.RECT);
        box.setAnchor(new Rectangle2D.Double(x, y, width, height));
        box.setFillColor(color);
        box.setLineColor(null);
    }

    /** @param described what the picture shows, for who cannot see it */
    void picture(byte[] png, Rectangle2D place, String described) {
        XSLFPictureShape picture = slide.createPicture(show.addPicture(png, PictureType.PNG));
        picture.setAnchor(place);
        ((CTPicture) picture.getXmlObject()).getNvPicPr().getCNvPr().setDescr(described);
    }

    /** A number with what it counts, on a quiet ground. */
    void tile(String name, String value, double x, double y, double width) {
        box(x, y, width, 58, DeckStyle.GROUND);
        line(value, x + 12, y + 9, width - 24, 18, DeckStyle.TEXT, true);
        line(name, x + 12, y + 36, width - 24, DeckStyle.SMALL, DeckStyle.MUTED, false);
    }
}
