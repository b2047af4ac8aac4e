package topicworkbench.export;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;

/** The topics of a run in the plane of uniqueness and coherence, as inline SVG. */
final class TopicScatter {
    private static final int WIDTH = 1050;
    private static final int HEIGHT = 420;
    private static final int LEFT = 56;
    private static final int RIGHT = 32;
    private static final int TOP = 24;
    private static final int BOTTOM = 56;
    private static final double SMALLEST_RADIUS = 5;
    private static final double RADIUS_OF_ALL_TOKENS = 40;

    /** From a round number below the least score to one above the greatest. */
    private record Axis(double from, double to, double step) {

        static Axis of(List<Topic> topics, ToDoubleFunction<Topic> score) {
            double least = topics.stream().mapToDouble(score).min().orElse(0);
            double greatest = topics.stream().mapToDouble(score).max().orElse(1);
            double step = greatest - least > 0.5 ? 0.2 : greatest - least > 0.2 ? 0.1 : 0.05;
            double from = Math.floor(least / step) * step;
            return new Axis(from, Math.max(from + step, Math.ceil(greatest / step) * step), step);
        }

        int ticks() {
            return (int) Math.round((to - from) / step);
        }

        double tick(int number) {
            return from + number * step;
        }

        double share(double value) {
            return (value - from) / (to - from);
        }
    }

    private final List<Topic> topics;
    private final Axis uniqueness;
    private final Axis coherence;

    private TopicScatter(List<Topic> topics) {
        this.topics = topics;
        this.uniqueness = Axis.of(topics, Topic::tu);
        this.coherence = Axis.of(topics, Topic::wetc);
    }

    /** Topics that lack a score are left out. */
    static String svg(List<Topic> topics) {
        return new TopicScatter(topics.stream()
                .filter(topic -> Double.isFinite(topic.wetc()) && Double.isFinite(topic.tu())).toList()).draw();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" "
                + "aria-label=\"WETC over topic uniqueness, one circle a topic\">%n", WIDTH, HEIGHT));
        for (int i = 0; i <= coherence.ticks(); i++) {
            double y = y(coherence.tick(i));
            svg.append(String.format(Locale.ROOT, "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                    + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>%n", LEFT, WIDTH - RIGHT, y, y, LEFT - 8,
                    y + 4, coherence.tick(i)));
        }
        for (int i = 0; i <= uniqueness.ticks(); i++) {
            svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.2f</text>%n",
                    x(uniqueness.tick(i)), HEIGHT - BOTTOM + 24, uniqueness.tick(i)));
        }
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">Topic uniqueness (TU)</text>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">WETC</text>%n", WIDTH - RIGHT, HEIGHT - 8, LEFT - 8, TOP - 12));
        topics.forEach(topic -> svg.append(circle(topic)));
        return svg.append("</svg>\n").toString();
    }

    private String circle(Topic topic) {
        double radius = SMALLEST_RADIUS + RADIUS_OF_ALL_TOKENS * Math.sqrt(Math.max(0, topic.prevalence()));
        String name = topic.label() == null ? Integer.toString(topic.id()) : topic.label();
        return String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>Topic %d</title>"
                + "</circle><text class=\"name\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n", x(topic.tu()),
                y(topic.wetc()), radius, TopicColors.web(topic.id()), topic.id(), x(topic.tu()), y(topic.wetc()) + 4, Html.escape(name));
    }

    private double x(double tu) {
        return LEFT + uniqueness.share(tu) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double wetc) {
        return HEIGHT - BOTTOM - coherence.share(wetc) * (HEIGHT - TOP - BOTTOM);
    }
}
