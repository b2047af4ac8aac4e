package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import topicworkbench.corpus.DuckDb;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

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
        try (DuckDb duckDb = DuckDb.open(target.toAbsolutePath().getParent())) {
            duckDb.execute("CREATE TABLE rows (" + columns + ")");
            try (DuckDBAppender appender = duckDb.connection().unwrap(DuckDBConnection.class).createAppender("rows")) {
                rows.appendTo(appender);
            }
            duckDb.writeParquet("FROM rows", target, ProgressListener.NONE);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /**
     * Hands over the rows in the order of the file.
     *
     * @param columns wanted, separated by commas
     * @throws ExplainedException if the file is missing or damaged
     */
    static void read(Path file, String columns, RowReader reader) {
        try (DuckDb duckDb = DuckDb.open(file.toAbsolutePath().getParent());
                Statement statement = duckDb.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT " + columns + " FROM read_parquet("
                        + DuckDb.readable(file) + ")")) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw new ExplainedException("The table " + file + " cannot be read.",
                    "Bring it back from a backup, or run again with the run's spec.json.", e);
        }
    }
}
