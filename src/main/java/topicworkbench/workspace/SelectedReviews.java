package topicworkbench.workspace;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBReadableVector;
import topicworkbench.corpus.DuckDb;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** Some reviews of a run as a file that another run can be made of. */
public final class SelectedReviews {

    private SelectedReviews() { }

    /**
     * @param reviewsFile reviews.parquet
     * @param reviews     numbers of those wanted, rising
     * @param target      written whole or not at all: the same columns and order
     * @return {@code target}
     * @throws ExplainedException if the reviews cannot be read or the file cannot be written
     */
    public static Path write(Path reviewsFile, int[] reviews, Path target, ProgressListener listener) {
        try (DuckDb duckDb = DuckDb.open(target.toAbsolutePath().getParent())) {
            duckDb.execute("CREATE TABLE wanted (review INTEGER)");
            try (DuckDBAppender appender = duckDb.connection().unwrap(DuckDBConnection.class).createAppender("wanted")) {
                for (int review : reviews) {
                    appender.beginRow().append(review).endRow();
                }
            }
            duckDb.writeParquet("SELECT * FROM read_parquet(" + DuckDb.readable(reviewsFile)
                    + ") SEMI JOIN wanted USING (review) ORDER BY review", target, listener);
            return target;
        } catch (SQLException e) {
            throw new ExplainedException("The reviews in " + reviewsFile + " cannot be read.",
                    "Bring the file back from a backup, or run again with the run's spec.json.", e);
        }
    }

    /**
     * Which review of the run a selection was made from each review of the run made of it is. The latter are in the order of
     * the file; some may be missing.
     *
     * @param selection     the file that {@link #write} left
     * @param childReviews  reviews.parquet of the run made of it
     * @return of each review of that run, by its number, its number in the run the selection was made from; -1 for one that
     *         is not in the selection
     * @throws ExplainedException if either file is missing or damaged
     */
    public static int[] origins(Path selection, Path childReviews) {
        Numbered all = Numbered.read(selection);
        Numbered some = Numbered.read(childReviews);
        int[] origins = new int[some.size == 0 ? 0 : some.numbers[some.size - 1] + 1];
        Arrays.fill(origins, -1);
        int next = 0;
        for (int i = 0; i < some.size; i++) {
            int at = next;
            while (at < all.size && !all.ids[at].equals(some.ids[i])) {
                at++;
            }
            if (at < all.size) {
                origins[some.numbers[i]] = all.numbers[at];
                next = at + 1;
            }
        }
        return origins;
    }

    /** The reviews of a file with their ids, in its order. */
    private static final class Numbered {
        private int[] numbers = new int[1024];
        private String[] ids = new String[1024];
        private int size;

        static Numbered read(Path file) {
            Numbered result = new Numbered();
            ParquetTable.read(file, "review, coalesce(id, '')", (_, chunk) -> {
                DuckDBReadableVector review = chunk.vector(0);
                DuckDBReadableVector id = chunk.vector(1);
                for (int row = 0; row < chunk.rowCount(); row++) {
                    result.add(review.getInt(row), id.getString(row));
                }
            });
            return result;
        }

        private void add(int number, String id) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
                ids = Arrays.copyOf(ids, 2 * size);
            }
            numbers[size] = number;
            ids[size++] = id;
        }
    }
}
