package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.GramMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.SymmetricEigen;
import topicworkbench.math.Threads;

/** The initial map: points along their two principal axes, shrunk to a dot, with a little noise to part duplicates. */
final class PrincipalAxes {
    /** Standard deviation of the first coordinate. */
    private static final double SIZE = 1e-4;
    private static final double NOISE = 0.01 * SIZE;

    private PrincipalAxes() { }

    /** @param centred n x d with column means of 0 */
    static FloatMatrix of(FloatMatrix centred, RandomStream random, Threads threads) {
        SymmetricEigen eigen = SymmetricEigen.of(GramMatrix.of(centred, threads));
        FloatMatrix positions = FloatMatrix.zeros(centred.rows(), 2);
        for (int axis = 0; axis < Math.min(2, centred.columns()); axis++) {
            project(centred, eigen.vectors()[axis], positions, axis);
        }
        return dot(positions, random);
    }

    /** Moves positions to the origin, scales them to a dot whose first coordinate has the usual deviation, adds noise. */
    static FloatMatrix dot(FloatMatrix positions, RandomStream random) {
        int n = positions.rows();
        double[] mean = new double[2];
        for (int i = 0; i < n; i++) {
            mean[0] += positions.get(i, 0) / (double) n;
            mean[1] += positions.get(i, 1) / (double) n;
        }
        double variance = 0;
        for (int i = 0; i < n; i++) {
            double x = positions.get(i, 0) - mean[0];
            variance += x * x / n;
        }
        double scale = variance > 0 ? SIZE / Math.sqrt(variance) : 0;
        FloatMatrix dot = FloatMatrix.zeros(n, 2);
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < 2; axis++) {
                dot.set(i, axis, (float) ((positions.get(i, axis) - mean[axis]) * scale + NOISE * random.nextGaussian()));
            }
        }
        return dot;
    }

    private static void project(FloatMatrix centred, double[] axisVector, FloatMatrix positions, int axis) {
        double sign = sign(axisVector);
        for (int i = 0; i < centred.rows(); i++) {
            double along = 0;
            for (int k = 0; k < axisVector.length; k++) {
                along += sign * axisVector[k] * centred.get(i, k);
            }
            positions.set(i, axis, (float) along);
        }
    }

    /** An axis has no direction of its own: the one that makes its largest component positive is taken. */
    static double sign(double[] axisVector) {
        double largest = 0;
        for (double component : axisVector) {
            largest = Math.abs(component) > Math.abs(largest) ? component : largest;
        }
        return Math.signum(largest);
    }
}
