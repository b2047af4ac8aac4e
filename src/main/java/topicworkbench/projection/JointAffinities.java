package topicworkbench.projection;

import java.util.Arrays;
import java.util.function.IntConsumer;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;

/**
 * Makes sparse rows of affinities for {@link Attraction}: each row padded to full vectors by entries of weight 0 in its
 * last column.
 */
final class JointAffinities {
    private static final int ROWS_PER_BLOCK = 1024;
    /** Parts of the rows whose received affinities are collected at once: each part looks through all that are given. */
    private static final int PARTS = 16;

    @FunctionalInterface
    private interface ReceivedRow {
        /** @param receivedRow where the row stands in {@code received} */
        void accept(int row, CsrMatrix received, int receivedRow);
    }

    private JointAffinities() { }

    /**
     * (P + Pᵀ) / 2n of the conditional affinities P of n points to each other: n x n, sums to 1.
     *
     * Beside the result and what is given it needs a sixteenth of the latter for each thread.
     *
     * @param neighbors   sorted by index in the course of it, with {@code conditional}: a copy would be among the
     *                    largest things in memory
     * @param conditional n x k
     * @param listener    hears of the parts; may cancel
     */
    static CsrMatrix of(Neighbors neighbors, float[] conditional, Threads threads, ProgressListener listener) {
        CsrMatrix given = sorted(neighbors, conditional, threads);
        int[] receivedStarts = receivedStarts(given);
        int n = given.rows();
        int[] starts = new int[n + 1];
        forReceived(given, receivedStarts, threads, listener, (row, received, receivedRow) ->
                starts[row + 1] = VectorKernels.padded(merge(given, row, received, receivedRow, null, null, 0)));
        for (int row = 0; row < n; row++) {
            starts[row + 1] = Math.addExact(starts[row], starts[row + 1]);
        }
        int[] columns = new int[starts[n]];
        float[] values = new float[starts[n]];
        forReceived(given, receivedStarts, threads, listener, (row, received, receivedRow) -> {
            int end = starts[row] + merge(given, row, received, receivedRow, columns, values, starts[row]);
            Arrays.fill(columns, end, starts[row + 1], columns[end - 1]);
        });
        return new CsrMatrix(n, n, starts, columns, values);
    }

    private static CsrMatrix sorted(Neighbors neighbors, float[] values, Threads threads) {
        int k = neighbors.each();
        int n = neighbors.queries();
        int[] starts = new int[n + 1];
        Arrays.setAll(starts, row -> row * k);
        int[] columns = neighbors.indices();
        forRows(n, threads, row -> {
            long[] sorted = new long[k];
            for (int i = 0; i < k; i++) {
                sorted[i] = (long) columns[row * k + i] << 32 | Float.floatToIntBits(values[row * k + i]);
            }
            Arrays.sort(sorted);
            for (int i = 0; i < k; i++) {
                columns[row * k + i] = (int) (sorted[i] >>> 32);
                values[row * k + i] = Float.intBitsToFloat((int) sorted[i]);
            }
        });
        return new CsrMatrix(n, n, starts, columns, values);
    }

    /** Where the rows of the transpose of {@code given} begin. */
    private static int[] receivedStarts(CsrMatrix given) {
        int[] starts = new int[given.rows() + 1];
        for (int column : given.columnIndices()) {
            starts[column + 1]++;
        }
        for (int row = 0; row < given.rows(); row++) {
            starts[row + 1] += starts[row];
        }
        return starts;
    }

    /** Hands over each row of the transpose of {@code given}; several at once. */
    private static void forReceived(CsrMatrix given, int[] receivedStarts, Threads threads, ProgressListener listener,
            ReceivedRow work) {
        listener.progress(0, PARTS);
        threads.run(PARTS, (part, worker) -> {
            if (worker == 0) { // this thread
                listener.progress(part, PARTS);
            }
            int from = (int) ((long) given.rows() * part / PARTS);
            int to = (int) ((long) given.rows() * (part + 1) / PARTS);
            CsrMatrix received = received(given, receivedStarts, from, to);
            for (int row = from; row < to; row++) {
                work.accept(row, received, row - from);
            }
        });
    }

    /** The rows {@code from} to {@code to} - 1 of the transpose. */
    private static CsrMatrix received(CsrMatrix given, int[] receivedStarts, int from, int to) {
        int[] starts = new int[to - from + 1];
        Arrays.setAll(starts, row -> receivedStarts[from + row] - receivedStarts[from]);
        int[] next = starts.clone();
        int[] givers = new int[starts[to - from]];
        float[] values = new float[givers.length];
        for (int giver = 0; giver < given.rows(); giver++) {
            for (int i = given.rowStarts()[giver]; i < given.rowStarts()[giver + 1]; i++) {
                int row = given.columnIndices()[i] - from;
                if (row >= 0 && row < to - from) {
                    givers[next[row]] = giver;
                    values[next[row]++] = given.values()[i];
                }
            }
        }
        return new CsrMatrix(to - from, given.rows(), starts, givers, values);
    }

    /**
     * Merges what a row gives and what it receives from place {@code at}, or only counts if the targets are null.
     *
     * @return its length
     */
    private static int merge(CsrMatrix given, int row, CsrMatrix received, int receivedRow, int[] columns, float[] values,
            int at) {
        float half = 0.5f / given.rows();
        int a = given.rowStarts()[row];
        int b = received.rowStarts()[receivedRow];
        int aEnd = given.rowStarts()[row + 1];
        int bEnd = received.rowStarts()[receivedRow + 1];
        int length = 0;
        while (a < aEnd || b < bEnd) {
            int fromA = a < aEnd ? given.columnIndices()[a] : Integer.MAX_VALUE;
            int fromB = b < bEnd ? received.columnIndices()[b] : Integer.MAX_VALUE;
            float sum = (fromA <= fromB ? given.values()[a++] : 0) + (fromB <= fromA ? received.values()[b++] : 0);
            if (columns != null) {
                columns[at + length] = Math.min(fromA, fromB);
                values[at + length] = sum * half;
            }
            length++;
        }
        return length;
    }

    private static void forRows(int rows, Threads threads, IntConsumer work) {
        threads.run(Math.ceilDiv(rows, ROWS_PER_BLOCK), (block, worker) -> {
            int end = Math.min(rows, (block + 1) * ROWS_PER_BLOCK);
            for (int row = block * ROWS_PER_BLOCK; row < end; row++) {
                work.accept(row);
            }
        });
    }
}
