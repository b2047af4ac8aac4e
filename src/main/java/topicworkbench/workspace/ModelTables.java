package topicworkbench.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.math.FloatMatrix;
import topicworkbench.topic.TopicModel;

/** topic_term.parquet and document_topic.parquet: what training found. */
public final class ModelTables {

    private ModelTables() { }

    /** A row for each topic and term, ordered by both. */
    public static void writeTopicTerm(Path target, TopicModel model) {
        ParquetTable.write(target, "topic INTEGER, term_id INTEGER, term VARCHAR, probability FLOAT", appender -> {
            for (int topic = 0; topic < model.topics(); topic++) {
                for (int term = 0; term < model.vocabulary().size(); term++) {
                    appender.beginRow().append(topic).append(term).append(model.vocabulary().term(term))
                            .append(model.topicTerm().get(topic, term)).endRow();
                }
            }
        });
    }

    /** A row for each document in the corpus's order: its review, its split, its strongest topic, then every topic. */
    public static void writeDocumentTopic(Path target, TopicModel model, Corpus corpus) {
        String columns = "review INTEGER, split VARCHAR, topic INTEGER, " + IntStream.range(0, model.topics())
                .mapToObj(topic -> "topic_" + topic + " FLOAT").collect(Collectors.joining(", "));
        ParquetTable.write(target, columns, appender -> {
            for (int document = 0; document < corpus.documents(); document++) {
                appender.beginRow().append(corpus.reviews()[document])
                        .append(corpus.splits()[document].name().toLowerCase(Locale.ROOT))
                        .append(strongest(model.documentTopic(), document));
                for (int topic = 0; topic < model.topics(); topic++) {
                    appender.append(model.documentTopic().get(document, topic));
                }
                appender.endRow();
            }
        });
    }

    private static int strongest(FloatMatrix documentTopic, int document) {
        int best = 0;
        for (int topic = 1; topic < documentTopic.columns(); topic++) {
            best = documentTopic.get(document, topic) > documentTopic.get(document, best) ? topic : best;
        }
        return best;
    }
}
