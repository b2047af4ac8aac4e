package topicworkbench.math;

import static topicworkbench.math.VectorKernels.LANES;
import static topicworkbench.math.VectorKernels.SPECIES;
import static topicworkbench.math.VectorKernels.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Exponential functions over single-precision arrays, in vectors. Relative error of {@link #exp} below 3e-7, absolute
 * error of {@link #log} below 3e-7 times the greater of 1 and the result; NaN stays NaN. Both reduce the argument by
 * powers of two and sum a short polynomial (Cody and Waite 1980, coefficients of the truncated series).
 */
public final class VectorMath {
    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts; the first has trailing zeros, so that its multiples are exact. */
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding it leaves the nearest integer in the low bits of a float. */
    private static final float ROUND = 12582912f;
    private static final float LEAST = -87f;
    private static final float GREATEST = 88f;

    private VectorMath() { }

    /** e^x; below -87 as at -87 (1.6e-38), above 88 as at 88 (1.7e38). */
    static FloatVector exp(FloatVector x) {
        x = x.blend(LEAST, x.compare(VectorOperators.LT, LEAST));
        x = x.blend(GREATEST, x.compare(VectorOperators.GT, GREATEST));
        FloatVector shifted = x.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUND));
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = n.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), x);
        r = n.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), r);
        FloatVector p = r.fma(FloatVector.broadcast(SPECIES, 1f / 5040), FloatVector.broadcast(SPECIES, 1f / 720));
        p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 120));
        p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 24));
        p = p.fma(r, FloatVector.broadcast(SPECIES, 1f / 6));
        p = p.fma(r, FloatVector.broadcast(SPECIES, 0.5f));
        p = p.fma(r, FloatVector.broadcast(SPECIES, 1f));
        p = p.fma(r, FloatVector.broadcast(SPECIES, 1f));
        IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
    }

    /** target = e^(x - shift) over {@code length} elements; target may be x. */
    public static void exp(float[] x, int offset, float shift, float[] target, int targetOffset, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            exp(load(x, offset + i).sub(shift)).intoArray(target, targetOffset + i);
        }
        if (i < length) {
            var rest = SPECIES.indexInRange(i, length);
            exp(FloatVector.fromArray(SPECIES, x, offset + i, rest).sub(shift)).intoArray(target, targetOffset + i, rest);
        }
    }

    /** As {@link #exp}, in place, and returns the sum of the results. */
    public static float expAndSum(float[] x, int offset, float shift, int length) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            FloatVector e = exp(load(x, offset + i).sub(shift));
            e.intoArray(x, offset + i);
            sums = sums.add(e);
        }
        if (i < length) {
            var rest = SPECIES.indexInRange(i, length);
            FloatVector e = exp(FloatVector.fromArray(SPECIES, x, offset + i, rest).sub(shift));
            e.intoArray(x, offset + i, rest);
            sums = sums.add(FloatVector.zero(SPECIES).blend(e, rest));
        }
        return VectorKernels.sumLanes(sums);
    }

    /** x = 1 / (1 + e^-x), in place. */
    public static void sigmoid(float[] x, int offset, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            sigmoid(load(x, offset + i)).intoArray(x, offset + i);
        }
        if (i < length) {
            var rest = SPECIES.indexInRange(i, length);
            sigmoid(FloatVector.fromArray(SPECIES, x, offset + i, rest)).intoArray(x, offset + i, rest);
        }
    }

    private static FloatVector sigmoid(FloatVector x) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        return one.div(exp(x.neg()).add(one));
    }

    /** Natural logarithm in place of positive normal numbers; anything smaller counts as 1.2e-38. */
    public static void log(float[] x, int offset, int length) {
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            log(load(x, offset + i)).intoArray(x, offset + i);
        }
        if (i < length) {
            var rest = SPECIES.indexInRange(i, length);
            log(FloatVector.fromArray(SPECIES, x, offset + i, rest)).intoArray(x, offset + i, rest);
        }
    }

    private static FloatVector log(FloatVector x) {
        x = x.blend(Float.MIN_NORMAL, x.compare(VectorOperators.LT, Float.MIN_NORMAL));
        // x = 2^n m with m in [sqrt(1/2), sqrt(2)); ln m = 2 artanh s with s = (m - 1) / (m + 1), |s| < 0.172
        IntVector bits = x.reinterpretAsInts();
        IntVector n = bits.sub(0x3F3504F3).lanewise(VectorOperators.ASHR, 23);
        FloatVector m = bits.sub(n.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
        FloatVector s = m.sub(1f).div(m.add(1f));
        FloatVector s2 = s.mul(s);
        FloatVector p = s2.fma(FloatVector.broadcast(SPECIES, 2f / 9), FloatVector.broadcast(SPECIES, 2f / 7));
        p = p.fma(s2, FloatVector.broadcast(SPECIES, 2f / 5));
        p = p.fma(s2, FloatVector.broadcast(SPECIES, 2f / 3));
        p = p.fma(s2, FloatVector.broadcast(SPECIES, 2f));
        FloatVector exponent = (FloatVector) n.convert(VectorOperators.I2F, 0);
        FloatVector low = exponent.fma(FloatVector.broadcast(SPECIES, LN2_LOW), p.mul(s));
        FloatVector result = exponent.fma(FloatVector.broadcast(SPECIES, LN2_HIGH), low);
        return result.blend(x, x.compare(VectorOperators.NE, x));
    }

    /** log of the sum of e^x over {@code length} elements, in double precision outside the loop. */
    public static double logSumExp(float[] x, int offset, int length) {
        float max = VectorKernels.max(x, offset, length);
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= length - LANES; i += LANES) {
            sums = sums.add(exp(load(x, offset + i).sub(max)));
        }
        double sum = VectorKernels.sumLanes(sums);
        for (; i < length; i++) {
            sum += Math.exp(x[offset + i] - max);
        }
        return max + Math.log(sum);
    }
}
