package topicworkbench.exploration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.CuratedTopic.Fate;
import topicworkbench.curation.Curation;
import topicworkbench.workspace.SplitTable;

/**
 * The topic that people see for each document: the model's word, or a person's where one corrected it, followed through
 * merges and splits.
 */
final class CuratedAssignment {

    private CuratedAssignment() { }

    /**
     * @param strongest the model's word
     * @param reviews   of each document the number of its review, rising
     * @param files     reads the file of a split. A document of the topic that it does not name goes to the first part
     */
    static TopicAssignment of(TopicAssignment strongest, int[] reviews, Curation curation,
            Function<String, SplitTable> files) {
        List<CuratedTopic> splits = curation.everything().stream().filter(topic -> topic.fate() instanceof Fate.Split)
                .sorted(Comparator.comparing(topic -> ((Fate.Split) topic.fate()).into().getFirst())).toList();
        int[] home = IntStream.range(0, curation.modelTopics()).map(curation::home).toArray();
        boolean asModelled = splits.isEmpty() && curation.corrections().isEmpty()
                && IntStream.range(0, home.length).allMatch(topic -> home[topic] == topic);
        if (asModelled) {
            return strongest;
        }
        int[] topics = Arrays.stream(strongest.topics()).map(topic -> home[topic]).toArray();
        curation.corrections().forEach((review, topic) -> {
            int document = Arrays.binarySearch(reviews, review);
            if (document >= 0) {
                topics[document] = curation.home(topic);
            }
        });
        splits.forEach(topic -> deal(topic, curation, files, reviews, topics));
        return new TopicAssignment(topics);
    }

    /** Ids of parts rise with time, so the splits come in the order in which they were made. */
    private static void deal(CuratedTopic split, Curation curation, Function<String, SplitTable> files, int[] reviews,
            int[] topics) {
        Fate.Split fate = (Fate.Split) split.fate();
        SplitTable table = files.apply(fate.file());
        int row = 0;
        for (int document = 0; document < topics.length; document++) {
            if (topics[document] == split.id()) {
                while (row < table.reviews().length && table.reviews()[row] < reviews[document]) {
                    row++;
                }
                boolean named = row < table.reviews().length && table.reviews()[row] == reviews[document];
                int part = named ? Math.clamp(table.parts()[row], 0, fate.into().size() - 1) : 0;
                topics[document] = curation.home(fate.into().get(part));
            }
        }
    }

    /** The documents that a split gives to one of its parts. */
    static int[] documents(SplitTable table, int[] reviews, int part) {
        return IntStream.range(0, table.reviews().length).filter(row -> table.parts()[row] == part)
                .map(row -> Arrays.binarySearch(reviews, table.reviews()[row])).filter(document -> document >= 0)
                .toArray();
    }
}
