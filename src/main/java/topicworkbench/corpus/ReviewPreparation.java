package topicworkbench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;
import topicworkbench.math.ProgressListener;

/**
 * Makes of the ingested table the reviews that a run works on: filtered, cleaned, each text once, in the order of the
 * files. Same input and filter give the same bytes.
 */
public final class ReviewPreparation {

    /**
     * Writes one Parquet table: review (from 0), id, title, text, stars, product, category, date, helpful_votes,
     * verified, source, and whatever other columns the ingested table has. Text and title are plain text on one line.
     *
     * @throws ExplainedException if no review is left; says which bound dropped how many
     */
    public PrepareReport prepare(Path ingested, ReviewFilter filter, Path reviews, ProgressListener listener) {
        Path parts = reviews.resolveSibling(reviews.getFileName() + ".parts");
        try {
            FolderTree.discard(parts);
            Files.createDirectories(parts);
            try (DuckDb duckDb = DuckDb.open(parts)) {
                ReviewFunctions.register(duckDb.connection());
                return prepare(duckDb, ingested, filter, parts.resolve("cleaned.parquet"), reviews, listener);
            }
        } catch (IOException e) {
            throw new ExplainedException("The folder " + reviews.toAbsolutePath().getParent() + " cannot be written.",
                    "Choose a workspace folder that may be written and has space left.", e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            FolderTree.discard(parts);
        }
    }

    private static PrepareReport prepare(DuckDb duckDb, Path ingested, ReviewFilter filter, Path cleaned, Path reviews,
            ProgressListener listener) throws SQLException {
        FilterQuery query = new FilterQuery(filter);
        long read = duckDb.count("SELECT count(*) FROM read_parquet(" + DuckDb.readable(ingested) + ")");
        Map<String, Long> filteredBy = new LinkedHashMap<>();
        filteredBy.putAll(countDropped(duckDb, query.beforeCleaning(), ingested));
        duckDb.writeScratch("SELECT *, length(coalesce(title, '')) + length(coalesce(text, '')) AS characters FROM (SELECT * "
                + "REPLACE (review_clean(title) AS title, review_clean(text) AS text) FROM read_parquet("
                + DuckDb.readable(ingested) + ") WHERE " + query.keepBefore() + ")", cleaned, listener.share(0, 0.5));
        filteredBy.putAll(countDropped(duckDb, query.afterCleaning(), cleaned));
        long candidates = duckDb.count("SELECT count(*) FROM read_parquet(" + DuckDb.readable(cleaned) + ") WHERE "
                + query.keepAfter());
        if (candidates == 0) {
            throw PrepareReport.nothingLeft(read, filteredBy);
        }
        Duplicates duplicates = new Duplicates(filter, duckDb, "FROM read_parquet(" + DuckDb.readable(cleaned)
                + ", file_row_number = true) WHERE " + query.keepAfter());
        BitSet dropped = duplicates.find(listener.share(0.5, 0.4));
        duckDb.registerRowSet("review_dropped", dropped);
        duckDb.writeParquet("SELECT (row_number() OVER () - 1)::INTEGER AS review, id, nullif(title, '') AS title, "
                + "coalesce(text, '') AS text, stars, coalesce(product, product_id) AS product, category, date, "
                + "helpful_votes, verified, source" + others(duckDb, ingested) + " FROM read_parquet(" + DuckDb.readable(cleaned)
                + ", file_row_number = true) WHERE " + query.keepAfter() + " AND NOT review_dropped(file_row_number)", reviews,
                listener.share(0.9, 0.1));
        return new PrepareReport(read, read - candidates, filteredBy, duplicates.exact(), duplicates.near(),
                candidates - duplicates.exact() - duplicates.near());
    }

    private static String others(DuckDb duckDb, Path ingested) {
        return new ParquetColumns(duckDb).of(ingested).stream().filter(column -> !ReviewTable.INGESTED.contains(column))
                .map(column -> ", " + DuckDb.identifier(column)).collect(Collectors.joining());
    }

    private static Map<String, Long> countDropped(DuckDb duckDb, Map<String, String> bounds, Path table)
            throws SQLException {
        Map<String, Long> dropped = new LinkedHashMap<>();
        if (bounds.isEmpty()) {
            return dropped;
        }
        String cases = bounds.entrySet().stream().map(b -> "WHEN NOT (" + b.getValue() + ") THEN "
                + DuckDb.literal(b.getKey())).collect(Collectors.joining(" ", "CASE ", " END"));
        Map<String, Long> counted = new LinkedHashMap<>();
        try (var statement = duckDb.connection().createStatement(); ResultSet rows = statement.executeQuery("SELECT "
                + cases + " AS bound, count(*) FROM read_parquet(" + DuckDb.readable(table) + ") GROUP BY bound")) {
            while (rows.next()) {
                counted.put(rows.getString(1), rows.getLong(2));
            }
        }
        for (String bound : bounds.keySet()) {
            if (counted.containsKey(bound)) {
                dropped.put(bound, counted.get(bound));
            }
        }
        return dropped;
    }
}
