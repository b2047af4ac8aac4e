package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;

/** Makes Hellinger's distance of probability rows Euclidean: the right distance between documents' topic mixtures. */
public final class Hellinger {
    private static final float HALF_ROOT = (float) Math.sqrt(0.5);

    private Hellinger() { }

    /**
     * √(p / 2) of each number: Euclidean distances of the result are the Hellinger distances of the rows, 0 to 1 if
     * these sum to 1.
     *
     * @param probabilities n x k, not negative; not modified
     * @throws IllegalArgumentException if a number is negative or NaN
     */
    public static FloatMatrix prepared(FloatMatrix probabilities) {
        float[] roots = new float[probabilities.values().length];
        for (int i = 0; i < roots.length; i++) {
            float probability = probabilities.values()[i];
            if (!(probability >= 0)) {
                throw new IllegalArgumentException("probability " + probability + " in row "
                        + i / probabilities.columns());
            }
            roots[i] = HALF_ROOT * (float) Math.sqrt(probability);
        }
        return new FloatMatrix(probabilities.rows(), probabilities.columns(), roots);
    }
}
