package topicworkbench.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** How large text will be wherever it is drawn, so that a drawing is laid out the same on a screen and in a file. */
final class TextSize {
    private static final Graphics2D RULER = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    static {
        RULER.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        RULER.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private TextSize() { }

    static synchronized FontMetrics metrics(Font font) {
        return RULER.getFontMetrics(font);
    }

    /** Where the ink of the text is if it is drawn at the origin. */
    static Rectangle2D ink(String text, Font font) {
        return font.createGlyphVector(CONTEXT, text).getVisualBounds();
    }
}
