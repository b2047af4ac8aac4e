package topicworkbench.corpus;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.QueryProgress;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * An in-memory DuckDB for reading and writing tables in files. Rows keep the order of their files, larger work spills
 * into a folder beside the results, nothing is fetched from the network. Close it when done; one thread at a time.
 */
public final class DuckDb implements AutoCloseable {
    /** Rows of a Parquet row group: small enough to read a few reviews without unpacking the file. */
    private static final int ROW_GROUP_SIZE = 20_480;
    private static final long POLL_MILLIS = 50;

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /** @param spill folder that exists, for what does not fit in memory */
    public static DuckDb open(Path spill) {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(Threads.available()));
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("temp_directory", spill.resolve("duckdb-spill").toAbsolutePath().toString());
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        try {
            DuckDb duckDb = new DuckDb(DriverManager.getConnection("jdbc:duckdb:", settings));
            UnpackedLibrary.discard();
            // a day must not depend on where it is read
            duckDb.execute("SET TimeZone = 'UTC'");
            return duckDb;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    /** For prepared statements, appenders and functions. */
    public Connection connection() {
        return connection;
    }

    /** Runs one statement. */
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs one statement that may take long; {@code listener} hears hundredths of a percent and may cancel it. */
    public void execute(String sql, ProgressListener listener) throws SQLException {
        listener.progress(0, 10_000);
        try (var statement = connection.createStatement()) {
            CompletableFuture<Void> running = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("duckdb").start(() -> {
                try {
                    statement.execute(sql);
                    running.complete(null);
                } catch (SQLException | RuntimeException | Error e) {
                    running.completeExceptionally(e);
                }
            });
            try {
                while (!finished(running)) {
                    QueryProgress progress = ((DuckDBPreparedStatement) statement).getQueryProgress();
                    listener.progress(Math.round(100 * Math.max(0, progress.getPercentage())), 10_000);
                }
            } catch (RuntimeException cancelled) {
                statement.cancel();
                running.handle((_, _) -> null).join();
                throw cancelled;
            }
        }
    }

    private static boolean finished(CompletableFuture<Void> running) throws SQLException {
        try {
            running.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException s -> throw s;
                case RuntimeException r -> throw r;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** Makes a set of row numbers an SQL function, which tells of a row number whether it is in the set. */
    void registerRowSet(String function, BitSet rows) throws SQLException {
        try (var builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(function).withParameter(DuckDBColumnType.BIGINT).withReturnType(DuckDBColumnType.BOOLEAN)
                    .withVectorizedFunction((in, out) -> {
                        for (long i = 0; i < in.rowCount(); i++) {
                            out.setBoolean(i, rows.get(Math.toIntExact(in.vector(0).getLong(i))));
                        }
                    }).register(connection);
        }
    }

    /** The single number that a query gives. */
    public long count(String sql) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * Writes what {@code select} gives as one Parquet file, whole or not at all: same rows, same bytes.
     *
     * @throws ExplainedException if the file cannot be written
     */
    public void writeParquet(String select, Path target, ProgressListener listener) throws SQLException {
        try {
            AtomicFile.write(target, temporary -> copy(select, temporary, "zstd", listener));
        } catch (UncheckedIOException e) {
            throw unwritable(target, e);
        }
    }

    /** Writes a Parquet file that lives only until the work at hand is done: fast, neither small nor safe. */
    public void writeScratch(String select, Path target, ProgressListener listener) throws SQLException {
        copy(select, target, "lz4", listener);
    }

    private void copy(String select, Path file, String compression, ProgressListener listener) throws SQLException {
        try {
            execute("COPY (" + select + ") TO " + literal(file) + " (FORMAT parquet, COMPRESSION " + compression
                    + ", ROW_GROUP_SIZE " + ROW_GROUP_SIZE + ")", listener);
        } catch (SQLException e) {
            // DuckDB tells its failures apart by their messages alone
            String message = String.valueOf(e.getMessage());
            if (message.contains("No space left") || message.contains("IO Error") && message.contains(file.getFileName().toString())) {
                throw unwritable(file, e);
            }
            throw e;
        }
    }

    private static ExplainedException unwritable(Path target, Exception cause) {
        return new ExplainedException("The table " + target + " could not be written.",
                "Check that the disk has space left and that the folder may be written to.", cause);
    }

    /** {@code text} as an SQL string. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A file's name as an SQL string that means this file only, even where the name holds wildcards. */
    public static String literal(Path file) {
        return literal(file.toAbsolutePath().toString());
    }

    /** One file to be read, as an SQL string: DuckDB reads wildcards in it, so they are taken literally. */
    public static String readable(Path file) {
        return literal(file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]"));
    }

    /** Several files as an SQL list, in this order. */
    public static String readable(Stream<Path> files) {
        return files.map(DuckDb::readable).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A column's name, quoted. */
    public static String identifier(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() {
        try {
            connection.close();
            DuckDBDriver.clearFunctionsRegistry(); // a list of all that were ever registered, for whoever asks; nobody does
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        }
    }
}
