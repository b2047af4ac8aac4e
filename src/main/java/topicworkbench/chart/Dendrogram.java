package topicworkbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import topicworkbench.projection.TopicHierarchy;
import topicworkbench.projection.TopicHierarchy.Merge;

/**
 * Which topics are alike as a tree: their names at the left, the distance at which groups become one towards the right. A
 * line cuts it; the groups that hold together left of the line have the colors of their largest topics.
 */
public final class Dendrogram implements MarkedDrawing {
    private static final double LEAST_ROW = 15;
    private static final double GREATEST_ROW = 30;
    private static final double AXIS = 34;
    private static final double GAP = 8;
    private static final double MOST_FOR_NAMES = 0.42;
    private static final double REACH = 4;
    private static final int TICKS = 5;
    private static final double STEM = 0.4;

    private final TopicHierarchy hierarchy;
    private final List<Leaf> leaves;
    private final double cut;
    private final int selected;
    private final int[] order;
    private final int[] groups;
    /** Of each leaf and of the cluster of each merge: its topics. */
    private final List<List<Integer>> members = new ArrayList<>();

    /**
     * A topic at its place in the hierarchy.
     *
     * @param topic its id
     * @param share by which the group's color is chosen
     */
    public record Leaf(int topic, String name, Color color, double share) { }

    /** Topics that a branch holds together, by id; the key of its mark. */
    public record Branch(List<Integer> topics) { }

    /**
     * @param leaves   of the hierarchy, in its numbering
     * @param cut      height of the line
     * @param selected id of the topic that stands out, or -1
     */
    public Dendrogram(TopicHierarchy hierarchy, List<Leaf> leaves, double cut, int selected) {
        this.hierarchy = hierarchy;
        this.leaves = List.copyOf(leaves);
        this.cut = cut;
        this.selected = selected;
        this.order = hierarchy.order();
        this.groups = hierarchy.cut(cut);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            members.add(List.of(leaf));
        }
        for (Merge merge : hierarchy.merges()) {
            List<Integer> both = new ArrayList<>(members.get(merge.left()));
            both.addAll(members.get(merge.right()));
            members.add(both);
        }
    }

    /** The height at which every name can be read. */
    public double height() {
        return AXIS + leaves.size() * LEAST_ROW;
    }

    /** Where the tree is: names left of it, the axis below. */
    public Rectangle2D plot(Rectangle2D area) {
        FontMetrics metrics = TextSize.metrics(HouseStyle.LIGHT.captionFont());
        double names = Math.min(area.getWidth() * MOST_FOR_NAMES, leaves.stream()
                .mapToInt(leaf -> metrics.stringWidth(FittedText.visible(leaf.name()))).max().orElse(0)) + 2 * GAP;
        double height = Math.min(area.getHeight() - AXIS, leaves.size() * GREATEST_ROW);
        return new Rectangle2D.Double(area.getX() + names, area.getY(), area.getWidth() - names - GAP, height);
    }

    /** The height of the hierarchy at a place of the plot. */
    public double heightAt(double x, Rectangle2D area) {
        Rectangle2D plot = plot(area);
        return least() + Math.max(0, (x - plot.getX()) / plot.getWidth() * (most() - least()));
    }

    /** Where in an area a height of the hierarchy is. */
    public double placeOf(double height, Rectangle2D area) {
        return x(height, plot(area));
    }

    private double most() {
        return Math.max(least() + 1e-9, hierarchy.height() + 0.05 * (hierarchy.height() - least()));
    }

    /** Where the axis begins: topics that all differ much would otherwise show stems and no branches. */
    private double least() {
        return hierarchy.merges().isEmpty() ? 0 : Math.max(0, hierarchy.merges().getFirst().height()
                - STEM * (hierarchy.height() - hierarchy.merges().getFirst().height()));
    }

    private double x(double height, Rectangle2D plot) {
        return plot.getX() + (Math.max(height, least()) - least()) / (most() - least()) * plot.getWidth();
    }

    /** Of each leaf and merge the middle of its row or rows. */
    private double[] rows(Rectangle2D plot) {
        double[] rows = new double[members.size()];
        for (int place = 0; place < order.length; place++) {
            rows[order[place]] = plot.getY() + (place + 0.5) * plot.getHeight() / order.length;
        }
        for (int m = 0; m < hierarchy.merges().size(); m++) {
            Merge merge = hierarchy.merges().get(m);
            rows[leaves.size() + m] = (rows[merge.left()] + rows[merge.right()]) / 2;
        }
        return rows;
    }

    @Override
    public List<Mark> marks(Rectangle2D area) {
        Rectangle2D plot = plot(area);
        double[] rows = rows(plot);
        List<Mark> marks = new ArrayList<>();
        for (int m = hierarchy.merges().size() - 1; m >= 0; m--) {
            Merge merge = hierarchy.merges().get(m);
            double top = Math.min(rows[merge.left()], rows[merge.right()]);
            double bottom = Math.max(rows[merge.left()], rows[merge.right()]);
            double left = x(Math.max(heightOf(merge.left()), heightOf(merge.right())), plot);
            double right = x(merge.height(), plot);
            marks.add(new Mark(new Rectangle2D.Double(Math.min(left, right - REACH), top - REACH,
                    right - Math.min(left, right - REACH) + REACH, bottom - top + 2 * REACH),
                    new Branch(members.get(leaves.size() + m).stream().map(leaf -> leaves.get(leaf).topic()).toList()),
                    String.format(Locale.ENGLISH, "%d topics, %.2f apart", merge.size(), merge.height())));
        }
        double row = plot.getHeight() / Math.max(1, order.length);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            marks.add(new Mark(new Rectangle2D.Double(area.getX(), rows[leaf] - row / 2, plot.getX() - area.getX(), row),
                    leaves.get(leaf).topic(), leaves.get(leaf).name()));
        }
        return marks;
    }

    private double heightOf(int cluster) {
        return cluster < leaves.size() ? 0 : hierarchy.merges().get(cluster - leaves.size()).height();
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style) {
        Rectangle2D plot = plot(area);
        double[] rows = rows(plot);
        drawAxis(graphics, plot, style);
        graphics.setStroke(new BasicStroke(1.5f));
        for (int m = hierarchy.merges().size() - 1; m >= 0; m--) {
            Merge merge = hierarchy.merges().get(m);
            double x = x(merge.height(), plot);
            Path2D fork = new Path2D.Double();
            fork.moveTo(x(heightOf(merge.left()), plot), rows[merge.left()]);
            fork.lineTo(x, rows[merge.left()]);
            fork.lineTo(x, rows[merge.right()]);
            fork.lineTo(x(heightOf(merge.right()), plot), rows[merge.right()]);
            graphics.setPaint(merge.height() <= cut ? color(members.get(merge.left()).getFirst()) : style.muted());
            graphics.draw(fork);
        }
        drawNames(graphics, area, plot, rows, style);
        graphics.setPaint(style.text());
        graphics.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0));
        double line = Math.min(x(cut, plot), plot.getMaxX());
        graphics.draw(new Line2D.Double(line, plot.getY(), line, plot.getMaxY()));
        graphics.setStroke(new BasicStroke(1));
    }

    /** Of the largest topic in the leaf's group; a topic that is alone keeps its own. */
    private Color color(int leaf) {
        int largest = leaf;
        for (int other = 0; other < leaves.size(); other++) {
            if (groups[other] == groups[leaf] && leaves.get(other).share() > leaves.get(largest).share()) {
                largest = other;
            }
        }
        return leaves.get(largest).color();
    }

    private void drawNames(Graphics2D graphics, Rectangle2D area, Rectangle2D plot, double[] rows, HouseStyle style) {
        FontMetrics metrics = TextSize.metrics(style.captionFont());
        double row = plot.getHeight() / Math.max(1, order.length);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            boolean chosen = leaves.get(leaf).topic() == selected;
            if (chosen) {
                graphics.setPaint(style.grid());
                graphics.fill(new Rectangle2D.Double(area.getX(), rows[leaf] - row / 2, plot.getX() - area.getX() - 2, row));
            }
            graphics.setFont(style.captionFont());
            graphics.setPaint(style.legible(color(leaf)));
            String name = FittedText.oneLine(leaves.get(leaf).name(), metrics, plot.getX() - area.getX() - 2 * GAP);
            graphics.drawString(name, (float) (plot.getX() - GAP - metrics.stringWidth(name)),
                    (float) (rows[leaf] + (metrics.getAscent() - metrics.getDescent()) / 2.0));
        }
    }

    private void drawAxis(Graphics2D graphics, Rectangle2D plot, HouseStyle style) {
        FontMetrics metrics = TextSize.metrics(style.captionFont());
        graphics.setFont(style.captionFont());
        graphics.setStroke(new BasicStroke(1));
        double rough = (most() - least()) / TICKS;
        double step = rough > 0.1 ? 0.2 : rough > 0.05 ? 0.1 : rough > 0.02 ? 0.05 : 0.02;
        for (double height = Math.ceil(least() / step - 1e-6) * step; height <= most(); height += step) {
            double x = x(height, plot);
            graphics.setPaint(style.grid());
            graphics.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY()));
            String text = String.format(Locale.ENGLISH, "%.2f", height);
            graphics.setPaint(style.muted());
            graphics.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) (plot.getMaxY() + metrics.getAscent() + 3));
        }
        graphics.drawString(FittedText.oneLine("Jensen–Shannon distance of words (mean between groups)", metrics,
                plot.getWidth()), (float) plot.getX(), (float) (plot.getMaxY() + 2 * metrics.getAscent() + 8));
    }
}
