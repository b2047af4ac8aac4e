package topicworkbench.workspace;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import topicworkbench.topic.Topic;

/** quality.parquet: a row a topic with its scores and its leading words. Labels are kept elsewhere. */
public final class TopicTable {
    private static final String COLUMNS = "topic INTEGER, prevalence DOUBLE, wetc DOUBLE, tu DOUBLE, npmi DOUBLE,"
            + " words VARCHAR[], probabilities DOUBLE[]";

    private TopicTable() { }

    public static void write(Path target, List<Topic> topics) {
        ParquetTable.write(target, COLUMNS, appender -> {
            for (Topic topic : topics) {
                appender.beginRow().append(topic.id());
                for (double score : new double[] {topic.prevalence(), topic.wetc(), topic.tu(), topic.npmi()}) {
                    appendOrNull(appender, score);
                }
                appender.append(topic.words().stream().map(Topic.Word::term).toList())
                        .append(topic.words().stream().mapToDouble(Topic.Word::probability).toArray())
                        .endRow();
            }
        });
    }

    /** @throws topicworkbench.failure.ExplainedException if the file is missing or damaged */
    public static List<Topic> read(Path file) {
        List<Topic> topics = new ArrayList<>();
        ParquetTable.read(file, "*", row -> topics.add(topic(row)));
        return topics;
    }

    private static Topic topic(ResultSet row) throws SQLException {
        Object[] terms = list(row, "words");
        Object[] probabilities = list(row, "probabilities");
        List<Topic.Word> words = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            words.add(new Topic.Word((String) terms[i], ((Number) probabilities[i]).doubleValue()));
        }
        return new Topic(row.getInt("topic"), null, score(row, "prevalence"), score(row, "wetc"), score(row, "tu"),
                score(row, "npmi"), words);
    }

    private static Object[] list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (Object[]) array.getArray();
    }

    private static double score(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** Not a number is written as a missing value, which every reader understands. */
    private static void appendOrNull(DuckDBAppender appender, double value) throws SQLException {
        if (Double.isNaN(value)) {
            appender.appendNull();
        } else {
            appender.append(value);
        }
    }
}
