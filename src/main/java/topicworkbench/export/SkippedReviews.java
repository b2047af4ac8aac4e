package topicworkbench.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.corpus.DuckDb;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.Counts;
import topicworkbench.workspace.RunFiles;

/**
 * Reviews that do not stand behind the topics, and why.
 *
 * @param reason in a few words
 * @param count  how many
 */
public record SkippedReviews(String reason, long count) {
    private static final int MOST_REASONS = 8;

    /** In the order of the stages; reasons of rejected rows come from rejected.parquet, the most common first. */
    static List<SkippedReviews> of(Counts counts, RunFiles files) {
        List<SkippedReviews> skipped = new ArrayList<>();
        if (Files.exists(files.rejected())) {
            skipped.addAll(rejected(files.rejected()));
        }
        if (counts != null) {
            skipped.add(new SkippedReviews("dropped by the filter", counts.filtered()));
            skipped.add(new SkippedReviews("exact or near duplicates", counts.duplicates()));
            skipped.add(new SkippedReviews("too few tokens", counts.tooShort()));
        }
        return skipped.stream().filter(reason -> reason.count() > 0).toList();
    }

    private static List<SkippedReviews> rejected(Path table) {
        String query = "SELECT reason, count(*) FROM read_parquet(" + DuckDb.readable(table)
                + ") GROUP BY reason ORDER BY count(*) DESC, reason LIMIT " + MOST_REASONS;
        try (DuckDb duckDb = DuckDb.open(table.toAbsolutePath().getParent());
                Statement statement = duckDb.connection().createStatement(); ResultSet row = statement.executeQuery(query)) {
            List<SkippedReviews> reasons = new ArrayList<>();
            while (row.next()) {
                reasons.add(new SkippedReviews("not readable: " + row.getString(1), row.getLong(2)));
            }
            return reasons;
        } catch (SQLException e) {
            throw new ExplainedException("The table " + table + " cannot be read.",
                    "Bring it back from a backup, or run again with the run's spec.json.", e);
        }
    }
}
