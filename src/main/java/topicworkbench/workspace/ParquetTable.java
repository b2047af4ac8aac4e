package topicworkbench.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import topicworkbench.failure.ExplainedException;

/** Writes and reads one table as a Parquet file; equal rows give equal bytes. */
final class ParquetTable {

    /** Appends every row, each between {@code beginRow} and {@code endRow}. */
    @FunctionalInterface
    interface Rows {
        void appendTo(DuckDBAppender appender) throws SQLException;
    }

    /** Takes what it needs from the row the cursor stands on. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private ParquetTable() { }

    /** @param columns names and SQL types, as they stand in CREATE TABLE */
    static void write(Path target, String columns, Rows rows) {
        AtomicFile.write(target, temporary -> {
            try (DuckDBConnection duckDb = open(); Statement statement = duckDb.createStatement()) {
                statement.execute("CREATE TABLE rows (" + columns + ")");
                try (DuckDBAppender appender = duckDb.createAppender("rows")) {
                    rows.appendTo(appender);
                }
                statement.execute("COPY rows TO " + quoted(temporary) + " (FORMAT parquet, COMPRESSION zstd)");
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
    }

    /**
     * Hands over the rows in the order of the file.
     *
     * @param columns wanted, separated by commas
     * @throws ExplainedException if the file is missing or damaged
     */
    static void read(Path file, String columns, RowReader reader) {
        try (DuckDBConnection duckDb = open(); Statement statement = duckDb.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + columns + " FROM read_parquet(" + quoted(file) + ")")) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw new ExplainedException("The table " + file + " cannot be read.",
                    "Bring it back from a backup, or run again with the run's spec.json.", e);
        }
    }

    /** With one thread, because the layout of the file would otherwise depend on their race. */
    private static DuckDBConnection open() throws SQLException {
        DuckDBConnection duckDb = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            statement.execute("SET threads = 1");
        }
        return duckDb;
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }
}
