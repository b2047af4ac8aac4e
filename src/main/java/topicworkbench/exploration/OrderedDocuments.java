package topicworkbench.exploration;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import topicworkbench.math.Threads;

/**
 * Documents of a selection in an order, put in order only as far as somebody looks: the first page of a million is there
 * after one pass over them. May be asked by several threads.
 */
public final class OrderedDocuments {
    /** What is put in order at first; later as much again as there is. */
    private static final int FIRST = 1024;
    private static final int BLOCK = 1 << 15;

    /** The rank in the upper half, the document in the lower: all different, so that the order is one. */
    private final long[] keys;
    private int ordered;

    private OrderedDocuments(long[] keys) {
        this.keys = keys;
    }

    /** @param topics of the model, for {@link ReviewOrder#TOPIC_STRENGTH}; empty for each document's strongest */
    public static OrderedDocuments of(Selection selection, ExploredRun run, ReviewOrder order, Threads threads, int... topics) {
        return of(selection, order.rank(run, topics), threads);
    }

    static OrderedDocuments of(Selection selection, IntUnaryOperator rank, Threads threads) {
        int[] documents = selection.toArray();
        long[] keys = new long[documents.length];
        threads.run(Math.ceilDiv(documents.length, BLOCK), (block, _) -> {
            int end = Math.min(documents.length, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                keys[i] = (long) rank.applyAsInt(documents[i]) << 32 | documents[i];
            }
        });
        return new OrderedDocuments(keys);
    }

    public int size() {
        return keys.length;
    }

    /** The documents at the places from {@code from} to before {@code to}, which must be there. */
    public synchronized int[] documents(int from, int to) {
        while (ordered < to) {
            int end = Math.min(keys.length, Math.max(to, Math.max(FIRST, 2 * ordered)));
            leastFirst(ordered, keys.length, end);
            Arrays.sort(keys, ordered, end);
            ordered = end;
        }
        return Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray();
    }

    /** The place of a document, or -1 if it is not among them. */
    public synchronized int place(int document) {
        int at = -1;
        for (int i = 0; i < keys.length && at < 0; i++) {
            at = (int) keys[i] == document ? i : -1;
        }
        if (at < ordered) {
            return at;
        }
        long key = keys[at];
        int before = ordered;
        for (int i = ordered; i < keys.length; i++) {
            before += keys[i] < key ? 1 : 0;
        }
        return before;
    }

    /**
     * Moves the least keys of a range to the places before {@code end}.
     *
     * @see <a href="https://doi.org/10.1145/366622.366647">Hoare 1961, Algorithm 65: find</a>
     */
    private void leastFirst(int from, int to, int end) {
        int low = from;
        int high = to - 1;
        while (low < high && end <= high) {
            long pivot = median(keys[low], keys[low + high >>> 1], keys[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (keys[left] < pivot) {
                    left++;
                }
                while (keys[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long exchanged = keys[left];
                    keys[left++] = keys[right];
                    keys[right--] = exchanged;
                }
            }
            if (end <= right) {
                high = right;
            } else if (end > left) {
                low = left;
            } else {
                return;
            }
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
