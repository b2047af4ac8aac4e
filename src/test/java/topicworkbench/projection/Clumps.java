package topicworkbench.projection;

import java.util.stream.IntStream;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;

/** Points in groups, for tests. */
final class Clumps {

    private Clumps() { }

    /** n x d normal clouds of unit width around {@code groups} centres; point i belongs to group i % groups. */
    static FloatMatrix of(int n, int d, int groups, long seed) {
        RandomStream random = RandomStream.of(seed, "clumps");
        FloatMatrix centres = FloatMatrix.zeros(groups, d);
        for (int i = 0; i < centres.values().length; i++) {
            centres.values()[i] = (float) (4 * random.nextGaussian());
        }
        FloatMatrix points = FloatMatrix.zeros(n, d);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                points.set(i, k, (float) (centres.get(i % groups, k) + random.nextGaussian()));
            }
        }
        return points;
    }

    /** n x 2, groups on a spiral of the given size. */
    static FloatMatrix map(int n, double size) {
        RandomStream random = RandomStream.of(3, "clumps");
        FloatMatrix map = FloatMatrix.zeros(n, 2);
        for (int i = 0; i < n; i++) {
            double angle = 2.4 * (i % 9);
            map.set(i, 0, (float) (size * (Math.cos(angle) * (i % 9) / 9 + 0.1 * random.nextGaussian())));
            map.set(i, 1, (float) (size * (Math.sin(angle) * (i % 9) / 9 + 0.1 * random.nextGaussian())));
        }
        return map;
    }

    static float[] column(FloatMatrix matrix, int column) {
        return matrix.transposed().row(column);
    }

    /** Share of points whose nearest other point on the map is of their group, i % groups. */
    static double groupsKept(FloatMatrix map, int groups) {
        int kept = 0;
        for (int i = 0; i < map.rows(); i++) {
            int query = i;
            int nearest = IntStream.range(0, map.rows()).filter(j -> j != query).boxed()
                    .min((a, b) -> Double.compare(ExactTsne.squaredDistance(map, query, map, a),
                            ExactTsne.squaredDistance(map, query, map, b))).orElseThrow();
            kept += nearest % groups == i % groups ? 1 : 0;
        }
        return (double) kept / map.rows();
    }
}
