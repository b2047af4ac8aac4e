package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.GramMatrix;
import topicworkbench.math.SymmetricEigen;
import topicworkbench.math.Threads;

/**
 * Lays topics out in the plane so that their distances there come near to those of their words: classical scaling.
 *
 * @see <a href="https://doi.org/10.1007/BF02288916">Torgerson 1952</a>
 */
public final class InterTopicMap {

    private InterTopicMap() { }

    /**
     * By Hellinger distance.
     *
     * @param topicTerm topics x terms, not negative; not modified
     * @return topics x 2, in units of Hellinger distance (0 to 1), centred on the origin; the same bits on any thread
     *         count
     * @throws IllegalArgumentException if a number is negative or NaN
     */
    public static FloatMatrix of(FloatMatrix topicTerm, Threads threads) {
        FloatMatrix roots = Hellinger.prepared(topicTerm);
        return scaled(centred(GramMatrix.of(roots.transposed(), threads)));
    }

    /**
     * By any distance. Where it is not Euclidean, what no plane nor space can show is left out.
     *
     * @param distances n x n, symmetric, zero on the diagonal; not modified
     * @return n x 2, in units of the distances, centred on the origin
     */
    public static FloatMatrix ofDistances(double[][] distances) {
        int n = distances.length;
        double[][] products = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                products[i][j] = -distances[i][j] * distances[i][j] / 2;
            }
        }
        return scaled(centred(products));
    }

    private static FloatMatrix scaled(double[][] products) {
        SymmetricEigen eigen = SymmetricEigen.of(products);
        int topics = products.length;
        FloatMatrix positions = FloatMatrix.zeros(topics, 2);
        for (int axis = 0; axis < Math.min(2, topics); axis++) {
            double[] direction = eigen.vectors()[axis];
            double length = PrincipalAxes.sign(direction) * Math.sqrt(Math.max(0, eigen.values()[axis]));
            for (int topic = 0; topic < topics; topic++) {
                positions.set(topic, axis, (float) (length * direction[topic]));
            }
        }
        return positions;
    }

    /** Inner products about the mean of all topics. */
    private static double[][] centred(double[][] products) {
        int n = products.length;
        double[] mean = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (double product : products[i]) {
                mean[i] += product / n;
            }
            all += mean[i] / n;
        }
        double[][] centred = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centred[i][j] = products[i][j] - mean[i] - mean[j] + all;
            }
        }
        return centred;
    }
}
