package topicworkbench.workspace;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.ReviewTable;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** The prepared reviews of a run on many computers, which come in several files. */
public final class ReviewParts {

    private ReviewParts() { }

    /**
     * Makes reviews.parquet of them, in the order of the reviews' numbers.
     *
     * @param parts   at least one, of the same columns
     * @param reviews written whole or not at all
     */
    public static void join(List<Path> parts, Path reviews, ProgressListener listener) {
        try (DuckDb duckDb = DuckDb.open(reviews.toAbsolutePath().getParent())) {
            String known = String.join(", ", ReviewTable.PREPARED);
            duckDb.writeParquet("SELECT " + known.replaceFirst("review", "review::INTEGER AS review") + ", * EXCLUDE (" + known
                    + ") FROM read_parquet(" + DuckDb.readable(parts.stream()) + ") ORDER BY review", reviews, listener);
        } catch (SQLException e) {
            throw unreadable("prepared reviews", e);
        }
    }

    /** Rows of a table. */
    public static long count(Path table) {
        try (DuckDb duckDb = DuckDb.open(table.toAbsolutePath().getParent())) {
            return duckDb.count("SELECT count(*) FROM read_parquet(" + DuckDb.readable(table) + ")");
        } catch (SQLException e) {
            throw unreadable("file " + table.getFileName(), e);
        }
    }

    private static ExplainedException unreadable(String what, SQLException cause) {
        return new ExplainedException("The " + what + " that came from the cloud cannot be read.",
                "Resume the run, which fetches what is damaged again.", cause);
    }
}
