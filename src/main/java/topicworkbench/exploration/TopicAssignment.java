package topicworkbench.exploration;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/**
 * The one topic that each document counts for.
 *
 * @param topics of each document the id of its topic; not copied, not to be changed
 */
public record TopicAssignment(int[] topics) {
    private static final int BLOCK = 1 << 15;

    /** The model's word: of each document its strongest topic, the first of several. @param shares documents x topics */
    public static TopicAssignment strongest(FloatMatrix shares, Threads threads) {
        int[] topics = new int[shares.rows()];
        threads.run((topics.length + BLOCK - 1) / BLOCK, (block, _) -> {
            int end = Math.min(topics.length, (block + 1) * BLOCK);
            for (int document = block * BLOCK; document < end; document++) {
                int row = shares.offset(document);
                int best = 0;
                for (int topic = 1; topic < shares.columns(); topic++) {
                    best = shares.values()[row + topic] > shares.values()[row + best] ? topic : best;
                }
                topics[document] = best;
            }
        });
        return new TopicAssignment(topics);
    }

    public int of(int document) {
        return topics[document];
    }

    /** How many of the documents count for each topic. @param ids topics there are, 0 to ids - 1 */
    public int[] counts(Selection among, int ids) {
        int[] counts = new int[ids];
        among.forEach(document -> counts[topics[document]]++);
        return counts;
    }
}
