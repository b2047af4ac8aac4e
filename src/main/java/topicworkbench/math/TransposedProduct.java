package topicworkbench.math;

import static topicworkbench.math.MatrixProduct.store;
import static topicworkbench.math.VectorKernels.LANES;
import static topicworkbench.math.VectorKernels.SPECIES;
import static topicworkbench.math.VectorKernels.load;
import static topicworkbench.math.VectorKernels.sumLanes;

import jdk.incubator.vector.FloatVector;
import topicworkbench.math.MatrixProduct.View;

/** Products of a matrix with a transposed one, all dot products of their rows; blocked for registers. */
public final class TransposedProduct {

    private TransposedProduct() { }

    /**
     * c = a b', or c += a b'.
     *
     * @param a m x n, column stride 1
     * @param b p x n, column stride 1
     * @param c m x p, column stride 1
     * @param n a multiple of {@link VectorKernels#PADDING}
     */
    public static void multiply(View a, View b, View c, int m, int n, int p, boolean addToC) {
        float[] partial = new float[16 * LANES];
        int i = 0;
        for (; i <= m - 4; i += 4) {
            int j = 0;
            for (; j <= p - 4; j += 4) {
                fourDots(a, b, i, j, n, partial);
                sumPartial(partial, c, i, j, addToC);
            }
            for (; j < p; j++) {
                for (int r = i; r < i + 4; r++) {
                    oneDot(a, b, c, r, j, n, addToC);
                }
            }
        }
        for (; i < m; i++) {
            for (int j = 0; j < p; j++) {
                oneDot(a, b, c, i, j, n, addToC);
            }
        }
    }

    private static void fourDots(View a, View b, int i, int j, int n, float[] partial) {
        float[] av = a.values();
        float[] bv = b.values();
        int a0 = a.offset() + i * a.rowStride();
        int a1 = a0 + a.rowStride();
        int a2 = a1 + a.rowStride();
        int a3 = a2 + a.rowStride();
        int b0 = b.offset() + j * b.rowStride();
        int b1 = b0 + b.rowStride();
        int b2 = b1 + b.rowStride();
        int b3 = b2 + b.rowStride();
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = zero;
        FloatVector s01 = zero;
        FloatVector s02 = zero;
        FloatVector s03 = zero;
        FloatVector s10 = zero;
        FloatVector s11 = zero;
        FloatVector s12 = zero;
        FloatVector s13 = zero;
        FloatVector s20 = zero;
        FloatVector s21 = zero;
        FloatVector s22 = zero;
        FloatVector s23 = zero;
        FloatVector s30 = zero;
        FloatVector s31 = zero;
        FloatVector s32 = zero;
        FloatVector s33 = zero;
        for (int k = 0; k < n; k += LANES) {
            FloatVector y0 = load(bv, b0 + k);
            FloatVector y1 = load(bv, b1 + k);
            FloatVector y2 = load(bv, b2 + k);
            FloatVector y3 = load(bv, b3 + k);
            FloatVector x = load(av, a0 + k);
            s00 = x.fma(y0, s00);
            s01 = x.fma(y1, s01);
            s02 = x.fma(y2, s02);
            s03 = x.fma(y3, s03);
            x = load(av, a1 + k);
            s10 = x.fma(y0, s10);
            s11 = x.fma(y1, s11);
            s12 = x.fma(y2, s12);
            s13 = x.fma(y3, s13);
            x = load(av, a2 + k);
            s20 = x.fma(y0, s20);
            s21 = x.fma(y1, s21);
            s22 = x.fma(y2, s22);
            s23 = x.fma(y3, s23);
            x = load(av, a3 + k);
            s30 = x.fma(y0, s30);
            s31 = x.fma(y1, s31);
            s32 = x.fma(y2, s32);
            s33 = x.fma(y3, s33);
        }
        store(s00, s01, s02, s03, partial, 0);
        store(s10, s11, s12, s13, partial, 4 * LANES);
        store(s20, s21, s22, s23, partial, 8 * LANES);
        store(s30, s31, s32, s33, partial, 12 * LANES);
    }

    /** Sums the lanes of the sixteen partial sums that {@link #fourDots} left. */
    private static void sumPartial(float[] partial, View c, int i, int j, boolean addToC) {
        for (int r = 0; r < 4; r++) {
            int ct = c.offset() + (i + r) * c.rowStride() + j;
            for (int q = 0; q < 4; q++) {
                float sum = sumLanes(load(partial, (4 * r + q) * LANES));
                c.values()[ct + q] = addToC ? c.values()[ct + q] + sum : sum;
            }
        }
    }

    private static void oneDot(View a, View b, View c, int i, int j, int n, boolean addToC) {
        int ct = c.offset() + i * c.rowStride() + j;
        float dot = VectorKernels.dot(a.values(), a.offset() + i * a.rowStride(), b.values(), b.offset() + j * b.rowStride(), n);
        c.values()[ct] = dot + (addToC ? c.values()[ct] : 0);
    }
}
