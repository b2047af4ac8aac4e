package topicworkbench.exploration.search;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import topicworkbench.corpus.DuckDb;
import topicworkbench.math.ProgressListener;

/** Writes a reviews.parquet with what a search needs of it. */
final class ReviewFixture {
    private ReviewFixture() { }

    /** @param texts title and text of each review; the numbers of the reviews are even */
    static int[] write(Path file, List<String[]> texts) throws SQLException {
        try (DuckDb duckDb = DuckDb.open(file.getParent())) {
            duckDb.execute("CREATE TABLE rows (review INTEGER, title VARCHAR, text VARCHAR)");
            try (DuckDBAppender appender = duckDb.connection().unwrap(DuckDBConnection.class).createAppender("rows")) {
                for (int i = 0; i < texts.size(); i++) {
                    appender.beginRow().append(2 * i).append(texts.get(i)[0]).append(texts.get(i)[1]).endRow();
                }
            }
            duckDb.writeParquet("FROM rows", file, ProgressListener.NONE);
        }
        return java.util.stream.IntStream.range(0, texts.size()).map(i -> 2 * i).toArray();
    }
}
