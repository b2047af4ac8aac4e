package topicworkbench.projection;

import java.util.Arrays;
import topicworkbench.math.FloatMatrix;

/** t-SNE by its definition, in double precision and from every pair of points: what the fast stages are held to. */
final class ExactTsne {
    private static final int BISECTIONS = 200;

    private ExactTsne() { }

    /** Joint affinities of all pairs, n x n, sum 1. */
    static double[][] jointAffinities(FloatMatrix points, double perplexity) {
        int n = points.rows();
        double[][] conditional = new double[n][];
        for (int i = 0; i < n; i++) {
            conditional[i] = conditionalAffinities(points, i, perplexity);
        }
        double[][] joint = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                joint[i][j] = (conditional[i][j] + conditional[j][i]) / (2.0 * n);
            }
        }
        return joint;
    }

    private static double[] conditionalAffinities(FloatMatrix points, int i, double perplexity) {
        double[] distances = new double[points.rows()];
        for (int j = 0; j < distances.length; j++) {
            distances[j] = j == i ? Double.POSITIVE_INFINITY : squaredDistance(points, i, points, j);
        }
        return affinities(distances, perplexity);
    }

    private static double[] affinities(double[] distances, double perplexity) {
        int n = distances.length;
        double low = 0;
        double high = 1e12;
        double[] p = new double[n];
        for (int b = 0; b < BISECTIONS; b++) {
            double precision = b == 0 ? 1 : low == 0 ? high / 10 : Math.sqrt(low * high);
            double sum = 0;
            for (int j = 0; j < n; j++) {
                p[j] = Math.exp(-precision * distances[j]);
                sum += p[j];
            }
            double entropy = 0;
            for (int j = 0; j < n; j++) {
                p[j] /= sum;
                entropy -= p[j] > 0 ? p[j] * Math.log(p[j]) : 0;
            }
            if (entropy > Math.log(perplexity)) {
                low = precision;
            } else {
                high = precision;
            }
        }
        return p;
    }

    static double squaredDistance(FloatMatrix a, int i, FloatMatrix b, int j) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            double difference = (double) a.get(i, k) - b.get(j, k);
            sum += difference * difference;
        }
        return sum;
    }

    /** The sum of w over ordered pairs of different points. */
    static double weights(FloatMatrix map) {
        double sum = 0;
        for (int i = 0; i < map.rows(); i++) {
            for (int j = 0; j < map.rows(); j++) {
                sum += i == j ? 0 : 1 / (1 + squaredDistance(map, i, map, j));
            }
        }
        return sum;
    }

    /** For each point the sum of w² x difference of position; n x 2. */
    static double[][] repulsion(FloatMatrix map) {
        double[][] forces = new double[map.rows()][2];
        for (int i = 0; i < map.rows(); i++) {
            for (int j = 0; j < map.rows(); j++) {
                double w = 1 / (1 + squaredDistance(map, i, map, j));
                for (int axis = 0; axis < 2; axis++) {
                    forces[i][axis] += w * w * ((double) map.get(i, axis) - map.get(j, axis));
                }
            }
        }
        return forces;
    }

    /** Gradient of the divergence over 4, n x 2: openTSNE's scale. */
    static double[][] gradient(double[][] affinities, FloatMatrix map) {
        double weights = weights(map);
        double[][] gradient = new double[map.rows()][2];
        for (int i = 0; i < map.rows(); i++) {
            for (int j = 0; j < map.rows(); j++) {
                double w = 1 / (1 + squaredDistance(map, i, map, j));
                for (int axis = 0; axis < 2; axis++) {
                    gradient[i][axis] += (affinities[i][j] - w / weights) * w
                            * ((double) map.get(i, axis) - map.get(j, axis));
                }
            }
        }
        return gradient;
    }

    /** The usual descent: exaggeration 12 and momentum .5, then 1 and .8; rate n / exaggeration, gains, steps up to 5. */
    static FloatMatrix descend(double[][] affinities, FloatMatrix initial, int earlySteps, int steps) {
        int n = initial.rows();
        FloatMatrix map = initial.copy();
        double[][] update = new double[n][2];
        double[] gain = new double[2 * n];
        Arrays.fill(gain, 1);
        for (int step = 0; step < earlySteps + steps; step++) {
            double exaggeration = step < earlySteps ? 12 : 1;
            double[][] exaggerated = Arrays.stream(affinities)
                    .map(row -> Arrays.stream(row).map(p -> p * exaggeration).toArray()).toArray(double[][]::new);
            double[][] gradient = gradient(exaggerated, map);
            for (int i = 0; i < n; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    double g = gradient[i][axis];
                    int at = 2 * i + axis;
                    gain[at] = g * update[i][axis] > 0 ? gain[at] * 0.8 + 0.01 : gain[at] + 0.2;
                    update[i][axis] = (step < earlySteps ? 0.5 : 0.8) * update[i][axis] - n / exaggeration * gain[at] * g;
                }
                double length = Math.hypot(update[i][0], update[i][1]);
                for (int axis = 0; axis < 2; axis++) {
                    update[i][axis] *= length > 5 ? 5 / length : 1;
                    map.set(i, axis, (float) (map.get(i, axis) + update[i][axis]));
                }
            }
        }
        return map;
    }

    /** Kullback-Leibler divergence in nats. */
    static double divergence(double[][] affinities, FloatMatrix map) {
        double weights = weights(map);
        double sum = 0;
        for (int i = 0; i < map.rows(); i++) {
            for (int j = 0; j < map.rows(); j++) {
                double q = 1 / (1 + squaredDistance(map, i, map, j)) / weights;
                sum += affinities[i][j] > 0 ? affinities[i][j] * Math.log(affinities[i][j] / q) : 0;
            }
        }
        return sum;
    }
}
