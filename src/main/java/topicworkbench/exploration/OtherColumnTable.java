package topicworkbench.exploration;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.ReviewTable;
import topicworkbench.failure.ExplainedException;

/**
 * The columns of the user's own files that stand beside those every run has, read one by one.
 *
 * @param file    reviews.parquet
 * @param reviews of each document the number of its review, rising
 */
record OtherColumnTable(Path file, int[] reviews) {
    /** So many names can be told apart; rarer ones share the last. */
    private static final int MOST_NAMES = 2000;

    /** In the order of the file, with whether it holds numbers. */
    Map<String, Boolean> columns() {
        try (DuckDb duckDb = open(); Statement statement = duckDb.connection().createStatement(); ResultSet row = statement
                .executeQuery("SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(" + DuckDb.readable(file) + "))")) {
            Map<String, Boolean> columns = new LinkedHashMap<>();
            while (row.next()) {
                if (!ReviewTable.PREPARED.contains(row.getString(1))) {
                    columns.put(row.getString(1), row.getString(2).equals("DOUBLE"));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** @throws ExplainedException if the file is missing or damaged */
    ColumnValues read(String column, boolean numbers) {
        String name = DuckDb.identifier(column);
        String table = "read_parquet(" + DuckDb.readable(file) + ")";
        try (DuckDb duckDb = open()) {
            if (numbers) {
                double[] values = new double[reviews.length];
                Arrays.fill(values, Double.NaN);
                read(duckDb, "SELECT review, coalesce(" + name + ", 'NaN'::DOUBLE)::DOUBLE FROM " + table,
                        (document, chunk, row) -> values[document] = chunk.vector(1).getDouble(row));
                return new NumberColumn(values);
            }
            duckDb.execute("CREATE TABLE counted AS SELECT " + name + " AS name, count(*) AS reviews FROM " + table + " WHERE "
                    + name + " IS NOT NULL GROUP BY 1");
            duckDb.execute("CREATE TABLE frequent AS SELECT name, row_number() OVER (ORDER BY reviews DESC, name) - 1 AS code"
                    + " FROM counted ORDER BY code LIMIT " + MOST_NAMES);
            List<String> names = names(duckDb);
            int rare = (int) duckDb.count("SELECT count(*) FROM counted") - names.size();
            int[] codes = new int[reviews.length];
            Arrays.fill(codes, CategoryColumn.MISSING);
            read(duckDb, "SELECT review, CASE WHEN " + name + " IS NULL THEN " + CategoryColumn.MISSING + " ELSE coalesce(code, "
                    + names.size() + ") END::INTEGER FROM " + table + " LEFT JOIN frequent ON frequent.name = " + name,
                    (document, chunk, row) -> codes[document] = chunk.vector(1).getInt(row));
            if (rare > 0) {
                names.add(CategoryColumn.RARER);
            }
            return new CategoryColumn(codes, names, rare);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The documents with one of some names, rising. */
    int[] withNames(String column, Set<String> names) {
        List<Integer> found = new ArrayList<>();
        try (DuckDb duckDb = open()) {
            read(duckDb, "SELECT review, 0 FROM read_parquet(" + DuckDb.readable(file) + ") WHERE " + DuckDb.identifier(column) + " IN ("
                    + names.stream().map(DuckDb::literal).collect(Collectors.joining(", ")) + ")", (document, _, _) -> found.add(document));
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static List<String> names(DuckDb duckDb) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = duckDb.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM frequent ORDER BY code")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private interface Value {
        void take(int document, org.duckdb.DuckDBDataChunkReader chunk, int row);
    }

    /** @param select two columns, the first the number of the review; in any order */
    private void read(DuckDb duckDb, String select, Value value) throws SQLException {
        try (var statement = duckDb.connection().unwrap(DuckDBConnection.class).prepare(select); var result = statement.query()) {
            while (result.nextChunk()) {
                var numbers = result.chunk().vector(0);
                for (int row = 0; row < result.chunk().rowCount(); row++) {
                    int document = Arrays.binarySearch(reviews, numbers.getInt(row));
                    if (document >= 0) {
                        value.take(document, result.chunk(), row);
                    }
                }
            }
        }
    }

    private DuckDb open() {
        return DuckDb.open(file.toAbsolutePath().getParent());
    }

    private ExplainedException unreadable(Exception cause) {
        return new ExplainedException("The reviews in " + file + " cannot be read.",
                "Bring the file back from a backup, or run again with the run's spec.json.", cause);
    }
}
