package topicworkbench.export.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.chart.Drawing;
import topicworkbench.chart.FittedText;
import topicworkbench.chart.HouseFont;
import topicworkbench.chart.HouseStyle;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.math.Threads;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.PointGrid;
import topicworkbench.scatter.Rasterizer;
import topicworkbench.scatter.Viewport;
import topicworkbench.topic.DocumentMap;

/** Every review as a point in its topic's color, as the window draws it, with the names of the largest topics. */
public final class ReviewMap implements Drawing {
    private static final double MARGIN = 12;
    /** Pixels to a point, also in SVG and PDF, which have no pixels of their own. */
    private static final double LEAST_PIXELS = 2;
    private static final int FAINT_ON_LIGHT = 0xd0d7de;
    private static final int FAINT_ON_DARK = 0x30363d;
    private static final int MOST_NAMES = 24;
    private static final int LONGEST_NAME = 32;
    private static final Font NAMES = HouseFont.of(Font.BOLD, 12);

    private final Findings findings;
    private final DocumentMap map;
    private final PointGrid grid;

    /** @param map of the findings' run */
    public ReviewMap(Findings findings, DocumentMap map) {
        this.findings = findings;
        this.map = map;
        this.grid = new PointGrid(map.x(), map.y());
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        AffineTransform device = graphics.getTransform();
        double ratio = Math.max(LEAST_PIXELS, device.getScaleX());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int width = (int) Math.round(area.getWidth() * ratio);
        int height = (int) Math.round(area.getHeight() * ratio);
        Viewport view = Viewport.fitting(grid, width, height, MARGIN * ratio);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        Map<Integer, Integer> colors = new HashMap<>();
        findings.topics().forEach(topic -> colors.put(topic.id(), topic.color().getRGB() & 0xffffff));
        int faint = style == HouseStyle.DARK ? FAINT_ON_DARK : FAINT_ON_LIGHT;
        ColoredPoints points = new ColoredPoints(grid,
                document -> colors.getOrDefault(findings.assignment().of(document), faint));
        new Rasterizer(new Threads(1)).draw(new Rasterizer.Scene(points, null, style.page().getRGB() & 0xffffff, faint, ratio),
                view, pixels);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        graphics.drawImage(image, (int) Math.round(area.getX()), (int) Math.round(area.getY()),
                (int) Math.round(area.getWidth()), (int) Math.round(area.getHeight()), null);
        drawNames(graphics, area, view, ratio, style);
    }

    /** Of the largest topics first, each where most of its reviews lie; one that would cover another is left out. */
    private void drawNames(Graphics2D graphics, Rectangle2D area, Viewport view, double ratio, HouseStyle style) {
        graphics.setFont(NAMES);
        FontMetrics metrics = graphics.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        for (TopicFinding topic : findings.topics().subList(0, Math.min(MOST_NAMES, findings.topics().size()))) {
            if (topic.documents() == 0) {
                continue;
            }
            String name = FittedText.shortened(topic.name(), LONGEST_NAME);
            double[] middle = middle(topic);
            double width = metrics.stringWidth(name);
            double x = Math.clamp(area.getX() + view.pixelX(middle[0]) / ratio - width / 2, area.getX(), Math.max(area.getX(), area.getMaxX() - width));
            double y = area.getY() + view.pixelY(middle[1]) / ratio - metrics.getHeight() / 2.0;
            Rectangle2D place = new Rectangle2D.Double(x - 4, y - 1, width + 8, metrics.getHeight() + 2.0);
            if (taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                Color page = style.page();
                graphics.setPaint(new Color(page.getRed(), page.getGreen(), page.getBlue(), 210));
                graphics.fill(place);
                graphics.setPaint(style.text());
                graphics.drawString(name, (float) x, (float) y + metrics.getAscent());
            }
        }
    }

    /** The median in each direction. */
    private double[] middle(TopicFinding topic) {
        float[] x = new float[topic.documents()];
        float[] y = new float[topic.documents()];
        int count = 0;
        for (int document = 0; document < map.documents(); document++) {
            if (findings.assignment().of(document) == topic.id()) {
                x[count] = map.x()[document];
                y[count++] = map.y()[document];
            }
        }
        Arrays.sort(x);
        Arrays.sort(y);
        return new double[] {x[count / 2], y[count / 2]};
    }
}
