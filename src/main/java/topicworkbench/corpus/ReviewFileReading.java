package topicworkbench.corpus;

import java.io.IOException;
import java.nio.file.Files;
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
    private static final int EXCERPT = 200;

    private final DuckDb duckDb;
    private final ReviewFile file;
    private final Path parts;
    private final int number;

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

    IngestReport.FileReport read(long limit, ProgressListener listener) throws SQLException {
        Path repaired = parts.resolve("repaired-" + number + ".txt");
        ReviewFile readable = file.format() == ReviewFormat.PARQUET ? file : readable(repaired, listener);
        String select = "SELECT *, " + DuckDb.literal(file.name()) + " AS source FROM ("
                + new ReviewQuery(readable).normalised(limit) + ")";
        try {
            duckDb.writeParquet(select, part(parts, number), listener);
        } catch (SQLException e) {
            throw explained(e);
        }
        rejectValues();
        if (file.format().delimited()) {
            rejectRecords(readable);
        }
        delete(repaired);
        return report();
    }

    private ReviewFile readable(Path repaired, ProgressListener listener) {
        TextCheck check = TextCheck.of(file, (done, total) -> listener.progress(0, 0));
        if (!check.needsRepair(file.encoding())) {
            return file;
        }
        check.repair(file, repaired, (done, total) -> listener.progress(0, 0));
        return file.at(repaired);
    }

    private void rejectValues() throws SQLException {
        duckDb.execute("INSERT INTO rejected SELECT " + DuckDb.literal(file.path().toString()) + ", row, reason, raw FROM "
                + "read_parquet(" + DuckDb.readable(part(parts, number)) + ") WHERE reason IS NOT NULL");
    }

    /** Records that DuckDB could not take apart; it tells their byte, people want their line. */
    private void rejectRecords(ReviewFile readable) throws SQLException {
        List<Long> offsets = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<String> excerpts = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); var rows = statement.executeQuery(
                "SELECT line_byte_position, min(error_type::VARCHAR), min(error_message), left(any_value(csv_line), "
                        + EXCERPT + ") FROM reject_errors GROUP BY line_byte_position ORDER BY line_byte_position")) {
            while (rows.next()) {
                offsets.add(rows.getLong(1));
                reasons.add(reason(rows.getString(2), rows.getString(3)));
                excerpts.add(rows.getString(4));
            }
        }
        duckDb.execute("DROP TABLE IF EXISTS reject_errors");
        duckDb.execute("DROP TABLE IF EXISTS reject_scans");
        long[] lines = TextCheck.linesAt(readable, offsets.stream().mapToLong(Long::longValue).toArray());
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
            case "UNQUOTED VALUE" -> "a double quote that is opened and not properly closed";
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
                        + " FROM read_parquet(" + DuckDb.readable(part(parts, number)) + ") WHERE reason IS NULL")) {
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
            case JSON -> new ExplainedException(file.path() + " is not valid JSON.",
                    "Repair it, or write one JSON object a line: then only the broken lines are left out.", e);
            default -> new ExplainedException(file.path() + " cannot be read: " + e.getMessage().lines().findFirst()
                    .orElse("DuckDB refuses it") + ".", "Check the file with an editor, and that the disk has space left.", e);
        };
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftUntilTheFolderGoes) {
            // the folder of parts is deleted at the end
        }
    }
}
