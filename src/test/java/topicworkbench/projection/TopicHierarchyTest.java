package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.RandomStream;
import topicworkbench.projection.TopicHierarchy.Merge;

/**
 * Against SciPy 1.10: {@code x = |(5i² + 3i) % 23 - (5j² + 3j) % 23| + 0.01 |i - j|} for 12 points,
 * {@code z = scipy.cluster.hierarchy.linkage(squareform(x), "average")}, {@code fcluster(z, 5, "distance")}.
 */
class TopicHierarchyTest {
    private static final double[][] LINKAGE = {{1, 3, 0.02, 2}, {0, 4, 0.04, 2}, {6, 7, 1.01, 2}, {9, 11, 1.02, 2},
        {2, 5, 1.03, 2}, {10, 13, 1.08, 3}, {16, 17, 2.205, 5}, {14, 15, 4.035, 4}, {8, 19, 6.5175, 5},
        {12, 18, 6.832, 7}, {20, 21, 13.7091429, 12}};
    private static final int[] GROUPS_BELOW_5 = {4, 3, 4, 3, 4, 4, 1, 1, 2, 1, 4, 1};

    private final TopicHierarchy hierarchy = TopicHierarchy.of(twelve());

    @Test
    void mergesAsScipyDoes() {
        assertThat(hierarchy.merges()).hasSameSizeAs(LINKAGE);
        for (int m = 0; m < LINKAGE.length; m++) {
            Merge merge = hierarchy.merges().get(m);
            assertThat(new int[] {merge.left(), merge.right(), merge.size()}).as("merge %d", m)
                    .containsExactly((int) LINKAGE[m][0], (int) LINKAGE[m][1], (int) LINKAGE[m][3]);
            assertThat(merge.height()).isCloseTo(LINKAGE[m][2], within(1e-6));
        }
        assertThat(hierarchy.height()).isCloseTo(13.7091429, within(1e-6));
    }

    @Test
    void isCutAsScipyDoes() {
        int[] groups = hierarchy.cut(5);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(groups[i] == groups[j]).as("%d and %d", i, j).isEqualTo(GROUPS_BELOW_5[i] == GROUPS_BELOW_5[j]);
            }
        }
        assertThat(hierarchy.cut(0)).as("each alone, numbered as they stand")
                .isEqualTo(IntStream.range(0, 12).map(i -> indexOf(hierarchy.order(), i)).toArray());
        assertThat(hierarchy.cut(14)).containsOnly(0);
    }

    @Test
    void everyBranchStandsTogether() {
        RandomStream random = RandomStream.of(3, "hierarchy test");
        double[][] distances = new double[40][40];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = random.nextInt(9); // many are tied
                distances[j][i] = distances[i][j];
            }
        }
        TopicHierarchy tied = TopicHierarchy.of(distances);
        int[] order = tied.order();
        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 40).toArray());
        List<Set<Integer>> clusters = new ArrayList<>();
        IntStream.range(0, 40).forEach(leaf -> clusters.add(Set.of(indexOf(order, leaf))));
        double height = 0;
        for (Merge merge : tied.merges()) {
            Set<Integer> places = new HashSet<>(clusters.get(merge.left()));
            places.addAll(clusters.get(merge.right()));
            clusters.add(places);
            assertThat(places).hasSize(merge.size());
            assertThat(Collections.max(places) - Collections.min(places)).isEqualTo(merge.size() - 1);
            assertThat(merge.height()).isGreaterThanOrEqualTo(height);
            assertThat(first(order, clusters.get(merge.left())) < first(order, clusters.get(merge.right())))
                    .as("the branch with the lower topic stands before the other")
                    .isEqualTo(Collections.max(clusters.get(merge.left())) < Collections.min(clusters.get(merge.right())));
            height = merge.height();
        }
    }

    @Test
    void oneTopicIsAHierarchyToo() {
        TopicHierarchy one = TopicHierarchy.of(new double[1][1]);
        assertThat(one.order()).containsExactly(0);
        assertThat(one.cut(1)).containsExactly(0);
        assertThat(one.height()).isZero();
    }

    /** The lowest topic among those that have these places. */
    private static int first(int[] order, Set<Integer> places) {
        return places.stream().mapToInt(place -> order[place]).min().orElseThrow();
    }

    private static int indexOf(int[] order, int topic) {
        return Arrays.stream(order).boxed().toList().indexOf(topic);
    }

    private static double[][] twelve() {
        double[][] distances = new double[12][12];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                distances[i][j] = Math.abs((5 * i * i + 3 * i) % 23 - (5 * j * j + 3 * j) % 23) + 0.01 * Math.abs(i - j);
            }
        }
        return distances;
    }
}
