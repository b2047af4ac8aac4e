package topicworkbench.scatter;

import java.util.stream.IntStream;

/**
 * A disc as the weights it gives to pixels, 0 to {@link #FULL}, for several places of its center within a pixel; its edge
 * is smooth.
 */
final class Stamp {
    /** Weight of a pixel that is covered whole. Two million points on one pixel still add up in 32 bits of a color's sum. */
    static final int FULL = 8;
    /** Places of the center within a pixel, in each direction. */
    static final int PHASES = 4;
    /** Enough for a weight. */
    static final int WEIGHT_BITS = 4;
    /** The radius in pixels from which a point is a disc; below it is a pixel. */
    static final double LEAST_RADIUS = 0.6;

    private final int reach;
    private final byte[][] weights;
    private final int[][] covered;

    /**
     * @param radius in pixels, at least {@link #LEAST_RADIUS}
     * @param width  of the picture in pixels
     */
    Stamp(double radius, int width) {
        reach = (int) Math.ceil(radius + 0.5);
        weights = new byte[PHASES * PHASES][];
        covered = new int[PHASES * PHASES][];
        for (int phase = 0; phase < weights.length; phase++) {
            byte[] disc = disc(radius, (phase % PHASES + 0.5) / PHASES, (phase / PHASES + 0.5) / PHASES);
            weights[phase] = disc;
            covered[phase] = IntStream.range(0, disc.length).filter(at -> disc[at] > 0)
                    .map(at -> (at / side() * width + at % side()) << WEIGHT_BITS | disc[at]).toArray();
        }
    }

    private byte[] disc(double radius, double centerX, double centerY) {
        byte[] disc = new byte[side() * side()];
        for (int row = 0; row < side(); row++) {
            for (int column = 0; column < side(); column++) {
                double distance = Math.hypot(column - reach + 0.5 - centerX, row - reach + 0.5 - centerY);
                disc[row * side() + column] = (byte) Math.round(FULL * Math.clamp(radius + 0.5 - distance, 0, 1));
            }
        }
        return disc;
    }

    /** Pixels that it may cover on each side of the one with its center. */
    int reach() {
        return reach;
    }

    int side() {
        return 2 * reach + 1;
    }

    /**
     * Of all its pixels, row after row.
     *
     * @param phase where in its pixel the center lies: {@link #PHASES} x line + column, each 0 to {@link #PHASES} - 1
     */
    byte[] weights(int phase) {
        return weights[phase];
    }

    /** Of the pixels that it covers: how far in the picture after its first one, then {@link #WEIGHT_BITS} bits of weight. */
    int[] covered(int phase) {
        return covered[phase];
    }
}
