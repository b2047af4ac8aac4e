package topicworkbench.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.corpus.IngestReport.FileReport;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewInspection.BadRow;
import topicworkbench.corpus.ReviewInspection.FileInspection;
import topicworkbench.wording.Figures;

/** How one file would be read, as {@code inspect} prints it. */
final class InspectionText {
    private static final int STAR_BAR = 30;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_NAME = 40;

    private final FileInspection file;
    private final FileReport reading;
    private final int width;

    InspectionText(FileInspection file, int width) {
        this.file = file;
        this.reading = file.reading();
        this.width = width;
    }

    String text() {
        return Terminal.line(reading.file()) + "\n  " + reading.format() + ", " + reading.encoding() + ", " + reading.layout() + "\n  "
                + Figures.count(reading.read()) + " rows read, " + Figures.count(reading.rejected()) + " rejected"
                + (reading.damaged() == 0 ? "" : ", " + Figures.count(reading.damaged()) + " with damaged characters")
                + "\n\nColumns\n" + columns() + firstRows() + stars() + unreadable() + badRows();
    }

    private String columns() {
        TextTable table = new TextTable("field", "column");
        for (ReviewField field : ReviewField.values()) {
            table.row(field.key(), reading.columns().containsKey(field) ? name(reading.columns().get(field)) : "–");
        }
        String unused = reading.unrecognised().isEmpty() ? ""
                : "\nKept beside them, unless they hold long text: " + reading.unrecognised().stream().map(InspectionText::name)
                .collect(Collectors.joining(", "));
        String missing = file.usable() ? "" : "\nNo column is known to hold the text: name it with --column text=NAME.";
        return table.render(width) + unused + missing + "\n";
    }

    private String firstRows() {
        StringBuilder text = new StringBuilder("\nFirst rows\n");
        for (List<String> row : file.firstRows()) {
            String separator = "  ";
            for (int column = 0; column < row.size(); column++) {
                String value = row.get(column);
                if (value != null && !value.isBlank()) {
                    text.append(separator).append(name(file.columns().get(column))).append(": ")
                            .append(shortened(value, LONGEST_VALUE));
                    separator = " | ";
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** A broken header may hold a whole review. */
    private static String name(String column) {
        return column.isBlank() ? "(unnamed)" : shortened(column, LONGEST_NAME);
    }

    private static String shortened(String value, int longest) {
        String line = value.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    private String stars() {
        if (file.stars().isEmpty()) {
            return "";
        }
        long most = file.stars().values().stream().mapToLong(Long::longValue).max().orElse(1);
        String rows = file.stars().entrySet().stream().map(entry -> String.format(Locale.ROOT, "%5s  %10s  %s\n",
                entry.getKey() == Math.rint(entry.getKey()) ? Long.toString(entry.getKey().longValue())
                        : entry.getKey().toString(), Figures.count(entry.getValue()),
                "#".repeat((int) Math.ceil((double) STAR_BAR * entry.getValue() / most)))).collect(Collectors.joining());
        return "\nStars\n" + rows + (file.unrated() == 0 ? "" : " none  "
                + String.format(Locale.ROOT, "%10s", Figures.count(file.unrated()))
                + "\n");
    }

    private String unreadable() {
        return reading.unreadable().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> "\n" + Figures.count(entry.getValue()) + " rows with a " + entry.getKey().key()
                        + " that is not understood; it is left empty.\n").collect(Collectors.joining());
    }

    private String badRows() {
        if (file.badRows().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("line", "reason", "row");
        for (BadRow row : file.badRows()) {
            table.row(Long.toString(row.line()), row.reason(), row.raw() == null ? "" : shortened(row.raw(), LONGEST_VALUE));
        }
        long more = reading.rejected() - file.badRows().size();
        return "\nRows that cannot be read\n" + table.render(width)
                + (more > 0 ? "\n… and " + Figures.count(more) + " more" : "") + "\n";
    }
}
