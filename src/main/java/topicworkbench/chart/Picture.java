package topicworkbench.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A figure on its page: title and legend above it, source below it, as far as they are wanted. */
final class Picture {
    private static final double MARGIN = 24;
    private static final double GAP = 10;
    private static final double DOT = 8;
    private static final double BETWEEN_KEYS = 16;
    private static final int LINES_OF_TITLE = 2;
    private static final int LINES_OF_LEGEND = 4;
    private static final int LINES_OF_SOURCE = 2;
    private static final Font TITLE = HouseFont.of(Font.BOLD, 16);

    private final Figure figure;
    private final PictureOptions options;
    private final Graphics2D graphics;
    private double top = MARGIN;
    private double bottom;

    private Picture(Figure figure, PictureOptions options, Graphics2D graphics) {
        this.figure = figure;
        this.options = options;
        this.graphics = graphics;
        this.bottom = options.size().height() - MARGIN;
    }

    static void draw(Figure figure, PictureOptions options, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        new Picture(figure, options, graphics).draw();
    }

    private void draw() {
        HouseStyle style = options.style();
        graphics.setPaint(style.page());
        graphics.fill(new Rectangle2D.Double(0, 0, options.size().width(), options.size().height()));
        if (options.title()) {
            write(figure.title(), TITLE, style.text(), LINES_OF_TITLE);
        }
        if (options.legend()) {
            drawLegend(figure.legend().apply(style));
        }
        if (options.source()) {
            drawSource(style);
        }
        figure.body().draw(graphics, new Rectangle2D.Double(MARGIN, top, width(), bottom - top), style);
    }

    private double width() {
        return options.size().width() - 2 * MARGIN;
    }

    private void write(String text, Font font, Color color, int lines) {
        graphics.setFont(font);
        graphics.setPaint(color);
        FontMetrics metrics = graphics.getFontMetrics();
        for (String line : FittedText.lines(text, metrics, width(), lines)) {
            graphics.drawString(line, (float) MARGIN, (float) (top + metrics.getAscent()));
            top += metrics.getHeight();
        }
        top += GAP;
    }

    private void drawSource(HouseStyle style) {
        graphics.setFont(style.captionFont());
        FontMetrics metrics = graphics.getFontMetrics();
        int lines = FittedText.lines(figure.source(), metrics, width(), LINES_OF_SOURCE).size();
        double above = top;
        bottom -= lines * metrics.getHeight();
        top = bottom;
        write(figure.source(), style.captionFont(), style.muted(), LINES_OF_SOURCE);
        top = above;
        bottom -= GAP;
    }

    /** In rows; what finds no place in the last is counted. */
    private void drawLegend(List<Figure.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        HouseStyle style = options.style();
        graphics.setFont(style.captionFont());
        FontMetrics metrics = graphics.getFontMetrics();
        double x = MARGIN;
        int line = 1;
        for (int i = 0; i < keys.size(); i++) {
            String name = FittedText.oneLine(keys.get(i).name(), metrics, width() / 3);
            double wide = DOT + 6 + metrics.stringWidth(name);
            if (x > MARGIN && x + wide > MARGIN + width()) {
                if (line++ == LINES_OF_LEGEND) {
                    break;
                }
                x = MARGIN;
                top += metrics.getHeight() + 2;
            }
            graphics.setPaint(keys.get(i).color());
            graphics.fill(new Ellipse2D.Double(x, top + (metrics.getHeight() - DOT) / 2, DOT, DOT));
            graphics.setPaint(style.muted());
            graphics.drawString(name, (float) (x + DOT + 6), (float) (top + metrics.getAscent() + metrics.getLeading()));
            x += wide + BETWEEN_KEYS;
        }
        top += metrics.getHeight() + GAP;
    }
}
