package topicworkbench.quality;

import java.util.Arrays;
import topicworkbench.math.FloatMatrix;

/**
 * Pairs rows with columns so that the sum of their weights is largest, each row and column at most once: the Hungarian
 * method by shortest augmenting paths, O(n² m) for n rows and m columns, n at most m. Ties go the same way every time.
 *
 * @see <a href="https://doi.org/10.1002/nav.3800020109">Kuhn 1955</a>
 * @see <a href="https://doi.org/10.1007/BF02278710">Jonker and Volgenant 1987</a>
 */
final class Assignment {
    static final int NONE = -1;

    private final FloatMatrix weights;
    /** Prices that make the next path a shortest path; rows and columns count from 1, 0 stands for none. */
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOfColumn;
    private final int[] previousColumn;

    private Assignment(FloatMatrix weights) {
        this.weights = weights;
        this.rowPrice = new double[weights.rows() + 1];
        this.columnPrice = new double[weights.columns() + 1];
        this.rowOfColumn = new int[weights.columns() + 1];
        this.previousColumn = new int[weights.columns() + 1];
    }

    /**
     * @param weights rows x columns, finite
     * @return for each row its column, or {@link #NONE} for those left over where there are more rows than columns
     */
    static int[] ofMostWeight(FloatMatrix weights) {
        if (weights.rows() > weights.columns()) {
            return inverse(ofMostWeight(weights.transposed()), weights.rows());
        }
        for (float weight : weights.values()) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("weight " + weight);
            }
        }
        Assignment assignment = new Assignment(weights);
        for (int row = 1; row <= weights.rows(); row++) {
            assignment.add(row);
        }
        int[] columns = Arrays.copyOfRange(assignment.rowOfColumn, 1, weights.columns() + 1);
        Arrays.setAll(columns, column -> columns[column] - 1);
        return inverse(columns, weights.rows());
    }

    /** Makes room for one more row by the cheapest chain of moves, found as Dijkstra finds a path. */
    private void add(int row) {
        int columns = weights.columns();
        double[] distance = new double[columns + 1];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        boolean[] reached = new boolean[columns + 1];
        rowOfColumn[0] = row;
        int at = 0;
        do {
            reached[at] = true;
            int from = rowOfColumn[at];
            int nearest = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int column = 1; column <= columns; column++) {
                if (!reached[column]) {
                    double cost = -weights.get(from - 1, column - 1) - rowPrice[from] - columnPrice[column];
                    if (cost < distance[column]) {
                        distance[column] = cost;
                        previousColumn[column] = at;
                    }
                    if (distance[column] < step) {
                        step = distance[column];
                        nearest = column;
                    }
                }
            }
            for (int column = 0; column <= columns; column++) {
                if (reached[column]) {
                    rowPrice[rowOfColumn[column]] += step;
                    columnPrice[column] -= step;
                } else {
                    distance[column] -= step;
                }
            }
            at = nearest;
        } while (rowOfColumn[at] != 0);
        while (at != 0) {
            rowOfColumn[at] = rowOfColumn[previousColumn[at]];
            at = previousColumn[at];
        }
    }

    /** @param partner for each element its partner below {@code size}, or {@link #NONE} */
    private static int[] inverse(int[] partner, int size) {
        int[] result = new int[size];
        Arrays.fill(result, NONE);
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] != NONE) {
                result[partner[i]] = i;
            }
        }
        return result;
    }
}
