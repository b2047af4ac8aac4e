package topicworkbench.exploration;

import topicworkbench.math.Threads;

/**
 * How many documents each topic has in each bin.
 *
 * @param bins   the bins
 * @param topics rows of {@code counts}
 * @param counts topics x bins, row after row; not copied, not to be changed
 */
public record CrossCount(Bins bins, int topics, int[] counts) {
    private static final int LEAST_FOR_SHARES = 20;
    private static final int PARTS_OF_MEAN = 4;
    private static final int BLOCK = 1 << 16;

    /**
     * The counts do not depend on the number of threads.
     *
     * @param among  only these documents
     * @param topics ids there are, 0 to {@code topics} - 1
     */
    public static CrossCount of(Selection among, Bins bins, TopicAssignment assignment, int topics, Threads threads) {
        int width = bins.count();
        int[][] parts = new int[threads.count()][];
        threads.run((among.documents() + BLOCK - 1) / BLOCK, (block, worker) -> {
            int[] part = parts[worker] == null ? new int[topics * width] : parts[worker];
            parts[worker] = part;
            among.forEach(block * BLOCK, Math.min(among.documents(), (block + 1) * BLOCK), document -> {
                int bin = bins.of(document);
                if (bin != Bins.NONE) {
                    part[assignment.of(document) * width + bin]++;
                }
            });
        });
        int[] counts = new int[topics * width];
        for (int[] part : parts) {
            for (int i = 0; part != null && i < counts.length; i++) {
                counts[i] += part[i];
            }
        }
        return new CrossCount(bins, topics, counts);
    }

    public int count(int topic, int bin) {
        return counts[topic * bins.count() + bin];
    }

    /** Documents of a topic, in any bin. */
    public long ofTopic(int topic) {
        long sum = 0;
        for (int bin = 0; bin < bins.count(); bin++) {
            sum += count(topic, bin);
        }
        return sum;
    }

    /**
     * So many documents a bin must have for shares of it to be worth showing; shares of fewer are noise, and draw the eye.
     * Fewer will do where there are few documents at all, but never none.
     */
    public long leastForShares() {
        long all = 0;
        for (int topic = 0; topic < topics; topic++) {
            all += ofTopic(topic);
        }
        return Math.clamp(all / Math.max(1, bins.count()) / PARTS_OF_MEAN, 1, LEAST_FOR_SHARES);
    }

    /** Documents in a bin, of any topic. */
    public long ofBin(int bin) {
        long sum = 0;
        for (int topic = 0; topic < topics; topic++) {
            sum += count(topic, bin);
        }
        return sum;
    }
}
