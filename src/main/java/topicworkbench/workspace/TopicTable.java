package topicworkbench.workspace;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import topicworkbench.topic.Topic;

/** quality.parquet: a row a topic with its scores and its leading words. Labels are kept elsewhere. */
public final class TopicTable {
    private static final String COLUMNS = "topic INTEGER, prevalence DOUBLE, wetc DOUBLE, tu DOUBLE, npmi DOUBLE,"
            + " found_in INTEGER, seeds INTEGER, overlap DOUBLE, words VARCHAR[], probabilities DOUBLE[]";

    private TopicTable() { }

    public static void write(Path target, List<Topic> topics) {
        ParquetTable.write(target, COLUMNS, appender -> {
            for (Topic topic : topics) {
                appender.beginRow().append(topic.id());
                for (double score : new double[] {topic.prevalence(), topic.wetc(), topic.tu(), topic.npmi()}) {
                    appendOrNull(appender, score);
                }
                appendStability(appender, topic.stability());
                appender.append(topic.words().stream().map(Topic.Word::term).toList())
                        .append(topic.words().stream().mapToDouble(Topic.Word::probability).toArray())
                        .endRow();
            }
        });
    }

    /** @throws topicworkbench.failure.ExplainedException if the file is missing or damaged */
    public static List<Topic> read(Path file) {
        List<Topic> topics = new ArrayList<>();
        ParquetTable.read(file, "*", row -> {
            Topic topic = topic(row);
            if (topic.id() != topics.size()) {
                throw new IllegalArgumentException("topic " + topic.id() + " in the place of " + topics.size());
            }
            topics.add(topic);
        });
        return topics;
    }

    private static Topic topic(ResultSet row) throws SQLException {
        Object[] terms = list(row, "words");
        Object[] probabilities = list(row, "probabilities");
        List<Topic.Word> words = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            words.add(new Topic.Word(Objects.requireNonNull((String) terms[i]), ((Number) probabilities[i]).doubleValue()));
        }
        return new Topic(row.getInt("topic"), null, score(row, "prevalence"), score(row, "wetc"), score(row, "tu"),
                score(row, "npmi"), stability(row), words);
    }

    /** Null where one seed was trained, or by a version that did not measure it. */
    private static Topic.Stability stability(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (columns.getColumnName(column).equals("found_in") && row.getObject(column) != null) {
                return new Topic.Stability(row.getInt("found_in"), row.getInt("seeds"), row.getDouble("overlap"));
            }
        }
        return null;
    }

    private static void appendStability(DuckDBAppender appender, Topic.Stability stability) throws SQLException {
        if (stability == null) {
            appender.appendNull().appendNull().appendNull();
        } else {
            appender.append(stability.foundIn()).append(stability.seeds()).append(stability.overlap());
        }
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
