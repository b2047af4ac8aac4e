package topicworkbench.exploration;

import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.ReviewTable;
import topicworkbench.failure.ExplainedException;

/** Fetches the texts of a few reviews from the many on the disk. */
public final class ReviewTexts {
    private final Path file;
    private final int[] reviews;

    /** @param reviews of each document the number of its review, rising */
    ReviewTexts(Path file, int[] reviews) {
        this.file = file;
        this.reviews = reviews;
    }

    /**
     * @param documents wanted, in any order; a few hundred at a time
     * @return in the same order
     * @throws ExplainedException if the file is missing or damaged
     */
    public List<ExploredReview> read(int... documents) {
        if (documents.length == 0) {
            return List.of();
        }
        Map<Integer, Integer> documentOf = HashMap.newHashMap(documents.length);
        IntStream.of(documents).forEach(document -> documentOf.put(reviews[document], document));
        Map<Integer, ExploredReview> found = HashMap.newHashMap(documents.length);
        // the range lets whole row groups of the file be passed over, which the list alone does not
        int[] sorted = documentOf.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        String wanted = Arrays.stream(sorted).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        try (DuckDb duckDb = DuckDb.open(file.toAbsolutePath().getParent());
                Statement statement = duckDb.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT " + String.join(", ", ReviewTable.PREPARED)
                        + ", * EXCLUDE (" + String.join(", ", ReviewTable.PREPARED) + ") FROM read_parquet(" + DuckDb.readable(file)
                        + ") WHERE review BETWEEN " + sorted[0]
                        + " AND " + sorted[sorted.length - 1] + " AND review IN (" + wanted + ")")) {
            while (row.next()) {
                int document = documentOf.get(row.getInt("review"));
                found.put(document, review(document, row));
            }
        } catch (SQLException e) {
            throw new ExplainedException("The reviews in " + file + " cannot be read.",
                    "Bring the file back from a backup, or run again with the run's spec.json.", e);
        }
        List<ExploredReview> result = new ArrayList<>(documents.length);
        IntStream.of(documents).mapToObj(found::get).filter(Objects::nonNull).forEach(result::add);
        return result;
    }

    private static ExploredReview review(int document, ResultSet row) throws SQLException {
        double stars = row.getDouble("stars");
        boolean unknown = row.wasNull();
        Date date = row.getDate("date");
        return new ExploredReview(document, row.getInt("review"), orEmpty(row.getString("id")),
                orEmpty(row.getString("title")), orEmpty(row.getString("text")), unknown ? Double.NaN : stars,
                orEmpty(row.getString("product")), date == null ? null : date.toLocalDate(), row.getInt("helpful_votes"),
                orEmpty(row.getString("source")), others(row));
    }

    private static Map<String, String> others(ResultSet row) throws SQLException {
        Map<String, String> others = new LinkedHashMap<>();
        for (int column = ReviewTable.PREPARED.size() + 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            if (value != null) {
                others.put(row.getMetaData().getColumnName(column), value instanceof Double number ? Filter.Range.number(number)
                        : value.toString());
            }
        }
        return others;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
