package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.GramMatrix;
import topicworkbench.math.SymmetricEigen;
import topicworkbench.math.Threads;

/**
 * Lays topics out in the plane so that their distances come near to the Hellinger distances of their words: classical
 * scaling.
 *
 * @see <a href="https://doi.org/10.1007/BF02288916">Torgerson 1952</a>
 */
public final class InterTopicMap {

    private InterTopicMap() { }

    /**
     * @param topicTerm topics x terms, not negative; not modified
     * @return topics x 2, in units of Hellinger distance (0 to 1), centred on the origin; the same bits on any thread
     *         count
     * @throws IllegalArgumentException if a number is negative or NaN
     */
    public static FloatMatrix of(FloatMatrix topicTerm, Threads threads) {
        FloatMatrix roots = Hellinger.prepared(topicTerm);
        double[][] products = centred(GramMatrix.of(roots.transposed(), threads));
        SymmetricEigen eigen = SymmetricEigen.of(products);
        int topics = topicTerm.rows();
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
