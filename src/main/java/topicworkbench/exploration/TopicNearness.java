package topicworkbench.exploration;

import java.util.Arrays;
import java.util.List;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.projection.InterTopicMap;
import topicworkbench.projection.JensenShannon;
import topicworkbench.projection.TopicHierarchy;

/**
 * Which topics are near to which. By their words: Jensen–Shannon distances, a map and a hierarchy made of them.
 *
 * @param distances n x n, 0 to 1
 * @param positions n x 2, in units of the distances
 * @param hierarchy by average linkage
 */
public record TopicNearness(double[][] distances, FloatMatrix positions, TopicHierarchy hierarchy) {
    /** Sums are made a block at a time and added in order, so that the number of threads does not show in the bits. */
    private static final int BLOCKS = 64;

    /** @param topicTerm n x terms, rows are distributions */
    public static TopicNearness of(FloatMatrix topicTerm, Threads threads) {
        double[][] distances = JensenShannon.distances(topicTerm, threads);
        return new TopicNearness(distances, InterTopicMap.ofDistances(distances), TopicHierarchy.of(distances));
    }

    /** 1 for topics of the same words, 0 for those without a common word: 1 minus the distance. */
    public double[][] similarities() {
        double[][] similarities = new double[distances.length][];
        for (int row = 0; row < similarities.length; row++) {
            similarities[row] = Arrays.stream(distances[row]).map(distance -> 1 - distance).toArray();
        }
        return similarities;
    }

    /**
     * Which topics the same documents speak of: the cosine of the shares that two topics have of the documents.
     *
     * @param shares documents x topics of the model, not negative
     * @param parts  of each topic that is asked for those of the model it consists of; none where the model knows nothing of it
     * @param among  only these documents
     * @return as many rows and columns as topics asked for: 0 where no document speaks of both, 1 where both have the same
     *         share of each in proportion; the same bits on any thread count
     */
    public static double[][] together(FloatMatrix shares, List<List<Integer>> parts, Selection among, Threads threads) {
        double[][] products = products(shares, among.toArray(), threads);
        int n = parts.size();
        double[][] sums = new double[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                for (int one : parts.get(row)) {
                    for (int other : parts.get(column)) {
                        sums[row][column] += products[Math.max(one, other)][Math.min(one, other)];
                    }
                }
            }
        }
        double[][] cosines = new double[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                double lengths = Math.sqrt(sums[row][row] * sums[column][column]);
                cosines[row][column] = lengths == 0 ? 0 : Math.min(1, sums[row][column] / lengths);
            }
        }
        return cosines;
    }

    /** Below the diagonal and on it: of each two topics the sum of the products of their shares. */
    private static double[][] products(FloatMatrix shares, int[] documents, Threads threads) {
        int n = shares.columns();
        double[][][] partial = new double[BLOCKS][n][n];
        threads.run(BLOCKS, (block, _) -> {
            int end = (int) ((long) documents.length * (block + 1) / BLOCKS);
            for (int i = (int) ((long) documents.length * block / BLOCKS); i < end; i++) {
                add(shares, shares.offset(documents[i]), partial[block]);
            }
        });
        double[][] products = new double[n][n];
        for (double[][] sums : partial) {
            for (int row = 0; row < n; row++) {
                for (int column = 0; column <= row; column++) {
                    products[row][column] += sums[row][column];
                }
            }
        }
        return products;
    }

    private static void add(FloatMatrix shares, int at, double[][] sums) {
        float[] values = shares.values();
        for (int row = 0; row < sums.length; row++) {
            double share = values[at + row];
            double[] sum = sums[row];
            for (int column = 0; column <= row; column++) {
                sum[column] += share * values[at + column];
            }
        }
    }
}
