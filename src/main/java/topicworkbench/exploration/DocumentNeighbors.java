package topicworkbench.exploration;

import java.util.Arrays;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/** Documents whose topics are mixed most alike, found by looking at every one: exact, and a million in a blink. */
public final class DocumentNeighbors {
    private static final int BLOCK = 1 << 15;

    private DocumentNeighbors() { }

    /** @param distance Hellinger's, 0 for the same mixture to 1 for no topic in common */
    public record Neighbor(int document, double distance) { }

    /**
     * @param shares documents x topics, rows sum to 1
     * @param of     the document, which is not among its neighbors
     * @param count  neighbors wanted; all others if there are fewer
     * @return nearest first; of equally near ones the lower number first, on any number of threads
     */
    public static Neighbor[] nearest(FloatMatrix shares, int of, int count, Threads threads) {
        float[] roots = shares.row(of);
        for (int topic = 0; topic < roots.length; topic++) {
            roots[topic] = (float) Math.sqrt(roots[topic]);
        }
        int blocks = Math.ceilDiv(shares.rows(), BLOCK);
        Nearest[] found = new Nearest[blocks];
        threads.run(blocks, (block, _) -> {
            Nearest nearest = new Nearest(count);
            int end = Math.min(shares.rows(), (block + 1) * BLOCK);
            for (int document = block * BLOCK; document < end; document++) {
                if (document != of) {
                    nearest.offer(document, affinity(roots, shares.values(), shares.offset(document)));
                }
            }
            found[block] = nearest;
        });
        Nearest all = new Nearest(count);
        for (Nearest nearest : found) {
            for (int i = 0; i < nearest.size; i++) {
                all.offer(nearest.documents[i], nearest.affinities[i]);
            }
        }
        Neighbor[] neighbors = new Neighbor[all.size];
        Arrays.setAll(neighbors, i -> new Neighbor(all.documents[i], Math.sqrt(Math.max(0, 1 - all.affinities[i]))));
        return neighbors;
    }

    /** The Bhattacharyya coefficient: Σ √(p q). */
    private static float affinity(float[] roots, float[] shares, int row) {
        float sum = 0;
        for (int topic = 0; topic < roots.length; topic++) {
            sum += roots[topic] * (float) Math.sqrt(shares[row + topic]);
        }
        return sum;
    }

    /** The few with the largest affinity so far, largest first; offered in rising order of documents. */
    private static final class Nearest {
        private final int[] documents;
        private final float[] affinities;
        private int size;

        Nearest(int count) {
            documents = new int[count];
            affinities = new float[count];
        }

        void offer(int document, float affinity) {
            if (size == documents.length && (size == 0 || affinity <= affinities[size - 1])) {
                return;
            }
            int at = size < documents.length ? size++ : size - 1;
            for (; at > 0 && affinities[at - 1] < affinity; at--) {
                documents[at] = documents[at - 1];
                affinities[at] = affinities[at - 1];
            }
            documents[at] = document;
            affinities[at] = affinity;
        }
    }
}
