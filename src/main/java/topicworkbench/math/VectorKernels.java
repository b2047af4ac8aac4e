package topicworkbench.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over single-precision arrays that use the processor's widest vectors. The order of every sum is fixed by the
 * code, so a result depends on the vector width of the machine but never on threads or on what was compiled when
 * (which {@code reduceLanes} does not promise for sums).
 */
public final class VectorKernels {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Arrays whose rows are padded to a multiple of this need no special treatment of a row's end. */
    public static final int PADDING = 16;

    private static final VectorShuffle<Float> ROTATE_8 = rotation(8);
    private static final VectorShuffle<Float> ROTATE_4 = rotation(4);
    private static final VectorShuffle<Float> ROTATE_2 = rotation(2);
    private static final VectorShuffle<Float> ROTATE_1 = rotation(1);

    private VectorKernels() { }

    private static VectorShuffle<Float> rotation(int distance) {
        return VectorShuffle.iota(SPECIES, distance % LANES, 1, true);
    }

    /** The least multiple of {@link #PADDING} that is not below {@code length}. */
    public static int padded(int length) {
        return Math.multiplyExact(Math.ceilDiv(length, PADDING), PADDING);
    }

    /** Sum of the lanes, halves added to halves. */
    static float sumLanes(FloatVector v) {
        if (LANES >= 16) {
            v = v.add(v.rearrange(ROTATE_8));
        }
        if (LANES >= 8) {
            v = v.add(v.rearrange(ROTATE_4));
        }
        if (LANES >= 4) {
            v = v.add(v.rearrange(ROTATE_2));
        }
        return LANES >= 2 ? v.add(v.rearrange(ROTATE_1)).lane(0) : v.lane(0);
    }

    /** Sum of {@code length} products. */
    public static float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int i = 0;
        for (; i <= length - 4 * LANES; i += 4 * LANES) {
            sum0 = load(a, aOffset + i).fma(load(b, bOffset + i), sum0);
            sum1 = load(a, aOffset + i + LANES).fma(load(b, bOffset + i + LANES), sum1);
            sum2 = load(a, aOffset + i + 2 * LANES).fma(load(b, bOffset + i + 2 * LANES), sum2);
            sum3 = load(a, aOffset + i + 3 * LANES).fma(load(b, bOffset + i + 3 * LANES), sum3);
        }
        for (; i <= length - LANES; i += LANES) {
            sum0 = load(a, aOffset + i).fma(load(b, bOffset + i), sum0);
        }
        float sum = sumLanes(sum0.add(sum1).add(sum2.add(sum3)));
        for (; i < length; i++) {
            sum += a[aOffset + i] * b[bOffset + i];
        }
        return sum;
    }

    /** Sum of {@code length} squared differences. */
    public static float squaredDistance(float[] a, int aOffset, float[] b, int bOffset, int length) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector difference = load(a, aOffset + i).sub(load(b, bOffset + i));
            sums = difference.fma(difference, sums);
        }
        float sum = sumLanes(sums);
        for (; i < length; i++) {
            float difference = a[aOffset + i] - b[bOffset + i];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    /** y += alpha x, over {@code length} elements. */
    public static void axpy(float alpha, float[] x, int xOffset, float[] y, int yOffset, int length) {
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            load(x, xOffset + i).fma(factor, load(y, yOffset + i)).intoArray(y, yOffset + i);
        }
        for (; i < length; i++) {
            y[yOffset + i] = Math.fma(alpha, x[xOffset + i], y[yOffset + i]);
        }
    }

    /** x *= alpha, over {@code length} elements. */
    public static void scale(float alpha, float[] x, int offset, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            load(x, offset + i).mul(alpha).intoArray(x, offset + i);
        }
        for (; i < length; i++) {
            x[offset + i] *= alpha;
        }
    }

    /** x *= alpha, then y += x, over {@code length} elements. */
    public static void scaleAndAdd(float alpha, float[] x, int xOffset, float[] y, int yOffset, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector scaled = load(x, xOffset + i).mul(alpha);
            scaled.intoArray(x, xOffset + i);
            load(y, yOffset + i).add(scaled).intoArray(y, yOffset + i);
        }
        for (; i < length; i++) {
            x[xOffset + i] *= alpha;
            y[yOffset + i] += x[xOffset + i];
        }
    }

    /** x += y over {@code length} elements; returns the largest of the results as {@link #max} does. */
    public static float addAndMax(float[] x, int xOffset, float[] y, int yOffset, int length) {
        FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector v = load(x, xOffset + i).add(load(y, yOffset + i));
            v.intoArray(x, xOffset + i);
            largest = largest.blend(v, v.compare(VectorOperators.GT, largest));
        }
        float max = largest.reduceLanes(VectorOperators.MAX);
        for (; i < length; i++) {
            x[xOffset + i] += y[yOffset + i];
            max = x[xOffset + i] > max ? x[xOffset + i] : max;
        }
        return max;
    }

    /**
     * target = max(x - y, 0) factor, over {@code length} elements.
     *
     * @return sum of the results
     */
    public static float multiplyDifference(float[] x, int xOffset, float[] y, int yOffset, float[] factor, int factorOffset,
            float[] target, int targetOffset, int length) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector v = load(x, xOffset + i).sub(load(y, yOffset + i)).max(0).mul(load(factor, factorOffset + i));
            v.intoArray(target, targetOffset + i);
            sums = sums.add(v);
        }
        float sum = sumLanes(sums);
        for (; i < length; i++) {
            target[targetOffset + i] = Math.max(x[xOffset + i] - y[yOffset + i], 0) * factor[factorOffset + i];
            sum += target[targetOffset + i];
        }
        return sum;
    }

    /** total += alpha (beta x - y), then y = beta x, over {@code length} elements. */
    public static void exchange(float alpha, float beta, float[] x, int xOffset, float[] y, int yOffset, float[] total,
            int totalOffset, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector v = load(x, xOffset + i).mul(beta);
            v.sub(load(y, yOffset + i)).fma(FloatVector.broadcast(SPECIES, alpha), load(total, totalOffset + i))
                    .intoArray(total, totalOffset + i);
            v.intoArray(y, yOffset + i);
        }
        for (; i < length; i++) {
            float v = x[xOffset + i] * beta;
            total[totalOffset + i] = Math.fma(v - y[yOffset + i], alpha, total[totalOffset + i]);
            y[yOffset + i] = v;
        }
    }

    /** Sum of {@code length} elements. */
    public static float sum(float[] x, int offset, int length) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            sums = sums.add(load(x, offset + i));
        }
        float sum = sumLanes(sums);
        for (; i < length; i++) {
            sum += x[offset + i];
        }
        return sum;
    }

    /** Largest of {@code length} elements, NaN left out; negative infinity if there is none. */
    public static float max(float[] x, int offset, int length) {
        FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector v = load(x, offset + i);
            largest = largest.blend(v, v.compare(VectorOperators.GT, largest));
        }
        float max = largest.reduceLanes(VectorOperators.MAX);
        for (; i < length; i++) {
            max = x[offset + i] > max ? x[offset + i] : max;
        }
        return max;
    }

    static FloatVector load(float[] values, int offset) {
        return FloatVector.fromArray(SPECIES, values, offset);
    }
}
