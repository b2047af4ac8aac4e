package topicworkbench.export.table;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import topicworkbench.corpus.DuckDb;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.DocumentTables;

/** Reviews that a model was asked about, a row each, with their topics and shares, as one table. */
public final class ClassifiedReviews {
    private static final String UNKNOWN = "The model knows none of its words.";

    private ClassifiedReviews() { }

    /**
     * What a model said of the reviews that have words it knows.
     *
     * @param counts reviews x terms
     * @param known  the rows of {@code counts} that are not empty, rising
     * @param shares a row for each of {@code known}; x topics
     * @param topics of the model
     */
    public record Answers(CsrCounts counts, int[] known, FloatMatrix shares, List<Topic> topics) {
        /** @throws ExplainedException if these do not fit together */
        public Answers {
            if (shares.rows() != known.length || shares.columns() != topics.size()) {
                throw new ExplainedException("The model answered about " + shares.rows() + " documents with " + shares.columns()
                        + " topics each, but was asked about " + known.length + ", and the run has " + topics.size() + " topics.",
                        "Nothing was written. Look whether the model in the account is the run's.");
            }
        }
    }

    /**
     * Writes the table, whole or not at all: the reviews' own columns, then {@code tokens}, {@code topic}, {@code label},
     * {@code note}, which says why there is no topic, and {@code topic_0}, …, the shares.
     *
     * @param reviews  as a run's reviews.parquet, a row for each of the counts
     * @param target   is replaced if it is there
     * @param listener hears how far it is; may cancel
     */
    public static void write(Path reviews, Answers answers, Path target, ProgressListener listener) {
        try (DuckDb duckDb = DuckDb.open(reviews.toAbsolutePath().getParent())) {
            duckDb.execute("CREATE TABLE answers (review INTEGER, tokens BIGINT, topic INTEGER, label VARCHAR, note VARCHAR, "
                    + shares(answers, " FLOAT") + ")");
            fill(duckDb, answers);
            duckDb.execute("CREATE VIEW classified AS SELECT r.*, a.* EXCLUDE (review) FROM read_parquet(" + DuckDb.readable(reviews)
                    + ") r JOIN answers a USING (review) ORDER BY r.review");
            TableFile.write(duckDb, "classified", target, listener);
        } catch (SQLException e) {
            throw TableFile.unwritten(target, e);
        }
    }

    private static void fill(DuckDb duckDb, Answers answers) throws SQLException {
        int next = 0;
        try (DuckDBAppender rows = duckDb.connection().unwrap(DuckDBConnection.class).createAppender("answers")) {
            for (int review = 0; review < answers.counts().rows(); review++) {
                rows.beginRow().append(review).append(answers.counts().rowTotal(review));
                boolean answered = next < answers.known().length && answers.known()[next] == review;
                append(rows, answers, answered ? next++ : -1);
            }
        }
    }

    /** @param row of the shares, or -1 */
    private static void append(DuckDBAppender rows, Answers answers, int row) throws SQLException {
        Integer topic = row < 0 ? null : (Integer) DocumentTables.strongest(answers.shares(), row);
        rows.append(topic).append(row < 0 ? null : answers.topics().get(topic).label());
        rows.append(row < 0 ? UNKNOWN : null);
        for (int each = 0; each < answers.topics().size(); each++) {
            rows.append(row < 0 ? null : (Float) answers.shares().get(row, each));
        }
        rows.endRow();
    }

    private static String shares(Answers answers, String type) {
        return IntStream.range(0, answers.topics().size()).mapToObj(topic -> "topic_" + topic + type).collect(Collectors.joining(", "));
    }
}
