package topicworkbench.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines up columns: texts to the left, numbers to the right; the last column is cut at the terminal's width. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        this.header = List.of(header);
    }

    TextTable row(String... cells) {
        rows.add(java.util.Arrays.stream(cells).map(cell -> Terminal.line(cell)).toList());
        return this;
    }

    String render(int width) {
        StringBuilder text = new StringBuilder(line(header, width));
        rows.forEach(row -> text.append('\n').append(line(row, width)));
        return text.toString();
    }

    private String line(List<String> cells, int width) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < header.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(Math.max(0, width(column) - cell.length()));
            line.append(column == 0 ? "" : GAP).append(isNumeric(column) ? padding + cell : cell + padding);
        }
        String whole = line.toString().stripTrailing();
        return whole.length() <= width ? whole : whole.substring(0, width - 1) + "…";
    }

    private int width(int column) {
        int widest = header.get(column).length();
        for (List<String> row : rows) {
            widest = Math.max(widest, row.get(column).length());
        }
        return widest;
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || cell.matches("[-+–]|[-+−]?[\\d,]*\\.?\\d+%?"));
    }
}
