package topicworkbench.chart;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import topicworkbench.wording.Figures;

/** How near each topic is to each other, as a field of shades; rows and columns in the same order. */
public final class TopicMatrix implements MarkedDrawing {
    private static final double GAP = 8;
    private static final double SCALE_HEIGHT = 36;
    private static final double MOST_FOR_NAMES = 0.36;
    private static final double LEAST_ROW_WITH_NAME = 9;
    /** Beyond, the field is one picture: a file with a hundred thousand rectangles helps nobody. */
    private static final int MOST_RECTANGLES = 10_000;

    private final List<Side> topics;
    private final double[][] nearness;
    private final double most;
    private final String meaning;
    private final int selected;

    /** A row, and the column of the same place. */
    public record Side(int topic, String name) { }

    /** Two topics, by id; the key of a cell's mark. */
    public record Pair(int row, int column) { }

    /**
     * @param topics   in the order in which they are shown
     * @param nearness by place in {@code topics}, 0 to 1; the diagonal is not shown
     * @param meaning  what the shades say
     * @param selected id of the topic that stands out, or -1
     */
    public TopicMatrix(List<Side> topics, double[][] nearness, String meaning, int selected) {
        this.topics = List.copyOf(topics);
        this.nearness = nearness;
        this.meaning = meaning;
        this.selected = selected;
        double greatest = 0;
        for (int row = 0; row < topics.size(); row++) {
            for (int column = 0; column < row; column++) {
                greatest = Math.max(greatest, nearness[row][column]);
            }
        }
        this.most = greatest > 0 ? greatest : 1;
    }

    private Rectangle2D field(Rectangle2D area) {
        FontMetrics metrics = TextSize.metrics(HouseStyle.LIGHT.captionFont());
        double names = Math.min(area.getWidth() * MOST_FOR_NAMES, topics.stream()
                .mapToInt(side -> metrics.stringWidth(FittedText.visible(side.name()))).max().orElse(0)) + GAP;
        double size = Math.max(1, Math.min(area.getWidth() - names, area.getHeight() - SCALE_HEIGHT));
        return new Rectangle2D.Double(area.getX() + names, area.getY(), size, size);
    }

    private Rectangle2D cell(Rectangle2D field, int row, int column) {
        double size = field.getWidth() / topics.size();
        return new Rectangle2D.Double(field.getX() + column * size, field.getY() + row * size, size, size);
    }

    /**
     * Of each row its name, then its cells but the one on the diagonal; each made when it is asked for, since of 500 topics there are
     * 250,000.
     */
    @Override
    public List<Mark> marks(Rectangle2D area) {
        Rectangle2D field = field(area);
        return new AbstractList<>() {
            @Override
            public Mark get(int place) {
                int row = place / topics.size();
                int behindName = place % topics.size() - 1;
                return behindName < 0 ? name(area, field, row) : cellMark(field, row, behindName >= row ? behindName + 1 : behindName);
            }

            @Override
            public int size() {
                return topics.size() * topics.size();
            }
        };
    }

    private Mark name(Rectangle2D area, Rectangle2D field, int row) {
        Rectangle2D first = cell(field, row, 0);
        return new Mark(new Rectangle2D.Double(area.getX(), first.getY(), field.getX() - area.getX(), first.getHeight()),
                topics.get(row).topic(), topics.get(row).name());
    }

    private Mark cellMark(Rectangle2D field, int row, int column) {
        return new Mark(cell(field, row, column), new Pair(topics.get(row).topic(), topics.get(column).topic()),
                topics.get(row).name() + "\n" + topics.get(column).name() + "\n"
                        + Figures.score(nearness[row][column]));
    }

    @Override
    public int at(List<Mark> marks, Rectangle2D area, double x, double y) {
        Rectangle2D field = field(area);
        if (topics.isEmpty() || x < area.getX() || x >= field.getMaxX() || y < field.getY() || y >= field.getMaxY()) {
            return -1;
        }
        double size = field.getWidth() / topics.size();
        int row = Math.min(topics.size() - 1, (int) ((y - field.getY()) / size));
        if (x < field.getX()) {
            return row * topics.size();
        }
        int column = Math.min(topics.size() - 1, (int) ((x - field.getX()) / size));
        return column == row ? -1 : row * topics.size() + 1 + column - (column > row ? 1 : 0);
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        if (topics.isEmpty()) {
            return;
        }
        Rectangle2D field = field(area);
        if (topics.size() * topics.size() <= MOST_RECTANGLES) {
            for (int row = 0; row < topics.size(); row++) {
                for (int column = 0; column < topics.size(); column++) {
                    graphics.setPaint(row == column ? style.grid() : style.heat(nearness[row][column] / most));
                    graphics.fill(cell(field, row, column));
                }
            }
        } else {
            drawPicture(graphics, field, style);
        }
        drawNames(graphics, area, field, style);
        drawScale(graphics, field, style);
    }

    private void drawPicture(Graphics2D graphics, Rectangle2D field, HouseStyle style) {
        int pixels = Math.max(1, (int) field.getWidth());
        BufferedImage picture = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels; y++) {
            int row = (int) ((long) y * topics.size() / pixels);
            for (int x = 0; x < pixels; x++) {
                int column = (int) ((long) x * topics.size() / pixels);
                picture.setRGB(x, y, (row == column ? style.grid() : style.heat(nearness[row][column] / most)).getRGB());
            }
        }
        graphics.drawImage(picture, (int) field.getX(), (int) field.getY(), null);
    }

    private void drawNames(Graphics2D graphics, Rectangle2D area, Rectangle2D field, HouseStyle style) {
        FontMetrics metrics = TextSize.metrics(style.captionFont());
        graphics.setFont(style.captionFont());
        for (int row = 0; row < topics.size(); row++) {
            Rectangle2D cell = cell(field, row, 0);
            boolean chosen = topics.get(row).topic() == selected;
            if (chosen) {
                graphics.setPaint(style.text());
                graphics.setStroke(new BasicStroke(1));
                graphics.draw(new Rectangle2D.Double(field.getX(), cell.getY(), field.getWidth(), cell.getHeight()));
                graphics.draw(new Rectangle2D.Double(field.getX() + row * cell.getWidth(), field.getY(), cell.getWidth(),
                        field.getHeight()));
            }
            if (chosen || cell.getHeight() >= LEAST_ROW_WITH_NAME) {
                String name = FittedText.oneLine(topics.get(row).name(), metrics, field.getX() - area.getX() - GAP);
                graphics.setPaint(chosen ? style.text() : style.muted());
                graphics.drawString(name, (float) (field.getX() - GAP - metrics.stringWidth(name)),
                        (float) (cell.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0));
            }
        }
    }

    /** What the palest and the fullest shade mean. */
    private void drawScale(Graphics2D graphics, Rectangle2D field, HouseStyle style) {
        FontMetrics metrics = TextSize.metrics(style.captionFont());
        double y = field.getMaxY() + 12;
        double width = Math.min(120, field.getWidth() / 3);
        for (int i = 0; i < 24; i++) {
            graphics.setPaint(style.heat(i / 23.0));
            graphics.fill(new Rectangle2D.Double(field.getX() + 16 + i * width / 24, y, width / 24 + 0.5, 8));
        }
        graphics.setFont(style.captionFont());
        graphics.setPaint(style.muted());
        float base = (float) (y + 4 + (metrics.getAscent() - metrics.getDescent()) / 2.0);
        graphics.drawString("0", (float) field.getX(), base);
        String words = String.format(Locale.ENGLISH, "%.2f   %s", most, meaning);
        graphics.drawString(words, (float) (field.getX() + width + 22), base);
    }
}
