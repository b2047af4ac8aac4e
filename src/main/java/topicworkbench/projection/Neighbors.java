package topicworkbench.projection;

/**
 * The nearest points of each of n queries, nearest first; of equally near ones the lower index first.
 *
 * @param queries          n
 * @param each             k, neighbours of every query
 * @param indices          n x k, indices of points
 * @param squaredDistances n x k, Euclidean, in the units of the table squared
 */
public record Neighbors(int queries, int each, int[] indices, float[] squaredDistances) {

    public Neighbors {
        if ((long) queries * each != indices.length || indices.length != squaredDistances.length) {
            throw new IllegalArgumentException(queries + " x " + each + " does not fit " + indices.length);
        }
    }
}
