package topicworkbench.workspace;

import java.nio.file.Path;
import topicworkbench.math.FloatMatrix;
import topicworkbench.topic.TopicModel;

/** topic_term.parquet: the word distribution of each topic. */
public final class ModelTables {
    private static final String COLUMNS = "topic INTEGER, term_id INTEGER, term VARCHAR, probability FLOAT";

    private ModelTables() { }

    /** A row for each topic and term, ordered by both. */
    public static void writeTopicTerm(Path target, TopicModel model) {
        ParquetTable.write(target, COLUMNS, appender -> {
            for (int topic = 0; topic < model.topics(); topic++) {
                for (int term = 0; term < model.vocabulary().size(); term++) {
                    appender.beginRow().append(topic).append(term).append(model.vocabulary().term(term))
                            .append(model.topicTerm().get(topic, term)).endRow();
                }
            }
        });
    }

    /** @return topics x terms, to the last bit as it was written */
    public static FloatMatrix readTopicTerm(Path file, int topics, int terms) {
        FloatMatrix topicTerm = FloatMatrix.zeros(topics, terms);
        ParquetTable.read(file, "topic, term_id, probability", Math.multiplyExact(topics, terms), (_, chunk) -> {
            for (int row = 0; row < chunk.rowCount(); row++) {
                topicTerm.set(chunk.vector(0).getInt(row), chunk.vector(1).getInt(row), chunk.vector(2).getFloat(row));
            }
        });
        return topicTerm;
    }
}
