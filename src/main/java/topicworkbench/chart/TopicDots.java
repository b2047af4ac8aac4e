package topicworkbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Topics as circles in the plane, near ones alike; their areas are shares. The same scale on both axes. Names stand where
 * they cover no other name; the largest topics choose first.
 */
public final class TopicDots implements MarkedDrawing {
    /** Of the area that all circles together take. */
    private static final double COVERED = 0.16;
    private static final double LEAST_RADIUS = 3;
    private static final double MARGIN = 12;
    private static final int LONGEST_NAME = 28;
    private static final int OPACITY = 0xb0;

    private final List<Dot> dots;
    private final int selected;
    private final String unit;

    /**
     * A topic's circle.
     *
     * @param topic its id
     * @param x     place, in any unit
     * @param y     likewise, upwards
     * @param share of what the areas show, 0 to 1
     */
    public record Dot(int topic, String name, Color color, double x, double y, double share) { }

    private record Circle(Dot dot, Ellipse2D shape) { }

    /** A name, drawn from its base line. */
    private record Label(String text, Dot of, Rectangle2D box) { }

    /**
     * @param selected id of the topic that stands out, or -1
     * @param unit     what the areas are shares of, as in "of all tokens"
     */
    public TopicDots(List<Dot> dots, int selected, String unit) {
        this.dots = dots.stream().sorted(Comparator.comparingDouble(Dot::share).reversed()).toList();
        this.selected = selected;
        this.unit = unit;
    }

    @Override
    public List<Mark> marks(Rectangle2D area) {
        return circles(area).stream().map(circle -> new Mark(circle.shape(), circle.dot().topic(), circle.dot().name()
                + "\n" + String.format(Locale.ENGLISH, "%.1f%% %s", 100 * circle.dot().share(), unit))).toList();
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        List<Circle> circles = circles(area);
        for (Circle circle : circles) {
            boolean chosen = circle.dot().topic() == selected;
            Color color = circle.dot().color();
            graphics.setPaint(new Color(color.getRed(), color.getGreen(), color.getBlue(), chosen ? 0xff : OPACITY));
            graphics.fill(circle.shape());
            graphics.setPaint(chosen ? style.text() : style.page());
            graphics.setStroke(new BasicStroke(chosen ? 2 : 1));
            graphics.draw(circle.shape());
        }
        FontMetrics metrics = TextSize.metrics(style.captionFont());
        for (Label label : labels(circles, area, metrics)) {
            boolean chosen = label.of().topic() == selected;
            Font font = chosen ? style.captionFont().deriveFont(Font.BOLD) : style.captionFont();
            graphics.setFont(font);
            graphics.setPaint(style.text());
            graphics.drawString(label.text(), (float) label.box().getX(), (float) (label.box().getY() + metrics.getAscent()));
        }
    }

    /** The largest first, so that the small ones lie upon them. */
    private List<Circle> circles(Rectangle2D area) {
        double covered = COVERED * area.getWidth() * area.getHeight();
        double sum = Math.max(1e-9, dots.stream().mapToDouble(Dot::share).sum());
        double biggest = dots.isEmpty() ? 0 : Math.sqrt(dots.getFirst().share() / sum * covered / Math.PI);
        double room = Math.min(biggest, Math.min(area.getWidth(), area.getHeight()) / 6);
        double unitRadius = biggest == 0 ? 0 : room / Math.sqrt(dots.getFirst().share());
        double left = dots.stream().mapToDouble(Dot::x).min().orElse(0);
        double right = dots.stream().mapToDouble(Dot::x).max().orElse(0);
        double low = dots.stream().mapToDouble(Dot::y).min().orElse(0);
        double high = dots.stream().mapToDouble(Dot::y).max().orElse(0);
        double edge = room + MARGIN;
        double scale = Math.min((area.getWidth() - 2 * edge) / Math.max(1e-9, right - left),
                (area.getHeight() - 2 * edge) / Math.max(1e-9, high - low));
        List<Circle> circles = new ArrayList<>();
        for (Dot dot : dots) {
            double radius = Math.max(LEAST_RADIUS, unitRadius * Math.sqrt(dot.share()));
            double x = area.getCenterX() + (dot.x() - (left + right) / 2) * scale;
            double y = area.getCenterY() - (dot.y() - (low + high) / 2) * scale;
            circles.add(new Circle(dot, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius)));
        }
        return circles;
    }

    private List<Label> labels(List<Circle> circles, Rectangle2D area, FontMetrics metrics) {
        List<Label> labels = new ArrayList<>();
        List<Circle> wanted = new ArrayList<>(circles);
        wanted.sort(Comparator.comparing(circle -> circle.dot().topic() != selected));
        for (Circle circle : wanted) {
            String text = FittedText.shortened(circle.dot().name(), LONGEST_NAME);
            double width = metrics.stringWidth(text) * (circle.dot().topic() == selected ? 1.08 : 1);
            places(circle.shape(), width, metrics.getAscent() + metrics.getDescent()).stream()
                    .filter(area::contains)
                    .filter(box -> labels.stream().noneMatch(label -> label.box().intersects(box)))
                    .min(Comparator.comparingDouble(box -> hidden(box, circle, circles)))
                    .filter(box -> circle.dot().topic() == selected || hidden(box, circle, circles) < 0.5)
                    .ifPresent(box -> labels.add(new Label(text, circle.dot(), box)));
        }
        return labels;
    }

    /** How much of the box lies on circles of other topics. */
    private static double hidden(Rectangle2D box, Circle own, List<Circle> circles) {
        double hidden = 0;
        for (Circle circle : circles) {
            if (circle != own && circle.shape().intersects(box)) {
                Rectangle2D common = circle.shape().getBounds2D().createIntersection(box);
                hidden += common.getWidth() * common.getHeight() / (box.getWidth() * box.getHeight());
            }
        }
        return hidden;
    }

    /** Right, left, below and above of the circle, and between these. */
    private static List<Rectangle2D> places(Ellipse2D circle, double width, double height) {
        double x = circle.getCenterX();
        double y = circle.getCenterY();
        double radius = circle.getWidth() / 2;
        List<Rectangle2D> places = new ArrayList<>();
        double slant = radius * Math.sqrt(0.5) + 2;
        places.add(new Rectangle2D.Double(x + radius + 3, y - height / 2, width, height));
        places.add(new Rectangle2D.Double(x - radius - 3 - width, y - height / 2, width, height));
        places.add(new Rectangle2D.Double(x - width / 2, y + radius + 1, width, height));
        places.add(new Rectangle2D.Double(x - width / 2, y - radius - 1 - height, width, height));
        places.add(new Rectangle2D.Double(x + slant, y + slant - height / 2, width, height));
        places.add(new Rectangle2D.Double(x + slant, y - slant - height / 2, width, height));
        places.add(new Rectangle2D.Double(x - slant - width, y + slant - height / 2, width, height));
        places.add(new Rectangle2D.Double(x - slant - width, y - slant - height / 2, width, height));
        return places;
    }
}
