package topicworkbench.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** Reads one file into a part of the ingested table, and its unreadable rows into the table of rejected ones. */
final class ReviewFileReading {
    /** What {@link #read} adds unreadable rows to. */
    static final String REJECTED_TABLE = "CREATE TABLE rejected (file VARCHAR, line BIGINT, reason VARCHAR, raw VARCHAR)";

    private static final String UNCLOSED = "a double quote that is opened and not properly closed";
    private static final int EXCERPT = 200;
    /** About the size of a row: this much times the number of rows wanted is looked at. */
    private static final long BYTES_PER_ROW = 1024;

    private final DuckDb duckDb;
    private final ReviewFile file;
    private final Path parts;
    private final int number;
    private ReviewFile readable;
    private boolean complete = true;
    private long swallowed;

    ReviewFileReading(DuckDb duckDb, ReviewFile file, Path parts, int number) {
        this.duckDb = duckDb;
        this.file = file;
        this.parts = parts;
        this.number = number;
    }

    /** Where the rows of the file with this number stand: good and bad ones, with a reason beside the bad. */
    static Path part(Path parts, int number) {
        return parts.resolve("part-" + number + ".parquet");
    }

    /** The same as an SQL table. */
    String table() {
        return "read_parquet(" + DuckDb.readable(part(parts, number)) + ")";
    }

    /**
     * Reads the file, all of it or its first rows.
     *
     * @param limit number of rows, of text about this many; 0 for all
     */
    IngestReport.FileReport read(long limit, ProgressListener listener) throws SQLException {
        readable = file.format() == ReviewFormat.PARQUET ? file : repaired(limit > 0 ? head(limit) : file, listener);
        String select = "SELECT *, " + DuckDb.literal(file.name()) + " AS source FROM ("
                + new ReviewQuery(readable).normalised(file.format().divisible() ? 0 : limit) + ")";
        try {
            duckDb.writeScratch(select, part(parts, number), listener);
        } catch (SQLException e) {
            throw explained(e);
        }
        rejectValues();
        if (file.format().delimited()) {
            rejectRecords();
        }
        IngestReport.FileReport report = report();
        complete &= limit == 0 || file.format().divisible() || report.read() + report.rejected() < limit;
        return report;
    }

    /** Lines at the end of the file that are lost in a double quote that nothing closes. */
    long swallowed() {
        return swallowed;
    }

    /** Whether all rows were read. */
    boolean complete() {
        return complete;
    }

    /** Of a long text its beginning, up to a line's end. */
    private ReviewFile head(long limit) {
        if (!file.format().divisible() || file.encoding().charset() != StandardCharsets.UTF_8) {
            return file;
        }
        Path head = parts.resolve("head-" + number + ".txt");
        complete = !TextCheck.copyHead(file, head, limit * BYTES_PER_ROW);
        return complete ? file : file.at(head, file.encoding());
    }

    private ReviewFile repaired(ReviewFile damaged, ProgressListener listener) {
        TextCheck check = TextCheck.of(damaged, (done, total) -> listener.progress(0, 0));
        if (!check.needsRepair(damaged.encoding())) {
            return damaged;
        }
        Path repaired = parts.resolve("repaired-" + number + ".txt");
        check.repair(damaged, repaired, (done, total) -> listener.progress(0, 0));
        return damaged.at(repaired, TextEncoding.UTF_8);
    }

    /** The first rows as the file holds them, column by column; call after {@link #read}. */
    List<List<String>> firstRows(int limit) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement();
                var result = statement.executeQuery(new ReviewQuery(readable).raw(limit))) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= file.columns().size(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void rejectValues() throws SQLException {
        duckDb.execute("INSERT INTO rejected SELECT " + DuckDb.literal(file.path().toString()) + ", row, reason, raw FROM "
                + table() + " WHERE reason IS NOT NULL");
    }

    /** Records that DuckDB could not take apart; it tells their byte, people want their line. */
    private void rejectRecords() throws SQLException {
        List<Long> offsets = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<String> excerpts = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); var rows = statement.executeQuery(
                "SELECT line_byte_position - 1, min(error_type::VARCHAR), min(error_message), left(any_value(csv_line), "
                        + EXCERPT + ") FROM reject_errors GROUP BY line_byte_position ORDER BY line_byte_position")) {
            while (rows.next()) {
                offsets.add(rows.getLong(1));
                reasons.add(reason(rows.getString(2), rows.getString(3)));
                excerpts.add(rows.getString(4));
            }
        }
        duckDb.execute("DROP TABLE IF EXISTS reject_errors");
        duckDb.execute("DROP TABLE IF EXISTS reject_scans");
        long[] lines = TextPositions.linesAt(readable, offsets.stream().mapToLong(Long::longValue).toArray());
        if (lines.length > 0 && reasons.getLast().equals(UNCLOSED)) {
            swallowed = TextPositions.linesInUnclosedQuote(readable, offsets.getLast());
            if (swallowed > 1) {
                reasons.set(lines.length - 1, "a double quote that is opened and never closed, so that it takes in all "
                        + swallowed + " lines up to the end");
            }
        }
        try (var insert = duckDb.connection().prepareStatement("INSERT INTO rejected VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < lines.length; i++) {
                insert.setString(1, file.path().toString());
                insert.setLong(2, lines[i]);
                insert.setString(3, reasons.get(i));
                insert.setString(4, excerpts.get(i));
                insert.addBatch();
            }
            if (lines.length > 0) {
                insert.executeBatch();
            }
        }
    }

    private String reason(String type, String message) {
        int columns = file.columns().size();
        return switch (type) {
            case "TOO MANY COLUMNS" -> "more than the " + columns + " columns that the first line has";
            case "MISSING COLUMNS" -> "fewer than the " + columns + " columns that the first line has";
            case "UNQUOTED VALUE" -> UNCLOSED;
            case "LINE SIZE OVER MAXIMUM" -> "a record of more than 2 MB, as an unclosed double quote makes it";
            default -> message.lines().findFirst().orElse(type);
        };
    }

    private IngestReport.FileReport report() throws SQLException {
        String flags = ReviewQuery.CHECKED.stream().map(f -> "count(*) FILTER (bad_" + f.key() + ")")
                .collect(Collectors.joining(", "));
        long rejected = duckDb.count("SELECT count(*) FROM rejected WHERE file = " + DuckDb.literal(file.path().toString()));
        try (var statement = duckDb.connection().createStatement(); var row = statement.executeQuery(
                "SELECT count(*), count(*) FILTER (contains(coalesce(title, '') || coalesce(text, ''), chr(65533))), " + flags
                        + " FROM " + table() + " WHERE reason IS NULL")) {
            row.next();
            Map<ReviewField, Long> unreadable = new EnumMap<>(ReviewField.class);
            for (int i = 0; i < ReviewQuery.CHECKED.size(); i++) {
                if (row.getLong(3 + i) > 0) {
                    unreadable.put(ReviewQuery.CHECKED.get(i), row.getLong(3 + i));
                }
            }
            return new IngestReport.FileReport(file.path().toString(), file.describe(), file.encoding().title(),
                    file.layout().title(), file.fields().of(), file.fields().unrecognised(), row.getLong(1), rejected,
                    row.getLong(2), unreadable);
        }
    }

    private ExplainedException explained(SQLException e) {
        return switch (file.format()) {
            case PARQUET -> new ExplainedException(file.path() + " is a damaged Parquet file.",
                    "Copy or download it again.", e);
            case JSON_ARRAY, JSON_OBJECTS -> new ExplainedException(file.path() + " is not valid JSON.",
                    "Repair it, or write one JSON object a line: then only the broken lines are left out.", e);
            default -> new ExplainedException(file.path() + " cannot be read: " + e.getMessage().lines().findFirst()
                    .orElse("DuckDB refuses it") + ".", "Check the file with an editor, and that the disk has space left.", e);
        };
    }
}
