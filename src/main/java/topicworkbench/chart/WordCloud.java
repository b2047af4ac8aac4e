package topicworkbench.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Words as large as they weigh, the heaviest in the middle, the others where there is room on a spiral around it. The
 * same words in the same area always lie the same, and no two touch.
 */
public final class WordCloud implements MarkedDrawing {
    private static final float GREATEST_SIZE = 140;
    private static final float LEAST_SIZE = 9;
    /** By which the words are made smaller until all have room. */
    private static final double SMALLER = 0.93;
    private static final double FULL = 0.8;
    private static final double GAP = 3;
    private static final double TURN = 0.12;
    private static final double FINER = 0.02;
    private static final double GROWTH = 1.1;
    private static final Font FONT = HouseFont.of(Font.BOLD, 12);

    private final List<Word> words;
    private final Color color;
    private Rectangle2D laidOutFor;
    private List<Placed> placed = List.of();

    /**
     * A word of the cloud.
     *
     * @param weight above 0; its ink is in proportion to it
     * @param help   shown while it is pointed at
     */
    public record Word(String text, double weight, String help) { }

    /** A word where it lies: drawn at (x, y), its ink within the box. */
    private record Placed(Word word, Font font, double x, double y, Rectangle2D box) { }

    /** @param color of the topic; text that would be hard to read in it gets nearer to the color of text */
    public WordCloud(List<Word> words, Color color) {
        this.words = words.stream().filter(word -> word.weight() > 0 && !word.text().isBlank())
                .sorted(Comparator.comparingDouble(Word::weight).reversed()).toList();
        this.color = color;
    }

    @Override
    public List<Mark> marks(Rectangle2D area) {
        return layout(area).stream().map(word -> new Mark(word.box(), word.word().text(), word.word().help())).toList();
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        graphics.setPaint(style.legible(color));
        for (Placed word : layout(area)) {
            graphics.setFont(word.font());
            graphics.drawString(word.word().text(), (float) word.x(), (float) word.y());
        }
    }

    private synchronized List<Placed> layout(Rectangle2D area) {
        if (!area.equals(laidOutFor)) {
            placed = area.getWidth() < 1 || area.getHeight() < 1 || words.isEmpty() ? List.of() : fitted(area);
            laidOutFor = area;
        }
        return placed;
    }

    /** As large as all have room; in an area that is too small for all of them the lightest are left out. */
    private List<Placed> fitted(Rectangle2D area) {
        double most = words.getFirst().weight();
        for (double scale = firstScale(area, most);; scale *= SMALLER) {
            boolean smallest = scale * Math.sqrt(words.getLast().weight() / most) <= LEAST_SIZE
                    && scale <= 2 * LEAST_SIZE;
            List<Placed> all = placed(area, scale, most);
            if (all.size() == words.size() || smallest) {
                return all;
            }
        }
    }

    /** At which the words would fill most of the area if there were no gaps between them. */
    private double firstScale(Rectangle2D area, double most) {
        double ink = 0;
        for (Word word : words) {
            Rectangle2D box = TextSize.ink(word.text(), FONT.deriveFont((float) Math.sqrt(word.weight() / most) * GREATEST_SIZE));
            ink += box.getWidth() * box.getHeight();
        }
        double full = GREATEST_SIZE * Math.sqrt(FULL * area.getWidth() * area.getHeight() / ink);
        return Math.clamp(full, 2 * LEAST_SIZE, GREATEST_SIZE);
    }

    private List<Placed> placed(Rectangle2D area, double scale, double most) {
        List<Placed> result = new ArrayList<>();
        for (Word word : words) {
            Font font = FONT.deriveFont((float) Math.max(LEAST_SIZE, scale * Math.sqrt(word.weight() / most)));
            place(word, font, area, result);
        }
        return result;
    }

    private static void place(Word word, Font font, Rectangle2D area, List<Placed> others) {
        Rectangle2D ink = TextSize.ink(word.text(), font);
        double width = ink.getWidth() + GAP;
        double height = ink.getHeight() + GAP;
        if (width > area.getWidth() || height > area.getHeight()) {
            return;
        }
        double flat = area.getHeight() / area.getWidth();
        double end = Math.hypot(area.getWidth(), area.getHeight()) / 2;
        Rectangle2D inTheWay = null; // most likely still there one step on
        for (double angle = 0; GROWTH * angle <= end * Math.max(1, 1 / flat); angle += TURN / (1 + angle * FINER)) {
            double x = area.getCenterX() + GROWTH * angle * Math.cos(angle) * Math.min(1, 1 / flat) - width / 2;
            double y = area.getCenterY() + GROWTH * angle * Math.sin(angle) * Math.min(1, flat) - height / 2;
            boolean isInside = x >= area.getX() && y >= area.getY() && x + width <= area.getMaxX() && y + height <= area.getMaxY();
            if (isInside && (inTheWay == null || !inTheWay.intersects(x, y, width, height))) {
                inTheWay = inTheWay(x, y, width, height, others);
                if (inTheWay == null) {
                    others.add(new Placed(word, font, x + GAP / 2 - ink.getX(), y + GAP / 2 - ink.getY(),
                            new Rectangle2D.Double(x, y, width, height)));
                    return;
                }
            }
        }
    }

    /** Null if there is room; asked tens of thousands of times a cloud. */
    private static Rectangle2D inTheWay(double x, double y, double width, double height, List<Placed> others) {
        for (Placed other : others) {
            if (other.box().intersects(x, y, width, height)) {
                return other.box();
            }
        }
        return null;
    }
}
