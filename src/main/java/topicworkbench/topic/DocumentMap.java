package topicworkbench.topic;

import topicworkbench.math.FloatMatrix;

/**
 * Where the documents lie in the plane: near ones talk of the same topics. Unitless; the directions mean nothing.
 *
 * @param x of each document, in the order of the document-topic rows; not copied, not to be changed
 * @param y likewise
 */
public record DocumentMap(float[] x, float[] y) {

    public DocumentMap {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
        }
    }

    /** @param positions documents x 2 */
    public static DocumentMap of(FloatMatrix positions) {
        float[] x = new float[positions.rows()];
        float[] y = new float[positions.rows()];
        for (int i = 0; i < x.length; i++) {
            x[i] = positions.get(i, 0);
            y[i] = positions.get(i, 1);
        }
        return new DocumentMap(x, y);
    }

    public int documents() {
        return x.length;
    }
}
