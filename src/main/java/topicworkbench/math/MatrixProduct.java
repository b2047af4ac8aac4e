package topicworkbench.math;

import static topicworkbench.math.VectorKernels.LANES;
import static topicworkbench.math.VectorKernels.SPECIES;
import static topicworkbench.math.VectorKernels.load;

import jdk.incubator.vector.FloatVector;

/**
 * Products of single-precision matrices that fit the caches, blocked for registers, single-threaded; the second
 * factor's rows are read in vectors. {@link TransposedProduct} reads both factors' rows.
 */
public final class MatrixProduct {

    /**
     * Part of a matrix in an array: element (r, c) is at offset + r * rowStride + c * columnStride.
     */
    public record View(float[] values, int offset, int rowStride, int columnStride) {

        /** Rows one after the other. */
        public static View of(float[] values, int offset, int rowStride) {
            return new View(values, offset, rowStride, 1);
        }

        public View transposed() {
            return new View(values, offset, columnStride, rowStride);
        }
    }

    private MatrixProduct() { }

    /**
     * c = a b, or c += a b.
     *
     * @param a       m x p, any strides
     * @param b       p x n, column stride 1
     * @param c       m x n, column stride 1
     * @param n       a multiple of {@link VectorKernels#PADDING}
     * @param addToC  whether c's values are kept and added to
     */
    public static void multiply(View a, View b, View c, int m, int p, int n, boolean addToC) {
        int j = 0;
        for (; j <= n - 4 * LANES; j += 4 * LANES) {
            int i = 0;
            for (; i <= m - 4; i += 4) {
                clear(c, i, 4, j, 4 * LANES, addToC);
                fourByFour(a, b, c, i, j, p);
            }
            for (; i < m; i++) {
                clear(c, i, 1, j, 4 * LANES, addToC);
                oneByFour(a, b, c, i, j, p);
            }
        }
        for (; j < n; j += LANES) {
            clear(c, 0, m, j, LANES, addToC);
            int i = 0;
            for (; i <= m - 4; i += 4) {
                fourByOne(a, b, c, i, j, p);
            }
            for (; i < m; i++) {
                oneByOne(a, b, c, i, j, p);
            }
        }
    }

    /** The kernels always add to c: beginning with either zero or c would merge two vectors, which costs boxes. */
    private static void clear(View c, int row, int rows, int column, int columns, boolean addToC) {
        for (int i = row; !addToC && i < row + rows; i++) {
            int at = c.offset + i * c.rowStride + column;
            for (int j = 0; j < columns; j += LANES) {
                FloatVector.zero(SPECIES).intoArray(c.values, at + j);
            }
        }
    }

    private static void fourByFour(View a, View b, View c, int i, int j, int p) {
        float[] av = a.values;
        float[] bv = b.values;
        float[] cv = c.values;
        int c0 = c.offset + i * c.rowStride + j;
        int c1 = c0 + c.rowStride;
        int c2 = c1 + c.rowStride;
        int c3 = c2 + c.rowStride;
        FloatVector s00 = load(cv, c0);
        FloatVector s01 = load(cv, c0 + LANES);
        FloatVector s02 = load(cv, c0 + 2 * LANES);
        FloatVector s03 = load(cv, c0 + 3 * LANES);
        FloatVector s10 = load(cv, c1);
        FloatVector s11 = load(cv, c1 + LANES);
        FloatVector s12 = load(cv, c1 + 2 * LANES);
        FloatVector s13 = load(cv, c1 + 3 * LANES);
        FloatVector s20 = load(cv, c2);
        FloatVector s21 = load(cv, c2 + LANES);
        FloatVector s22 = load(cv, c2 + 2 * LANES);
        FloatVector s23 = load(cv, c2 + 3 * LANES);
        FloatVector s30 = load(cv, c3);
        FloatVector s31 = load(cv, c3 + LANES);
        FloatVector s32 = load(cv, c3 + 2 * LANES);
        FloatVector s33 = load(cv, c3 + 3 * LANES);
        int rowStride = a.rowStride;
        int at = a.offset + i * rowStride;
        int bt = b.offset + j;
        for (int k = 0; k < p; k++) {
            FloatVector b0 = load(bv, bt);
            FloatVector b1 = load(bv, bt + LANES);
            FloatVector b2 = load(bv, bt + 2 * LANES);
            FloatVector b3 = load(bv, bt + 3 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, av[at]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = FloatVector.broadcast(SPECIES, av[at + rowStride]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = FloatVector.broadcast(SPECIES, av[at + 2 * rowStride]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = FloatVector.broadcast(SPECIES, av[at + 3 * rowStride]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
            at += a.columnStride;
            bt += b.rowStride;
        }
        store(s00, s01, s02, s03, cv, c0);
        store(s10, s11, s12, s13, cv, c1);
        store(s20, s21, s22, s23, cv, c2);
        store(s30, s31, s32, s33, cv, c3);
    }

    private static void oneByFour(View a, View b, View c, int i, int j, int p) {
        int at = a.offset + i * a.rowStride;
        int bt = b.offset + j;
        int ct = c.offset + i * c.rowStride + j;
        FloatVector s0 = load(c.values, ct);
        FloatVector s1 = load(c.values, ct + LANES);
        FloatVector s2 = load(c.values, ct + 2 * LANES);
        FloatVector s3 = load(c.values, ct + 3 * LANES);
        for (int k = 0; k < p; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a.values[at]);
            s0 = x.fma(load(b.values, bt), s0);
            s1 = x.fma(load(b.values, bt + LANES), s1);
            s2 = x.fma(load(b.values, bt + 2 * LANES), s2);
            s3 = x.fma(load(b.values, bt + 3 * LANES), s3);
            at += a.columnStride;
            bt += b.rowStride;
        }
        store(s0, s1, s2, s3, c.values, ct);
    }

    private static void fourByOne(View a, View b, View c, int i, int j, int p) {
        int at = a.offset + i * a.rowStride;
        int bt = b.offset + j;
        int ct = c.offset + i * c.rowStride + j;
        FloatVector s0 = load(c.values, ct);
        FloatVector s1 = load(c.values, ct + c.rowStride);
        FloatVector s2 = load(c.values, ct + 2 * c.rowStride);
        FloatVector s3 = load(c.values, ct + 3 * c.rowStride);
        for (int k = 0; k < p; k++) {
            FloatVector y = load(b.values, bt);
            s0 = FloatVector.broadcast(SPECIES, a.values[at]).fma(y, s0);
            s1 = FloatVector.broadcast(SPECIES, a.values[at + a.rowStride]).fma(y, s1);
            s2 = FloatVector.broadcast(SPECIES, a.values[at + 2 * a.rowStride]).fma(y, s2);
            s3 = FloatVector.broadcast(SPECIES, a.values[at + 3 * a.rowStride]).fma(y, s3);
            at += a.columnStride;
            bt += b.rowStride;
        }
        s0.intoArray(c.values, ct);
        s1.intoArray(c.values, ct + c.rowStride);
        s2.intoArray(c.values, ct + 2 * c.rowStride);
        s3.intoArray(c.values, ct + 3 * c.rowStride);
    }

    private static void oneByOne(View a, View b, View c, int i, int j, int p) {
        int at = a.offset + i * a.rowStride;
        int bt = b.offset + j;
        int ct = c.offset + i * c.rowStride + j;
        FloatVector s = load(c.values, ct);
        for (int k = 0; k < p; k++) {
            s = FloatVector.broadcast(SPECIES, a.values[at]).fma(load(b.values, bt), s);
            at += a.columnStride;
            bt += b.rowStride;
        }
        s.intoArray(c.values, ct);
    }

    static void store(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3, float[] c, int offset) {
        s0.intoArray(c, offset);
        s1.intoArray(c, offset + LANES);
        s2.intoArray(c, offset + 2 * LANES);
        s3.intoArray(c, offset + 3 * LANES);
    }
}
