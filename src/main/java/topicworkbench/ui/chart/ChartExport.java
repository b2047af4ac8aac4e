package topicworkbench.ui.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.w3c.dom.Document;
import topicworkbench.chart.HouseStyle;
import topicworkbench.failure.ExplainedException;
import topicworkbench.ui.chart.LineChart.Frame;
import topicworkbench.ui.chart.LineChart.Look;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Messages;

/** Lines as a picture at double size, as a drawing, or as every one of their points. */
public final class ChartExport {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int SCALE = 2;

    private final Dialogs dialogs;
    private final BackgroundTasks tasks;
    private final Messages messages;

    /** As what a chart may be saved. */
    public enum Kind { PNG, SVG, CSV }

    public ChartExport(Dialogs dialogs, BackgroundTasks tasks, Messages messages) {
        this.dialogs = dialogs;
        this.tasks = tasks;
        this.messages = messages;
    }

    /** Asks where to, and writes there; the lines may grow meanwhile. */
    void save(Kind kind, Frame frame, List<LineSeries> series, Look look, String source, HouseStyle style) {
        String name = frame.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        dialogs.chooseNewFile("Save chart", name + "." + kind.name().toLowerCase(Locale.ROOT)).ifPresent(target -> {
            List<LineSeries> copy = series.stream().map(line -> new LineSeries(line.name(), line.color(),
                    line.points().smoothed(0), line.format())).toList();
            tasks.run(() -> {
                write(target, kind, frame, copy, look, source, style);
                return target;
            }, done -> messages.tell("Saved " + done + "."), messages::tell);
        });
    }

    static void write(Path target, Kind kind, Frame frame, List<LineSeries> series, Look look, String source,
            HouseStyle style) {
        Path unfinished = target.resolveSibling(target.getFileName() + ".partial");
        try {
            switch (kind) {
                case PNG -> png(unfinished, chart(frame, series, look, source, style), style);
                case SVG -> svg(unfinished, chart(frame, series, look, source, style));
                case CSV -> csv(unfinished, frame, series);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | ParserConfigurationException e) {
            throw new ExplainedException("The chart could not be saved as " + target + ".",
                    "Choose a folder that may be written, on a disk with room.", e);
        }
    }

    private static JFreeChart chart(Frame frame, List<LineSeries> series, Look look, String source, HouseStyle style) {
        List<LineSeries> drawn = series.stream().filter(line -> !line.points().isEmpty()).toList();
        JFreeChart chart = LineChart.of(frame, drawn, look, WIDTH * SCALE, style);
        style.frame(chart, frame.title(), source);
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setPosition(RectangleEdge.TOP);
        legend.setItemFont(style.captionFont());
        legend.setItemPaint(style.muted());
        legend.setBackgroundPaint(null);
        chart.addSubtitle(legend);
        return chart;
    }

    private static void png(Path file, JFreeChart chart, HouseStyle style) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(style.page());
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(SCALE, SCALE);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void svg(Path file, JFreeChart chart) throws IOException, ParserConfigurationException {
        Document document = DocumentBuilderFactory.newNSInstance().newDocumentBuilder().getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGraphics2D graphics = new SVGGraphics2D(document);
        graphics.setSVGCanvasSize(new java.awt.Dimension(WIDTH, HEIGHT));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        try (Writer writer = Files.newBufferedWriter(file)) {
            graphics.stream(writer, true);
        }
    }

    /** A row for each point of each line. */
    private static void csv(Path file, Frame frame, List<LineSeries> series) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("series,\"" + frame.x() + "\",\"" + frame.y() + "\"\n");
            for (LineSeries line : series) {
                for (int i = 0; i < line.points().size(); i++) {
                    writer.write("\"" + line.name() + "\"," + line.points().x(i) + "," + line.points().y(i) + "\n");
                }
            }
        }
    }
}
