package topicworkbench.scatter;

/**
 * A disc as the weights it gives to pixels, 0 to {@link #FULL}, for several places of its center within a pixel; its edge
 * is smooth.
 */
final class Stamp {
    /** Weight of a pixel that is covered whole. Two million points on one pixel still add up in 32 bits of a color's sum. */
    static final int FULL = 8;
    /** Places of the center within a pixel, in each direction. */
    static final int PHASES = 4;
    /** The radius in pixels from which a point is a disc; below it is a pixel. */
    static final double LEAST_RADIUS = 0.6;

    private final int reach;
    private final byte[][] weights;

    /** @param radius in pixels, at least {@link #LEAST_RADIUS} */
    Stamp(double radius) {
        reach = (int) Math.ceil(radius + 0.5);
        weights = new byte[PHASES * PHASES][];
        for (int phase = 0; phase < weights.length; phase++) {
            weights[phase] = disc(radius, (phase % PHASES + 0.5) / PHASES, (phase / PHASES + 0.5) / PHASES);
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
     * Row after row.
     *
     * @param phaseX where in its pixel the center lies, 0 to {@link #PHASES} - 1
     */
    byte[] weights(int phaseX, int phaseY) {
        return weights[phaseY * PHASES + phaseX];
    }
}
