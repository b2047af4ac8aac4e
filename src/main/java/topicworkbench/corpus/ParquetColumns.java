package topicworkbench.corpus;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.failure.ExplainedException;

/** Reads from a Parquet file how its columns are called. */
record ParquetColumns(DuckDb duckDb) {

    /** @throws ExplainedException if the file is damaged */
    List<String> of(Path file) {
        return List.copyOf(types(file).keySet());
    }

    /** Name to type, as DuckDB calls it. @throws ExplainedException if the file is damaged */
    Map<String, String> types(Path file) {
        Map<String, String> columns = new LinkedHashMap<>();
        try (var statement = duckDb.connection().createStatement(); var rows = statement.executeQuery(
                "SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(" + DuckDb.readable(file)
                + ", binary_as_string = true))")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
            return columns;
        } catch (SQLException e) {
            throw DamagedFile.parquet(file, e);
        }
    }
}
