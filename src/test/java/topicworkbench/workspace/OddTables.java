package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.corpus.DuckDb;
import topicworkbench.math.ProgressListener;
import topicworkbench.reliability.Scratch;

/**
 * Whole Parquet tables that another program could leave in place of one of ours: a column that is missing, of another type or without
 * values.
 */
final class OddTables {

    private OddTables() { }

    /** Of each the bytes. */
    static List<byte[]> of(Path sound) {
        String table = "read_parquet(" + DuckDb.readable(sound) + ")";
        try (DuckDb duckDb = DuckDb.open(sound.toAbsolutePath().getParent())) {
            List<String> selects = new ArrayList<>(List.of("FROM " + table + " LIMIT 0", "FROM " + table + " UNION ALL FROM " + table,
                    "FROM " + table
                    + " LIMIT 1"));
            for (String column : columns(duckDb, table)) {
                selects.add("SELECT * EXCLUDE (" + column + "), 1 AS other FROM " + table);
                for (String value : List.of("NULL", "NULL::INTEGER", column + "::VARCHAR", "'x'", "-1", "2147483647", "'NaN'::DOUBLE",
                        "[NULL]", "'\u202E' || chr(10)")) {
                    selects.add("SELECT * REPLACE (" + value + " AS " + column + ") FROM " + table);
                }
            }
            List<byte[]> tables = new ArrayList<>();
            Path odd = sound.resolveSibling("odd.parquet");
            for (String select : selects) {
                duckDb.writeParquet(select, odd, ProgressListener.NONE);
                tables.add(Scratch.bytes(odd));
                Files.delete(odd);
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns(DuckDb duckDb, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); var row = statement.executeQuery("DESCRIBE FROM " + table)) {
            while (row.next()) {
                columns.add(DuckDb.identifier(row.getString(1)));
            }
        }
        return columns;
    }
}
