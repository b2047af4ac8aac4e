package topicworkbench.export.deck;

import java.awt.Font;
import java.awt.FontMetrics;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/**
 * How wide text is in Arial, which need not be installed here: its letters are as wide as Helvetica's, whose measures
 * every PDF library has. What Helvetica lacks counts as wide as it is high.
 */
final class ArialMetrics extends FontMetrics {
    private static final long serialVersionUID = 1L;
    private static final double THOUSAND = 1000;

    private final transient org.apache.fontbox.afm.FontMetrics letters;
    private final double size;

    ArialMetrics(double size, boolean bold) {
        super(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1));
        this.letters = Standard14Fonts.getAFM(bold ? "Helvetica-Bold" : "Helvetica");
        this.size = size;
    }

    @Override
    public int stringWidth(String text) {
        double width = text.codePoints().mapToDouble(this::width).sum();
        return (int) Math.ceil(width * size / THOUSAND);
    }

    private double width(int letter) {
        double width = letters.getCharacterWidth(GlyphList.getAdobeGlyphList().codePointToName(letter));
        return width > 0 ? width : THOUSAND;
    }
}
