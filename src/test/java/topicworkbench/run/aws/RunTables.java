package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.corpus.DuckDb;

/**
 * Reads tables of runs row by row.
 *
 * @param scratch folder in which the engine may write meanwhile
 */
record RunTables(Path scratch) {

    /** Also in the same order. */
    void assertSame(String columns, Path found, Path expected) throws SQLException {
        List<String> mine = rows(columns, found);
        List<String> theirs = rows(columns, expected);
        assertThat(mine).hasSameSizeAs(theirs);
        for (int row = 0; row < mine.size(); row++) {
            assertThat(mine.get(row)).isEqualTo(theirs.get(row));
        }
    }

    /** Each with its columns' names. @param columns an expression of SQL */
    List<String> rows(String columns, Path table) throws SQLException {
        try (DuckDb duckDb = DuckDb.open(scratch); Statement statement = duckDb.connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT " + columns + " FROM read_parquet(" + DuckDb.readable(table) + ")")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    values.add(result.getMetaData().getColumnName(column) + "=" + result.getString(column));
                }
                rows.add(values.toString());
            }
            return rows;
        }
    }
}
