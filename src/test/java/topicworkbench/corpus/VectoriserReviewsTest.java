package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.TextOptions.Normalization;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.SharedData;

/** Real reviews, against figures that scikit-learn 1.2.1 gave for the very same text. */
class VectoriserReviewsTest {

    @TempDir
    private Path folder;

    /**
     * 1 and 2 stars, exact duplicates out; CountVectorizer with token pattern {@code [^\W\d_]{3,}}, no stop words,
     * min_df 5, max_df 0.5, 5,000 terms, then documents of 5 tokens or more.
     */
    @Test
    void countsOfRealReviewsAreCountVectorizers() throws SQLException {
        Path shards = SharedData.require("reviews/digital-software");
        Path reviews = folder.resolve("reviews.parquet");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.writeParquet("SELECT (row_number() OVER (ORDER BY first) - 1)::INTEGER AS review, title, text FROM ("
                    + "SELECT min(row) AS first, title, text FROM (SELECT row_number() OVER () AS row, star_rating, "
                    + "review_headline AS title, review_body AS text FROM read_parquet('" + shards + "/*.parquet')) "
                    + "WHERE star_rating <= 2 GROUP BY title, text)", reviews, ProgressListener.NONE);
        }
        TextOptions options = new TextOptions(1, "none", List.of(), Normalization.NONE, 3, 5, 0.5, 5000, 5, 0, 0);
        try (Threads threads = new Threads(2)) {
            Vectorised result = Vectoriser.vectorise(new ParquetDocuments(reviews), options, 1, threads,
                    ProgressListener.NONE);

            assertThat(result.corpus().documents()).isEqualTo(14950);
            assertThat(result.corpus().counts().total()).isEqualTo(972653);
            assertThat(result.corpus().counts().stored()).isEqualTo(718794);
            assertThat(result.corpus().documents() + result.tooShort().size()).isEqualTo(15246);
        }
    }
}
