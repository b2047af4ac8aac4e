package topicworkbench.export.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import topicworkbench.corpus.DuckDb;
import topicworkbench.export.CsvText;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.math.ProgressListener;
import topicworkbench.workspace.WriteFailures;

/** One table as one file, CSV, Parquet or JSON as its name ends, whole or not at all. */
public final class TableFile {

    private TableFile() { }

    /** Writes a Parquet file of ours again, as people want it. */
    public static void write(Path parquet, Path target) {
        try (DuckDb duckDb = DuckDb.open(parquet.toAbsolutePath().getParent())) {
            duckDb.execute("CREATE VIEW whole AS FROM read_parquet(" + DuckDb.readable(parquet) + ")");
            write(duckDb, "whole", target, ProgressListener.NONE);
        } catch (SQLException e) {
            throw unwritten(target, e);
        }
    }

    /** @param target is replaced if it is there */
    static void write(DuckDb duckDb, String table, Path target, ProgressListener listener) throws SQLException {
        TableFormat format = TableFormat.of(target);
        List<String> texts = format == TableFormat.CSV ? texts(duckDb, table) : List.of();
        String columns = texts.isEmpty() ? "*" : "* REPLACE (" + texts.stream().map(CsvText::guarded)
                .collect(Collectors.joining(", ")) + ")";
        try {
            AtomicFile.write(target.toAbsolutePath(), temporary -> {
                try {
                    duckDb.execute(format.copy("SELECT " + columns + " FROM " + table, temporary), listener);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw unwritten(target, e);
        }
    }

    private static List<String> texts(DuckDb duckDb, String table) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = duckDb.connection().createStatement(); ResultSet column = statement.executeQuery("DESCRIBE " + table)) {
            while (column.next()) {
                if (column.getString("column_type").equals("VARCHAR")) {
                    texts.add(DuckDb.identifier(column.getString("column_name")));
                }
            }
        }
        return texts;
    }

    static ExplainedException unwritten(Path target, Exception cause) {
        return WriteFailures.fullDisk(cause, target).orElseGet(() -> new ExplainedException("The table " + target + " cannot be written.",
                "Name another file, or make its folder writable.", cause));
    }
}
