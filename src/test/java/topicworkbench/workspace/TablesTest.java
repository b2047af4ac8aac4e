package topicworkbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.Vectorised;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.quality.Stability;
import topicworkbench.topic.DocumentMap;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicModel;

/** The tables of a run folder as an SQL user sees them, not as our own readers do. */
class TablesTest {
    private static final FloatMatrix TOPIC_TERM = new FloatMatrix(2, 3, new float[] {0.1f, 0.2f, 0.7f, Float.MIN_VALUE, 1e-30f, 1});
    private static final FloatMatrix DOCUMENT_TOPIC = new FloatMatrix(2, 2, new float[] {0.25f, 0.75f, 0.5f, 0.5f});
    private static final Corpus CORPUS = new Corpus(new Vocabulary(List.of("late", "o'brien", "naïve")),
            new CsrCounts(2, 3, new int[] {0, 1, 2}, new int[] {0, 2}, new int[] {3, 1}), new int[] {4, 9},
            new Split[] {Split.VALIDATION, Split.TRAIN});

    @TempDir
    private Path folder;

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:"); var statement = duckDb.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                StringBuilder line = new StringBuilder();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    line.append(column == 1 ? "" : "|").append(row.getString(column));
                }
                rows.add(line.toString());
            }
        }
        return rows;
    }

    private static List<String> columns(Path table) throws SQLException {
        return query("SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM '" + table + "')");
    }

    @Test
    void topicTerm() throws SQLException {
        Path table = folder.resolve("topic_term.parquet");
        ModelTables.writeTopicTerm(table, new TopicModel(CORPUS.vocabulary(), TOPIC_TERM, DOCUMENT_TOPIC));
        assertThat(columns(table)).containsExactly("topic INTEGER", "term_id INTEGER", "term VARCHAR", "probability FLOAT");
        assertThat(query("FROM '" + table + "' LIMIT 4")).containsExactly("0|0|late|0.1", "0|1|o'brien|0.2",
                "0|2|naïve|0.7", "1|0|late|1.4E-45");
        assertThat(ModelTables.readTopicTerm(table, 2, 3).values()).containsExactly(TOPIC_TERM.values());
    }

    @Test
    void documentTopic() throws SQLException {
        Path table = folder.resolve("document_topic.parquet");
        DocumentTables.writeDocumentTopic(table, DOCUMENT_TOPIC, CORPUS);
        assertThat(columns(table)).containsExactly("review INTEGER", "split VARCHAR", "topic INTEGER", "topic_0 FLOAT",
                "topic_1 FLOAT");
        assertThat(query("FROM '" + table + "'")).containsExactly("4|validation|1|0.25|0.75", "9|train|0|0.5|0.5");
        assertThat(DocumentTables.readDocumentTopic(table, 2, 2).values()).containsExactly(DOCUMENT_TOPIC.values());
        assertThat(DocumentTables.readReviews(table, 2)).containsExactly(4, 9);
    }

    @Test
    void tablesOfManyChunksKeepTheirOrder() {
        int documents = 50_000;
        float[] x = new float[documents];
        float[] y = new float[documents];
        int[] reviews = new int[documents];
        for (int document = 0; document < documents; document++) {
            x[document] = 0.5f * document;
            y[document] = -document;
            reviews[document] = 3 * document;
        }
        Path table = folder.resolve("map.parquet");
        MapTable.write(table, reviews, new DocumentMap(x, y));
        assertThat(MapTable.read(table, documents).x()).containsExactly(x);
        assertThat(MapTable.read(table, documents).y()).containsExactly(y);
        assertThat(DocumentTables.readReviews(table, documents)).containsExactly(reviews);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aTableOfAnotherLengthIsRefused(int documents) {
        Path table = folder.resolve("document_topic.parquet");
        DocumentTables.writeDocumentTopic(table, DOCUMENT_TOPIC, CORPUS);
        assertThatThrownBy(() -> DocumentTables.readDocumentTopic(table, documents, 2))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void aMissingValueIsRefused() throws SQLException {
        Path table = folder.resolve("map.parquet");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.execute("COPY (SELECT 1 AS review, 1::FLOAT AS x, NULL::FLOAT AS y) TO " + DuckDb.literal(table));
        }
        assertThatThrownBy(() -> MapTable.read(table, 1)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void map() throws SQLException {
        Path table = folder.resolve("map.parquet");
        DocumentMap map = new DocumentMap(new float[] {1.5f, -Float.MIN_VALUE}, new float[] {0, 1e30f});
        MapTable.write(table, CORPUS.reviews(), map);
        assertThat(columns(table)).containsExactly("review INTEGER", "x FLOAT", "y FLOAT");
        assertThat(query("FROM '" + table + "'")).containsExactly("4|1.5|0.0", "9|-1.4E-45|1.0E30");
        DocumentMap read = MapTable.read(table, 2);
        assertThat(read.x()).isEqualTo(map.x());
        assertThat(read.y()).isEqualTo(map.y());
        DocumentTables.writeDocumentTopic(folder.resolve("document_topic.parquet"), DOCUMENT_TOPIC, CORPUS);
        assertThat(DocumentTables.readReviews(folder.resolve("document_topic.parquet"), 2)).containsExactly(4, 9);
    }

    @Test
    void quality() throws SQLException {
        Path table = folder.resolve("quality.parquet");
        TopicTable.write(table, List.of(new Topic(0, "label", 0.5, Double.NaN, 1, -0.25,
                List.of(new Topic.Word("late", 0.5), new Topic.Word("naïve", 0.25)))));
        assertThat(columns(table)).containsExactly("topic INTEGER", "prevalence DOUBLE", "wetc DOUBLE", "tu DOUBLE",
                "npmi DOUBLE", "found_in INTEGER", "seeds INTEGER", "overlap DOUBLE", "words VARCHAR[]", "probabilities DOUBLE[]");
        assertThat(query("FROM '" + table + "'")).containsExactly(
                "0|0.5|null|1.0|-0.25|null|null|null|[late, naïve]|[0.5, 0.25]");
    }

    @Test
    void stability() throws SQLException {
        Path table = folder.resolve("quality.parquet");
        Topic topic = new Topic(0, null, 0.5, 0.25, 1, -0.25, new Topic.Stability(2, 3, 0.75), List.of(new Topic.Word("late", 0.5)));
        TopicTable.write(table, List.of(topic));
        assertThat(query("SELECT found_in, seeds, overlap FROM '" + table + "'")).containsExactly("2|3|0.75");
        assertThat(TopicTable.read(table)).containsExactly(topic);
        Path earlier = folder.resolve("earlier.parquet");
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:"); var statement = duckDb.createStatement()) {
            statement.execute("COPY (SELECT * EXCLUDE (found_in, seeds, overlap) FROM '" + table + "') TO '" + earlier
                    + "' (FORMAT parquet)");
        }
        assertThat(TopicTable.read(earlier).getFirst().stability()).isNull();
    }

    @Test
    void alignment() throws SQLException {
        Path table = folder.resolve("alignment.parquet");
        Stability stability = Stability.of(List.of(new Stability.Match(0, 0, 1, 1, 0.5), new Stability.Match(0, 1, 1, 0, 1),
                new Stability.Match(1, 0, 0, 1, 1), new Stability.Match(1, 1, 0, 0, 0.5)));
        AlignmentTable.write(table, List.of(7L, 8L), stability);
        assertThat(columns(table)).containsExactly("seed BIGINT", "topic INTEGER", "other_seed BIGINT", "other_topic INTEGER",
                "overlap DOUBLE");
        assertThat(query("FROM '" + table + "'")).containsExactly("7|0|8|1|0.5", "7|1|8|0|1.0", "8|0|7|1|1.0", "8|1|7|0|0.5");
        assertThat(AlignmentTable.read(table, List.of(7L, 8L)).matches()).isEqualTo(stability.matches());
    }

    @Test
    void tooShort() throws SQLException {
        Path table = folder.resolve("too_short.parquet");
        DocumentTables.writeTooShort(table, List.of(new Vectorised.TooShort(7, 2)));
        assertThat(columns(table)).containsExactly("review INTEGER", "tokens INTEGER");
        assertThat(query("FROM '" + table + "'")).containsExactly("7|2");
    }

    @Test
    void aDamagedTableIsRefusedInWords() throws IOException {
        Path table = Files.writeString(folder.resolve("quality.parquet"), "PAR1 but not really");
        assertThatThrownBy(() -> TopicTable.read(table)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("cannot be read");
    }
}
