package topicworkbench.corpus;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.failure.ExplainedException;

/** Reads from a Parquet file how its columns are called. */
record ParquetColumns(DuckDb duckDb) {

    /** @throws ExplainedException if the file is damaged */
    List<String> of(Path file) {
        List<String> columns = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); var rows = statement.executeQuery(
                "SELECT column_name FROM (DESCRIBE FROM read_parquet(" + DuckDb.readable(file) + "))")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        } catch (SQLException e) {
            throw new ExplainedException(file + " is a damaged Parquet file.", "Copy or download it again.", e);
        }
    }
}
