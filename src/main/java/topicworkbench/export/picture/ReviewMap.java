package topicworkbench.export.picture;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.chart.Drawing;
import topicworkbench.chart.FittedText;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.MapDrawing;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.Islands;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.PointGrid;
import topicworkbench.topic.DocumentMap;

/** Every review as a point in its topic's color, as the window draws it, with the names of the topics where they are dense. */
public final class ReviewMap implements Drawing {
    private static final int LONGEST_NAME = 32;

    private final MapDrawing drawing;

    /** @param map of the findings' run */
    public ReviewMap(Findings findings, DocumentMap map) {
        PointGrid grid = new PointGrid(map.x(), map.y());
        Map<Integer, Integer> colors = new HashMap<>();
        findings.topics().forEach(topic -> colors.put(topic.id(), topic.color().getRGB() & 0xffffff));
        drawing = new MapDrawing(style -> new MapDrawing.Points(new ColoredPoints(grid, document -> colors.getOrDefault(
                findings.assignment().of(document), style.context().getRGB() & 0xffffff)), null), labels(findings, grid), null);
    }

    private static List<MapLabel> labels(Findings findings, PointGrid grid) {
        int ids = 1 + findings.topics().stream().mapToInt(TopicFinding::id).max().orElse(0);
        List<List<Islands.Island>> islands = Islands.of(grid, document -> findings.assignment().of(document) < ids
                ? findings.assignment().of(document) : -1, ids);
        List<MapLabel> labels = new ArrayList<>();
        for (TopicFinding topic : findings.topics()) {
            islands.get(topic.id()).stream().limit(1).forEach(island -> labels.add(new MapLabel(
                    FittedText.shortened(topic.name(), LONGEST_NAME), island.x(), island.y(), MapLabel.Level.FAR, topic.id(),
                    island.points())));
        }
        return labels;
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        drawing.draw(graphics, area, style);
    }
}
