package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import topicworkbench.corpus.DuckDb;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** Writes and reads one table as a Parquet file; equal rows give equal bytes. */
public final class ParquetTable {

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

    /** Takes some rows that follow one another, column by column: many times faster than row by row. */
    @FunctionalInterface
    public interface ChunkReader {
        /** @param first number of the chunk's first row */
        void read(int first, DuckDBDataChunkReader chunk);
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
        } catch (SQLException | RuntimeException e) { // the latter of values that are missing, or not what they should be
            throw unreadable(file, e);
        }
    }

    /**
     * Hands over the rows in the order of the file, some at a time.
     *
     * @param columns wanted, separated by commas; none may hold a missing value
     * @param rows    how many there must be
     * @throws ExplainedException if the file is missing or damaged, or holds another number of rows
     */
    static void read(Path file, String columns, int rows, ChunkReader reader) {
        int[] read = {0};
        read(file, columns, (first, chunk) -> {
            if (first + chunk.rowCount() > rows) {
                throw unreadable(file, new IOException("It holds more than " + rows + " rows."));
            }
            reader.read(first, chunk);
            read[0] = first + (int) chunk.rowCount();
        });
        if (read[0] != rows) {
            throw unreadable(file, new IOException("It does not hold " + rows + " rows."));
        }
    }

    /**
     * Hands over the rows in the order of the file, some at a time.
     *
     * @param columns wanted, separated by commas; none may hold a missing value
     * @throws ExplainedException if the file is missing or damaged
     */
    public static void read(Path file, String columns, ChunkReader reader) {
        try (DuckDb duckDb = DuckDb.open(file.toAbsolutePath().getParent());
                DuckDBPreparedStatement statement = duckDb.connection().unwrap(DuckDBConnection.class).prepare("SELECT "
                        + columns + " FROM read_parquet(" + DuckDb.readable(file) + ")");
                DuckDBChunkedResult result = statement.query()) {
            int first = 0;
            while (result.nextChunk()) {
                reader.read(first, result.chunk());
                first += (int) result.chunk().rowCount();
            }
        } catch (SQLException | DuckDBFunctions.FunctionException | IndexOutOfBoundsException e) { // for a value that is missing or beyond
            throw unreadable(file, e);
        }
    }

    private static ExplainedException unreadable(Path file, Exception cause) {
        return new ExplainedException("The table " + file + " cannot be read.",
                "Bring it back from a backup, or run again with the run's spec.json.", cause);
    }
}
