package topicworkbench.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBReadableVector;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Vectorised;
import topicworkbench.math.FloatMatrix;

/** document_topic.parquet and too_short.parquet: what became of each review. */
public final class DocumentTables {

    private DocumentTables() { }

    /**
     * A row for each document in the corpus's order: its review, its split, its strongest topic, then every topic.
     *
     * @param documentTopic documents x topics
     */
    public static void writeDocumentTopic(Path target, FloatMatrix documentTopic, Corpus corpus) {
        String columns = "review INTEGER, split VARCHAR, topic INTEGER, " + topicColumns(documentTopic.columns(), " FLOAT");
        ParquetTable.write(target, columns, appender -> {
            for (int document = 0; document < corpus.documents(); document++) {
                appender.beginRow().append(corpus.reviews()[document])
                        .append(corpus.splits()[document].name().toLowerCase(Locale.ROOT))
                        .append(strongest(documentTopic, document));
                for (int topic = 0; topic < documentTopic.columns(); topic++) {
                    appender.append(documentTopic.get(document, topic));
                }
                appender.endRow();
            }
        });
    }

    /** @return documents x topics, to the last bit as it was written */
    public static FloatMatrix readDocumentTopic(Path file, int documents, int topics) {
        FloatMatrix documentTopic = FloatMatrix.zeros(documents, topics);
        ParquetTable.read(file, topicColumns(topics, ""), documents, (first, chunk) -> {
            for (int topic = 0; topic < topics; topic++) {
                DuckDBReadableVector shares = chunk.vector(topic);
                for (int row = 0; row < chunk.rowCount(); row++) {
                    documentTopic.set(first + row, topic, shares.getFloat(row));
                }
            }
        });
        return documentTopic;
    }

    /** Of each document the number of its review. */
    public static int[] readReviews(Path documentTopic, int documents) {
        return readNumbers(documentTopic, "review", documents);
    }

    /** Of each document its strongest topic. */
    public static int[] readTopics(Path documentTopic, int documents) {
        return readNumbers(documentTopic, "topic", documents);
    }

    private static int[] readNumbers(Path documentTopic, String column, int documents) {
        int[] result = new int[documents];
        ParquetTable.read(documentTopic, column, documents, (first, chunk) -> {
            DuckDBReadableVector numbers = chunk.vector(0);
            for (int row = 0; row < chunk.rowCount(); row++) {
                result[first + row] = numbers.getInt(row);
            }
        });
        return result;
    }

    /** A row for each review that was left with too few tokens. */
    public static void writeTooShort(Path target, List<Vectorised.TooShort> reviews) {
        ParquetTable.write(target, "review INTEGER, tokens INTEGER", appender -> {
            for (Vectorised.TooShort review : reviews) {
                appender.beginRow().append(review.review()).append(review.tokens()).endRow();
            }
        });
    }

    private static String topicColumns(int topics, String type) {
        return IntStream.range(0, topics).mapToObj(topic -> "topic_" + topic + type).collect(Collectors.joining(", "));
    }

    /** The topic of the largest share; of equal ones the first. */
    public static int strongest(FloatMatrix documentTopic, int document) {
        int best = 0;
        for (int topic = 1; topic < documentTopic.columns(); topic++) {
            best = documentTopic.get(document, topic) > documentTopic.get(document, best) ? topic : best;
        }
        return best;
    }
}
