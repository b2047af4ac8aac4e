package topicworkbench.corpus;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The records that DuckDB could not take apart while it read a file: it tells their bytes, people want their lines. */
final class RejectedRecords {
    /** A value that is cut off at a quote in the wrong place may end within a character; what DuckDB is given is UTF-8. */
    private static final String MISQUOTED = "'UNQUOTED VALUE', 'INVALID ENCODING'";

    private final DuckDb duckDb;
    private final ReviewFile file;

    /** @param file as DuckDB was given it */
    RejectedRecords(DuckDb duckDb, ReviewFile file) {
        this.duckDb = duckDb;
        this.file = file;
    }

    /**
     * Whether quotes stand in wrong places: then DuckDB may name the record before the one in question, and where several
     * threads share the file they guess where records begin.
     */
    boolean misquoted() throws SQLException {
        return duckDb.count("SELECT count(*) FROM reject_errors WHERE error_type::VARCHAR IN (" + MISQUOTED + ")") > 0;
    }

    /** Forgets them. */
    void clear() throws SQLException {
        duckDb.execute("DROP TABLE IF EXISTS reject_errors");
        duckDb.execute("DROP TABLE IF EXISTS reject_scans");
    }

    /** Moves them to the table {@code rejected}, as of the file called {@code name}. */
    void reject(String name) throws SQLException {
        List<Long> offsets = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<String> excerpts = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); var rows = statement.executeQuery(
                "SELECT line_byte_position - 1, min(error_type::VARCHAR), min(error_message), "
                        + "ltrim(any_value(csv_line), chr(10) || chr(13)) FROM reject_errors GROUP BY line_byte_position "
                        + "ORDER BY line_byte_position")) {
            while (rows.next()) {
                offsets.add(rows.getLong(1));
                reasons.add(reason(rows.getString(2), rows.getString(3)));
                excerpts.add(ReviewRecords.excerpt(rows.getString(4)));
            }
        }
        clear();
        long[] lines = TextPositions.linesAt(file, offsets.stream().mapToLong(Long::longValue).toArray());
        for (int i = 0; i < lines.length; i++) {
            insert(duckDb, name, lines[i], reasons.get(i), excerpts.get(i));
        }
    }

    /** Adds a row to the table {@code rejected}. */
    static void insert(DuckDb duckDb, String name, long line, String reason, String raw) throws SQLException {
        try (var insert = duckDb.connection().prepareStatement("INSERT INTO rejected VALUES (?, ?, ?, ?)")) {
            insert.setString(1, name);
            insert.setLong(2, line);
            insert.setString(3, reason);
            insert.setString(4, raw);
            insert.executeUpdate();
        }
    }

    private String reason(String type, String message) {
        if (file.format() == ReviewFormat.JSON_LINES) {
            return type.equals("LINE SIZE OVER MAXIMUM") ? RejectReason.LONG_LINE : RejectReason.NOT_JSON;
        }
        return switch (type) {
            case "TOO MANY COLUMNS" -> RejectReason.tooMany(file.columns().size());
            case "MISSING COLUMNS" -> RejectReason.tooFew(file.columns().size());
            case "LINE SIZE OVER MAXIMUM" -> RejectReason.LONG_RECORD;
            default -> message.lines().findFirst().orElse(type);
        };
    }
}
