package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;

/** Points moved so that their mean is the origin: distances stay, and keep more digits. */
final class Centred {
    private Centred() { }

    /**
     * @param points n x d; not modified
     * @throws IllegalArgumentException if a value is NaN or infinite, or there are no columns
     */
    static FloatMatrix of(FloatMatrix points) {
        if (points.columns() == 0) {
            throw new IllegalArgumentException("points without columns");
        }
        double[] mean = new double[points.columns()];
        for (int i = 0; i < points.values().length; i++) {
            mean[i % mean.length] += points.values()[i];
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= Math.max(1, points.rows());
        }
        FloatMatrix moved = points.copy();
        for (int i = 0; i < moved.values().length; i++) {
            if (!Float.isFinite(moved.values()[i])) {
                throw new IllegalArgumentException("the value " + points.values()[i] + " in row " + i / mean.length
                        + ", column " + i % mean.length);
            }
            moved.values()[i] -= (float) mean[i % mean.length];
        }
        return moved;
    }

    /** @throws IllegalArgumentException if {@code positions} is not {@code rows} x 2, or a value is NaN or infinite */
    static void requireMap(FloatMatrix positions, int rows) {
        if (positions.rows() != rows || positions.columns() != 2) {
            throw new IllegalArgumentException(positions.rows() + " x " + positions.columns() + " positions for " + rows
                    + " points");
        }
        for (float value : positions.values()) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("the position " + value);
            }
        }
    }
}
