package topicworkbench.math;

/**
 * A sparse matrix of single-precision numbers in compressed sparse rows. The arrays are shared, not copied.
 *
 * @param rows          number of rows
 * @param columns       number of columns
 * @param rowStarts     rows + 1 offsets into the next two arrays; row r is [rowStarts[r], rowStarts[r + 1])
 * @param columnIndices column of each stored value
 * @param values        the stored values
 */
public record CsrMatrix(int rows, int columns, int[] rowStarts, int[] columnIndices, float[] values) {
    private static final int ROWS_PER_BLOCK = 256;

    public CsrMatrix {
        if (rowStarts.length != rows + 1 || rowStarts[0] != 0 || rowStarts[rows] > columnIndices.length
                || columnIndices.length != values.length) {
            throw new IllegalArgumentException("row starts do not fit " + rows + " rows and " + columnIndices.length
                    + " stored values");
        }
    }

    /** columns x rows; column indices rise within a row. */
    public CsrMatrix transposed() {
        int[] starts = new int[columns + 1];
        for (int i = 0; i < rowStarts[rows]; i++) {
            starts[columnIndices[i] + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = starts.clone();
        int[] indices = new int[rowStarts[rows]];
        float[] transposedValues = new float[indices.length];
        for (int r = 0; r < rows; r++) {
            for (int i = rowStarts[r]; i < rowStarts[r + 1]; i++) {
                int at = next[columnIndices[i]]++;
                indices[at] = r;
                transposedValues[at] = values[i];
            }
        }
        return new CsrMatrix(columns, rows, starts, indices, transposedValues);
    }

    /** This matrix times {@code dense} (columns x n): rows x n. Same bits on any number of threads. */
    public FloatMatrix times(FloatMatrix dense, Threads threads) {
        FloatMatrix product = FloatMatrix.zeros(rows, dense.columns());
        threads.run(Math.ceilDiv(rows, ROWS_PER_BLOCK), (block, worker) -> {
            int end = Math.min(rows, (block + 1) * ROWS_PER_BLOCK);
            for (int r = block * ROWS_PER_BLOCK; r < end; r++) {
                addRowTimes(r, dense, product.values(), product.offset(r));
            }
        });
        return product;
    }

    /** Adds row {@code row} times {@code dense} to the {@code dense.columns()} numbers of {@code target} from {@code at}. */
    public void addRowTimes(int row, FloatMatrix dense, float[] target, int at) {
        for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
            VectorKernels.axpy(values[i], dense.values(), dense.offset(columnIndices[i]), target, at, dense.columns());
        }
    }
}
