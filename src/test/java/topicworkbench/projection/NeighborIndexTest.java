package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

class NeighborIndexTest {

    @Test
    void exactSearchFindsTheNearest() {
        FloatMatrix points = Clumps.of(1300, 7, 5, 1);
        Neighbors found = search(NeighborIndex.exact(points), 20, 2);
        for (int i = 0; i < points.rows(); i += 13) {
            int query = i;
            int[] expected = IntStream.range(0, points.rows()).filter(j -> j != query).boxed()
                    .sorted((a, b) -> Double.compare(ExactTsne.squaredDistance(points, query, points, a),
                            ExactTsne.squaredDistance(points, query, points, b))).limit(20).mapToInt(j -> j).toArray();
            assertThat(Arrays.copyOfRange(found.indices(), 20 * i, 20 * i + 20)).containsExactly(expected);
            for (int j = 0; j < 20; j++) {
                double distance = ExactTsne.squaredDistance(points, i, points, expected[j]);
                assertThat((double) found.squaredDistances()[20 * i + j]).isCloseTo(distance, within(1e-5 * distance));
            }
        }
    }

    @Test
    void approximateSearchFindsNearlyAll() {
        FloatMatrix points = Clumps.of(12_000, 20, 12, 2);
        Neighbors exact = search(NeighborIndex.exact(points), 30, 2);
        Neighbors approximate = search(clustered(points), 30, 2);
        int hits = 0;
        for (int i = 0; i < points.rows(); i++) {
            Set<Integer> expected = new HashSet<>();
            for (int j = 30 * i; j < 30 * i + 30; j++) {
                expected.add(exact.indices()[j]);
            }
            for (int j = 30 * i; j < 30 * i + 30; j++) {
                hits += expected.contains(approximate.indices()[j]) ? 1 : 0;
                assertThat(approximate.indices()[j]).isNotEqualTo(i);
            }
        }
        assertThat(hits / (30.0 * points.rows())).isGreaterThan(0.97);
    }

    @Test
    void givesTheSameBitsOnAnyNumberOfThreads() {
        FloatMatrix points = Clumps.of(6_000, 9, 12, 3);
        assertThat(search(clustered(points), 15, 1)).usingRecursiveComparison()
                .isEqualTo(search(clustered(points), 15, 2));
        assertThat(search(NeighborIndex.exact(points), 15, 1)).usingRecursiveComparison()
                .isEqualTo(search(NeighborIndex.exact(points), 15, 2));
    }

    @Test
    void manyIdenticalPointsAreEachOthersNeighbors() {
        FloatMatrix points = Clumps.of(3_000, 4, 3, 4);
        for (int i = 0; i < 2_000; i++) {
            System.arraycopy(points.values(), 0, points.values(), points.offset(i), 4);
        }
        for (NeighborIndex index : new NeighborIndex[] {NeighborIndex.exact(points), clustered(points)}) {
            Neighbors found = search(index, 10, 2);
            for (int i = 0; i < 2_000; i++) {
                for (int j = 10 * i; j < 10 * i + 10; j++) {
                    assertThat(found.squaredDistances()[j]).isZero();
                    assertThat(found.indices()[j]).isNotEqualTo(i).isBetween(0, 1_999);
                }
            }
        }
    }

    @Test
    void findsAllOthersOfFewPoints() {
        FloatMatrix points = Clumps.of(5, 3, 2, 5);
        Neighbors found = search(NeighborIndex.exact(points), 4, 1);
        for (int i = 0; i < 5; i++) {
            int query = i;
            assertThat(Arrays.copyOfRange(found.indices(), 4 * i, 4 * i + 4))
                    .containsExactlyInAnyOrder(IntStream.range(0, 5).filter(j -> j != query).toArray());
        }
    }

    private static Neighbors search(NeighborIndex index, int k, int count) {
        try (Threads threads = new Threads(count)) {
            return index.searchSelf(k, threads, ProgressListener.NONE);
        }
    }

    private static NeighborIndex clustered(FloatMatrix points) {
        try (Threads threads = new Threads(2)) {
            return NeighborIndex.clustered(points, RandomStream.of(1, "test"), threads, ProgressListener.NONE);
        }
    }
}
