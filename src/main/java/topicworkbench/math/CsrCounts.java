package topicworkbench.math;

import java.util.Arrays;

/**
 * Non-negative integer counts, documents x terms, in compressed sparse rows. Column indices rise within a row; stored
 * counts are at least 1. The arrays are shared, not copied.
 *
 * @param rows          number of rows (documents)
 * @param columns       number of columns (terms)
 * @param rowStarts     rows + 1 offsets into the next two arrays; row r is [rowStarts[r], rowStarts[r + 1])
 * @param columnIndices column of each stored count
 * @param counts        the counts themselves
 */
public record CsrCounts(int rows, int columns, int[] rowStarts, int[] columnIndices, int[] counts) {

    public CsrCounts {
        if (rowStarts.length != rows + 1 || rowStarts[0] != 0 || rowStarts[rows] > columnIndices.length
                || columnIndices.length != counts.length) {
            throw new IllegalArgumentException("row starts do not fit " + rows + " rows and "
                    + columnIndices.length + " stored counts");
        }
    }

    /** Number of stored counts. */
    public int stored() {
        return rowStarts[rows];
    }

    /** Sum of one row: the number of tokens of a document. */
    public long rowTotal(int row) {
        long sum = 0;
        for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Sum of everything: the number of tokens. */
    public long total() {
        long sum = 0;
        for (int i = 0; i < stored(); i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** For each column the sum of its counts. */
    public long[] columnTotals() {
        long[] totals = new long[columns];
        for (int i = 0; i < stored(); i++) {
            totals[columnIndices[i]] += counts[i];
        }
        return totals;
    }

    /** For each column the number of rows that hold it. */
    public int[] documentFrequencies() {
        int[] frequencies = new int[columns];
        for (int i = 0; i < stored(); i++) {
            frequencies[columnIndices[i]]++;
        }
        return frequencies;
    }

    /** The given columns, which must rise; they are numbered anew from 0. Rows stay, even if nothing is left in them. */
    public CsrCounts selectColumns(int[] selected) {
        int[] newColumn = new int[columns];
        Arrays.fill(newColumn, -1);
        for (int i = 0; i < selected.length; i++) {
            newColumn[selected[i]] = i;
        }
        int[] starts = new int[rows + 1];
        int[] indices = new int[stored()];
        int[] values = new int[stored()];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
                if (newColumn[columnIndices[i]] >= 0) {
                    indices[size] = newColumn[columnIndices[i]];
                    values[size++] = counts[i];
                }
            }
            starts[row + 1] = size;
        }
        return new CsrCounts(rows, selected.length, starts, Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    /** The given rows, in the given order. */
    public CsrCounts selectRows(int[] selected) {
        int[] starts = new int[selected.length + 1];
        for (int i = 0; i < selected.length; i++) {
            starts[i + 1] = starts[i] + rowStarts[selected[i] + 1] - rowStarts[selected[i]];
        }
        int[] indices = new int[starts[selected.length]];
        int[] values = new int[indices.length];
        for (int i = 0; i < selected.length; i++) {
            int length = starts[i + 1] - starts[i];
            System.arraycopy(columnIndices, rowStarts[selected[i]], indices, starts[i], length);
            System.arraycopy(counts, rowStarts[selected[i]], values, starts[i], length);
        }
        return new CsrCounts(selected.length, columns, starts, indices, values);
    }
}
