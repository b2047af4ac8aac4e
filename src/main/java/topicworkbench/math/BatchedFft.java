package topicworkbench.math;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Discrete Fourier transforms of {@link #BATCH} complex signals at once, one in each lane, in single precision. The
 * forward transform leaves frequencies in an order of its own, the inverse takes that order back: enough for
 * convolution, and it saves sorting them. Lengths are products of 2 and 3.
 *
 * <p>Signals are two arrays of length x {@link #BATCH}: element t of signal l is at t * BATCH + l.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611970999">Van Loan 1992, Computational Frameworks for the FFT</a>
 */
public final class BatchedFft {
    public static final int BATCH = VectorKernels.PADDING;
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = VectorKernels.LANES;
    private static final float SIN_60 = (float) Math.sqrt(0.75);

    private final int length;
    private final Stage[] forward;
    private final Stage[] inverse;

    /**
     * One pass over all elements: blocks of {@code span} elements become {@code radix} parts each. Before the sums of a
     * butterfly its inputs are turned by twiddle factors, which depend on the block (forward: reduction of a polynomial
     * modulo its factors) or on the place in it (inverse: decimation in time).
     */
    private record Stage(int radix, int span, float[] cosines, float[] sines) {

        /** Powers 1 to radix - 1 of e^(2 pi i turns[t]) for each t. */
        static Stage of(int radix, int span, double[] turns) {
            float[] cosines = new float[turns.length * (radix - 1)];
            float[] sines = new float[cosines.length];
            for (int t = 0; t < turns.length; t++) {
                for (int power = 1; power < radix; power++) {
                    double angle = 2 * Math.PI * (turns[t] * power - Math.rint(turns[t] * power));
                    cosines[t * (radix - 1) + power - 1] = (float) StrictMath.cos(angle);
                    sines[t * (radix - 1) + power - 1] = (float) StrictMath.sin(angle);
                }
            }
            return new Stage(radix, span, cosines, sines);
        }
    }

    /** @param length a product of 2 and 3, at least 2 */
    public BatchedFft(int length) {
        this.length = length;
        List<Stage> forwardStages = new ArrayList<>();
        List<Stage> inverseStages = new ArrayList<>();
        int[] residues = {0};
        for (int span = length; span > 1;) {
            int radix = span % 4 == 0 ? 4 : span % 3 == 0 ? 3 : 2;
            if (span % radix != 0) {
                throw new IllegalArgumentException("length " + length + " is not a product of 2 and 3");
            }
            int step = span / radix;
            double[] ofBlock = new double[residues.length];
            for (int b = 0; b < residues.length; b++) {
                ofBlock[b] = -(double) residues[b] * step / length;
            }
            double[] ofPlace = new double[step];
            for (int j = 0; j < step; j++) {
                ofPlace[j] = -(double) j / span;
            }
            forwardStages.add(Stage.of(radix, span, ofBlock));
            inverseStages.addFirst(Stage.of(radix, span, ofPlace));
            residues = split(residues, radix, length / span);
            span = step;
        }
        this.forward = forwardStages.toArray(Stage[]::new);
        this.inverse = inverseStages.toArray(Stage[]::new);
    }

    /** Frequencies of a block are known modulo {@code modulus}; of its parts, modulo {@code radix} times that. */
    private static int[] split(int[] residues, int radix, int modulus) {
        int[] parts = new int[residues.length * radix];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = residues[i / radix] + i % radix * modulus;
        }
        return parts;
    }

    /** Least multiple of 2 x {@link #BATCH} that is a product of 2 and 3 and not below {@code least}. */
    public static int goodLength(int least) {
        int best = Integer.MAX_VALUE;
        for (int threes = 1; threes <= 27; threes *= 3) {
            int candidate = 2 * BATCH * threes;
            while (candidate < least) {
                candidate = Math.multiplyExact(candidate, 2);
            }
            best = Math.min(best, candidate);
        }
        return best;
    }

    public int length() {
        return length;
    }

    /** In place, e^(-2 pi i t f / length), unscaled; frequencies in this class's order. */
    public void forward(float[] real, float[] imaginary) {
        for (Stage stage : forward) {
            pass(stage, real, imaginary, 1, 0);
        }
    }

    /** In place, undoes {@link #forward} but for a factor of {@link #length()}. */
    public void inverse(float[] real, float[] imaginary) {
        for (Stage stage : inverse) {
            // the inverse is the forward transform with real and imaginary parts exchanged
            pass(stage, imaginary, real, 0, 1);
        }
    }

    /** @param perBlock how far the twiddle factors move on from block to block; {@code perPlace}, from place to place */
    private void pass(Stage stage, float[] real, float[] imaginary, int perBlock, int perPlace) {
        int blocks = length / stage.span;
        switch (stage.radix) {
            case 4 -> four(stage, real, imaginary, blocks, perBlock, perPlace);
            case 3 -> three(stage, real, imaginary, blocks, perBlock, perPlace);
            default -> two(stage, real, imaginary, blocks, perBlock, perPlace);
        }
    }

    private static void four(Stage stage, float[] real, float[] imaginary, int blocks, int perBlock,
            int perPlace) {
        int step = stage.span / 4;
        for (int butterfly = 0; butterfly < blocks * step; butterfly++) {
            int block = butterfly / step;
            int j = butterfly % step;
            int twiddle = 3 * (block * perBlock + j * perPlace);
            float c1 = stage.cosines[twiddle];
            float c2 = stage.cosines[twiddle + 1];
            float c3 = stage.cosines[twiddle + 2];
            float s1 = stage.sines[twiddle];
            float s2 = stage.sines[twiddle + 1];
            float s3 = stage.sines[twiddle + 2];
            for (int lane = 0; lane < BATCH; lane += LANES) {
                int at0 = (block * stage.span + j) * BATCH + lane;
                int at1 = at0 + step * BATCH;
                int at2 = at1 + step * BATCH;
                int at3 = at2 + step * BATCH;
                FloatVector r0 = load(real, at0);
                FloatVector i0 = load(imaginary, at0);
                FloatVector r1 = turnedReal(load(real, at1), load(imaginary, at1), c1, s1);
                FloatVector i1 = turnedImaginary(load(real, at1), load(imaginary, at1), c1, s1);
                FloatVector r2 = turnedReal(load(real, at2), load(imaginary, at2), c2, s2);
                FloatVector i2 = turnedImaginary(load(real, at2), load(imaginary, at2), c2, s2);
                FloatVector r3 = turnedReal(load(real, at3), load(imaginary, at3), c3, s3);
                FloatVector i3 = turnedImaginary(load(real, at3), load(imaginary, at3), c3, s3);
                FloatVector evenR = r0.add(r2);
                FloatVector evenI = i0.add(i2);
                FloatVector oddR = r1.add(r3);
                FloatVector oddI = i1.add(i3);
                evenR.add(oddR).intoArray(real, at0);
                evenI.add(oddI).intoArray(imaginary, at0);
                evenR.sub(oddR).intoArray(real, at2);
                evenI.sub(oddI).intoArray(imaginary, at2);
                evenR = r0.sub(r2);
                evenI = i0.sub(i2);
                oddR = r1.sub(r3);
                oddI = i1.sub(i3);
                evenR.add(oddI).intoArray(real, at1);
                evenI.sub(oddR).intoArray(imaginary, at1);
                evenR.sub(oddI).intoArray(real, at3);
                evenI.add(oddR).intoArray(imaginary, at3);
            }
        }
    }

    private static void three(Stage stage, float[] real, float[] imaginary, int blocks, int perBlock,
            int perPlace) {
        int step = stage.span / 3;
        for (int butterfly = 0; butterfly < blocks * step; butterfly++) {
            int block = butterfly / step;
            int j = butterfly % step;
            int twiddle = 2 * (block * perBlock + j * perPlace);
            float c1 = stage.cosines[twiddle];
            float c2 = stage.cosines[twiddle + 1];
            float s1 = stage.sines[twiddle];
            float s2 = stage.sines[twiddle + 1];
            for (int lane = 0; lane < BATCH; lane += LANES) {
                int at0 = (block * stage.span + j) * BATCH + lane;
                int at1 = at0 + step * BATCH;
                int at2 = at1 + step * BATCH;
                FloatVector r0 = load(real, at0);
                FloatVector i0 = load(imaginary, at0);
                FloatVector r1 = turnedReal(load(real, at1), load(imaginary, at1), c1, s1);
                FloatVector i1 = turnedImaginary(load(real, at1), load(imaginary, at1), c1, s1);
                FloatVector r2 = turnedReal(load(real, at2), load(imaginary, at2), c2, s2);
                FloatVector i2 = turnedImaginary(load(real, at2), load(imaginary, at2), c2, s2);
                FloatVector sumR = r1.add(r2);
                FloatVector sumI = i1.add(i2);
                FloatVector sideR = i1.sub(i2).mul(SIN_60);
                FloatVector sideI = r2.sub(r1).mul(SIN_60);
                FloatVector middleR = r0.sub(sumR.mul(0.5f));
                FloatVector middleI = i0.sub(sumI.mul(0.5f));
                r0.add(sumR).intoArray(real, at0);
                i0.add(sumI).intoArray(imaginary, at0);
                middleR.add(sideR).intoArray(real, at1);
                middleI.add(sideI).intoArray(imaginary, at1);
                middleR.sub(sideR).intoArray(real, at2);
                middleI.sub(sideI).intoArray(imaginary, at2);
            }
        }
    }

    private static void two(Stage stage, float[] real, float[] imaginary, int blocks, int perBlock,
            int perPlace) {
        int step = stage.span / 2;
        for (int butterfly = 0; butterfly < blocks * step; butterfly++) {
            int block = butterfly / step;
            int j = butterfly % step;
            int twiddle = (block * perBlock + j * perPlace);
            float c1 = stage.cosines[twiddle];
            float s1 = stage.sines[twiddle];
            for (int lane = 0; lane < BATCH; lane += LANES) {
                int at0 = (block * stage.span + j) * BATCH + lane;
                int at1 = at0 + step * BATCH;
                FloatVector r0 = load(real, at0);
                FloatVector i0 = load(imaginary, at0);
                FloatVector r1 = turnedReal(load(real, at1), load(imaginary, at1), c1, s1);
                FloatVector i1 = turnedImaginary(load(real, at1), load(imaginary, at1), c1, s1);
                r0.add(r1).intoArray(real, at0);
                i0.add(i1).intoArray(imaginary, at0);
                r0.sub(r1).intoArray(real, at1);
                i0.sub(i1).intoArray(imaginary, at1);
            }
        }
    }

    private static FloatVector load(float[] values, int offset) {
        return FloatVector.fromArray(SPECIES, values, offset);
    }

    private static FloatVector turnedReal(FloatVector r, FloatVector i, float cosine, float sine) {
        return r.mul(cosine).sub(i.mul(sine));
    }

    private static FloatVector turnedImaginary(FloatVector r, FloatVector i, float cosine, float sine) {
        return r.mul(sine).add(i.mul(cosine));
    }
}
