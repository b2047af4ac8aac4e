package topicworkbench.ui.chart;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import topicworkbench.ui.chart.LineChart.Frame;

/** Lines as CSV: a row for each point of each. Names that a spreadsheet would take for formulas begin with an apostrophe. */
final class LineTable {

    private LineTable() { }

    static void write(Path file, Frame frame, List<LineSeries> lines) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("series," + quoted(frame.column()) + "," + quoted(frame.y()) + "\n");
            for (LineSeries line : lines) {
                for (int i = 0; i < line.points().size(); i++) {
                    writer.write(quoted(line.name()) + "," + line.points().x(i) + "," + line.points().y(i) + "\n");
                }
            }
        }
    }

    private static String quoted(String name) {
        String safe = name.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + name : name;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
