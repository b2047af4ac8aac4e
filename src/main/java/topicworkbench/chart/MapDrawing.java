package topicworkbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import topicworkbench.math.Threads;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.LabelPlacement;
import topicworkbench.scatter.LabelPlacement.Place;
import topicworkbench.scatter.LabelPlacement.Wish;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.PointGrid;
import topicworkbench.scatter.Rasterizer;
import topicworkbench.scatter.Viewport;

/**
 * A map outside the window, as the window draws it: points as the pixels of an image, labels as text.
 *
 * @param points in the colors for light or dark
 * @param labels of all levels
 * @param part   the part that is seen; null for all points
 */
public record MapDrawing(Function<HouseStyle, Points> points, List<MapLabel> labels, Viewport part) implements Drawing {
    private static final double MARGIN = 12;
    /** Pixels to a point, also in SVG and PDF, which have no pixels of their own. */
    private static final double LEAST_PIXELS = 2;
    private static final float HALO = 5;
    private static final int HALO_ALPHA = 217;
    private static final Font FAR = HouseFont.of(Font.BOLD, 13);
    private static final Font MIDDLE = HouseFont.of(Font.BOLD, 11);
    private static final Font NEAR = HouseFont.of(Font.PLAIN, 11);

    /** @param context points of the same grid that stand faintly behind; null for none */
    public record Points(ColoredPoints points, ColoredPoints context) { }

    public MapDrawing {
        labels = labels.stream().sorted(Comparator.comparing(MapLabel::level)
                .thenComparing(MapLabel::weight, Comparator.reverseOrder())).toList();
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        double ratio = Math.max(LEAST_PIXELS, graphics.getTransform().getScaleX());
        int width = (int) Math.round(area.getWidth() * ratio);
        int height = (int) Math.round(area.getHeight() * ratio);
        Points drawn = points.apply(style);
        PointGrid grid = drawn.points.grid();
        Viewport all = Viewport.fitting(grid, width, height, MARGIN * ratio);
        Viewport view = part == null ? all : part.resized(width, height);
        int[] pixels = new int[width * height];
        try (Threads threads = new Threads(Threads.available())) {
            new Rasterizer(threads).draw(new Rasterizer.Scene(drawn.points, drawn.context, style.page().getRGB() & 0xffffff,
                    style.context().getRGB() & 0xffffff, ratio), view, pixels);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, (int) Math.round(area.getX()), (int) Math.round(area.getY()),
                (int) Math.round(area.getWidth()), (int) Math.round(area.getHeight()), null);
        drawLabels(graphics, area, view, ratio, view.scale() / all.scale(), style);
    }

    private void drawLabels(Graphics2D graphics, Rectangle2D area, Viewport view, double ratio, double zoom, HouseStyle style) {
        List<MapLabel> wanted = labels.stream().filter(label -> zoom >= label.level().zoom())
                .filter(label -> isInside(view, label)).toList();
        Place[] places = LabelPlacement.place(wanted.stream().map(label -> {
            FontMetrics metrics = graphics.getFontMetrics(font(label));
            double width = metrics.stringWidth(label.text());
            return new Wish(area.getX() + view.pixelX(label.x()) / ratio, area.getY() + view.pixelY(label.y()) / ratio, width,
                    metrics.getHeight(), area.getX(), area.getMaxX());
        }).toList());
        for (int i = 0; i < places.length; i++) {
            if (places[i] != null) {
                drawLabel(graphics, wanted.get(i), places[i], style);
            }
        }
    }

    private static boolean isInside(Viewport view, MapLabel label) {
        double x = view.pixelX(label.x());
        double y = view.pixelY(label.y());
        return x >= 0 && x < view.width() && y >= 0 && y < view.height();
    }

    private static Font font(MapLabel label) {
        return switch (label.level()) {
            case FAR -> FAR;
            case MIDDLE -> MIDDLE;
            case NEAR -> NEAR;
        };
    }

    private static void drawLabel(Graphics2D graphics, MapLabel label, Place place, HouseStyle style) {
        Font font = font(label);
        float x = (float) place.left();
        float y = (float) place.top() + graphics.getFontMetrics(font).getAscent();
        Color page = style.page();
        graphics.setPaint(new Color(page.getRed(), page.getGreen(), page.getBlue(), HALO_ALPHA));
        graphics.setStroke(new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(font.createGlyphVector(graphics.getFontRenderContext(), label.text()).getOutline(x, y));
        graphics.setFont(font);
        graphics.setPaint(label.level() == MapLabel.Level.NEAR ? style.muted() : style.text());
        graphics.drawString(label.text(), x, y);
    }
}
