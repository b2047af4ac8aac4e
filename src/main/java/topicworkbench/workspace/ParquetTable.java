package topicworkbench.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Writes and reads one table as a Parquet file; equal rows give equal bytes. */
final class ParquetTable {

    /** Appends every row, each between {@code beginRow} and {@code endRow}. */
    @FunctionalInterface
    interface Rows {
        void appendTo(DuckDBAppender appender) throws SQLException;
    }

    /** Makes a value of the row the cursor stands on. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
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

    static <T> List<T> read(Path file, String orderedBy, RowReader<T> reader) throws IOException {
        try (DuckDBConnection duckDb = open(); Statement statement = duckDb.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM read_parquet(" + quoted(file) + ") ORDER BY "
                        + orderedBy)) {
            List<T> result = new ArrayList<>();
            while (row.next()) {
                result.add(reader.read(row));
            }
            return result;
        } catch (SQLException e) {
            throw new IOException(e);
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
