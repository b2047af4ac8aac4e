package topicworkbench.math;

import java.util.Arrays;

/**
 * A dense matrix of single-precision numbers, row after row in one array. The array is shared, not copied: whoever
 * writes into it owns the matrix.
 *
 * @param rows    number of rows, at least 0
 * @param columns number of columns, at least 0
 * @param values  rows x columns numbers; element (r, c) is at r * columns + c
 */
public record FloatMatrix(int rows, int columns, float[] values) {

    public FloatMatrix {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(rows + " x " + columns + " does not fit " + values.length + " values");
        }
    }

    public static FloatMatrix zeros(int rows, int columns) {
        return new FloatMatrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
    }

    public float get(int row, int column) {
        return values[offset(row) + column];
    }

    public void set(int row, int column, float value) {
        values[offset(row) + column] = value;
    }

    /** Index in {@link #values()} of the row's first element. */
    public int offset(int row) {
        return row * columns;
    }

    /** A copy of one row, {@link #columns()} long. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, offset(row), offset(row) + columns);
    }

    public FloatMatrix copy() {
        return new FloatMatrix(rows, columns, values.clone());
    }

    /** columns x rows. */
    public FloatMatrix transposed() {
        FloatMatrix result = zeros(columns, rows);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                result.values[c * rows + r] = values[r * columns + c];
            }
        }
        return result;
    }
}
