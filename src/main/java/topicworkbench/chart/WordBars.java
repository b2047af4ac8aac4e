package topicworkbench.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often each word stands in the corpus, and how often of these the topic is the reason, as the model estimates it: two
 * bars a word, one before the other.
 */
public final class WordBars implements MarkedDrawing {
    private static final double GREATEST_ROW = 26;
    private static final double LEAST_ROW = 12;
    private static final double BAR = 0.62;
    private static final double GAP = 8;
    private static final int TICKS = 4;
    private static final double AXIS = 38;

    private final List<Word> words;
    private final Color color;
    private final String chosen;

    /**
     * A word's two bars.
     *
     * @param inTopic  tokens of it that the model gives to the topic
     * @param inCorpus tokens of it
     * @param help     shown while it is pointed at
     */
    public record Word(String text, double inTopic, double inCorpus, String help) { }

    /** @param chosen the word that stands out, or null */
    public WordBars(List<Word> words, Color color, String chosen) {
        this.words = List.copyOf(words);
        this.color = color;
        this.chosen = chosen;
    }

    /** The height at which every row can be read. */
    public double height() {
        return AXIS + words.size() * (LEAST_ROW + 6);
    }

    @Override
    public List<Mark> marks(Rectangle2D area) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            marks.add(new Mark(row(area, i), words.get(i).text(), words.get(i).help()));
        }
        return marks;
    }

    private double rowHeight(Rectangle2D area) {
        return Math.min(GREATEST_ROW, (area.getHeight() - AXIS) / Math.max(1, words.size()));
    }

    private Rectangle2D row(Rectangle2D area, int i) {
        double height = rowHeight(area);
        return new Rectangle2D.Double(area.getX(), area.getY() + AXIS + i * height, area.getWidth(), height);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        if (words.isEmpty()) {
            return;
        }
        boolean small = rowHeight(area) < LEAST_ROW + 3;
        graphics.setFont(small ? style.captionFont() : style.bodyFont());
        FontMetrics metrics = TextSize.metrics(graphics.getFont());
        double names = Math.min(area.getWidth() * 0.35,
                words.stream().mapToInt(word -> metrics.stringWidth(word.text())).max().orElse(0)) + GAP;
        double width = area.getWidth() - names - GAP;
        double step = step(words.stream().mapToDouble(word -> Math.max(word.inCorpus(), word.inTopic())).max().orElse(1));
        double scale = width / Math.max(step, Math.ceil(words.stream()
                .mapToDouble(word -> Math.max(word.inCorpus(), word.inTopic())).max().orElse(1) / step) * step);
        double left = area.getX() + names;
        axis(graphics, style, new Rectangle2D.Double(left, area.getY() + AXIS, width, words.size() * rowHeight(area)), step, scale);
        graphics.setFont(small ? style.captionFont() : style.bodyFont());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Rectangle2D row = row(area, i);
            boolean faded = chosen != null && !chosen.equals(word.text());
            double top = row.getCenterY() - row.getHeight() * BAR / 2;
            graphics.setPaint(style.baseline());
            graphics.fill(new Rectangle2D.Double(left, top, word.inCorpus() * scale, row.getHeight() * BAR));
            graphics.setPaint(faded ? style.faded(color) : color);
            graphics.fill(new Rectangle2D.Double(left, top, word.inTopic() * scale, row.getHeight() * BAR));
            String text = FittedText.oneLine(word.text(), metrics, names - GAP);
            graphics.setPaint(faded ? style.muted() : style.text());
            graphics.drawString(text, (float) (left - GAP - metrics.stringWidth(text)),
                    (float) (row.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0));
        }
    }

    private static void axis(Graphics2D graphics, HouseStyle style, Rectangle2D plot, double step, double scale) {
        graphics.setFont(style.captionFont());
        FontMetrics metrics = TextSize.metrics(style.captionFont());
        for (double value = 0; value * scale <= plot.getWidth() + 0.5; value += step) {
            double x = plot.getX() + value * scale;
            graphics.setPaint(style.grid());
            graphics.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
            String text = String.format(Locale.ENGLISH, "%,.0f", value);
            double start = Math.min(x - metrics.stringWidth(text) / 2.0, plot.getMaxX() + GAP - metrics.stringWidth(text));
            graphics.setPaint(style.muted());
            graphics.drawString(text, (float) start, (float) (plot.getY() - 6));
        }
        String title = "Tokens: in the corpus, and of these in the topic (estimated)";
        graphics.drawString(FittedText.oneLine(title, metrics, plot.getWidth()), (float) plot.getX(),
                (float) (plot.getY() - AXIS + metrics.getAscent()));
    }

    /** 1, 2 or 5 times a power of ten, so that there are about TICKS of them. */
    private static double step(double most) {
        double rough = Math.max(most, 1) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return Math.max(1, power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10));
    }
}
