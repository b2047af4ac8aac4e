package topicworkbench.export;

import java.util.List;
import java.util.Locale;
import topicworkbench.topic.Topic;

/** The topics of a run in the plane of uniqueness and coherence, as inline SVG. */
final class TopicScatter {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 380;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 16;
    private static final int BOTTOM = 48;
    private static final double STEP = 0.2;
    private static final double LARGEST_RADIUS = 28;

    private final double least;
    private final double greatest;

    /** The vertical axis begins at zero, or at the step below the least score where one is negative. */
    private TopicScatter(List<Topic> topics) {
        double low = topics.stream().mapToDouble(Topic::wetc).filter(Double::isFinite).min().orElse(0);
        double high = topics.stream().mapToDouble(Topic::wetc).filter(Double::isFinite).max().orElse(1);
        this.least = Math.min(0, Math.floor(low / STEP) * STEP);
        this.greatest = Math.max(STEP, Math.ceil(high / STEP) * STEP);
    }

    /** Topics without a WETC are left out. */
    static String svg(List<Topic> topics) {
        TopicScatter scatter = new TopicScatter(topics);
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" "
                + "aria-label=\"WETC over topic uniqueness, one circle a topic\">%n", WIDTH, HEIGHT));
        svg.append(scatter.axes());
        topics.stream().filter(topic -> Double.isFinite(topic.wetc()) && Double.isFinite(topic.tu()))
                .forEach(topic -> svg.append(scatter.circle(topic)));
        return svg.append("</svg>\n").toString();
    }

    private String axes() {
        StringBuilder axes = new StringBuilder();
        for (int i = 0; least + i * STEP <= greatest + STEP / 2; i++) {
            double y = y(least + i * STEP);
            axes.append(String.format(Locale.ROOT, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                    + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n", LEFT, WIDTH - RIGHT, y, y, LEFT - 8,
                    y + 4, least + i * STEP));
        }
        for (int i = 0; i <= 5; i++) {
            axes.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
                    x(i * STEP), HEIGHT - BOTTOM + 20, i * STEP));
        }
        return axes.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">Topic uniqueness (TU)"
                + "</text><text x=\"12\" y=\"%d\" transform=\"rotate(-90 12 %d)\" text-anchor=\"middle\">WETC</text>%n",
                WIDTH - RIGHT, HEIGHT - 8, HEIGHT / 2, HEIGHT / 2)).toString();
    }

    private String circle(Topic topic) {
        double radius = 3 + LARGEST_RADIUS * Math.sqrt(Math.max(0, topic.prevalence()));
        String name = topic.label() == null ? Integer.toString(topic.id()) : topic.label();
        return String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>Topic %d</title></circle>"
                + "<text class=\"name\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n", x(topic.tu()),
                y(topic.wetc()), radius, topic.id(), x(topic.tu()), y(topic.wetc()) + 4, Html.escape(name));
    }

    private static double x(double tu) {
        return LEFT + tu * (WIDTH - LEFT - RIGHT);
    }

    private double y(double wetc) {
        return HEIGHT - BOTTOM - (wetc - least) / (greatest - least) * (HEIGHT - TOP - BOTTOM);
    }
}
