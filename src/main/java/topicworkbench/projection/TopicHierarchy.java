package topicworkbench.projection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which topics are alike, and which groups of them: agglomerative clustering with average linkage (UPGMA), found by chains
 * of nearest neighbors in O(n²).
 *
 * @param leaves topics, 0 to {@code leaves} - 1
 * @param merges {@code leaves} - 1 of them, by rising height; the m-th makes the cluster {@code leaves} + m
 * @see <a href="https://arxiv.org/abs/1109.2378">Müllner 2011</a>
 */
public record TopicHierarchy(int leaves, List<Merge> merges) {

    /**
     * Two clusters become one.
     *
     * @param left   the smaller number of the two: a topic, or {@code leaves} + m for the cluster of the m-th merge
     * @param right  likewise
     * @param height mean distance of the topics of one from those of the other
     * @param size   topics in it
     */
    public record Merge(int left, int right, double height, int size) { }

    public TopicHierarchy {
        merges = List.copyOf(merges);
    }

    /** @param distances n x n, n at least 1, symmetric, zero on the diagonal; not modified */
    public static TopicHierarchy of(double[][] distances) {
        int n = distances.length;
        double[][] apart = Arrays.stream(distances).map(double[]::clone).toArray(double[][]::new);
        int[] sizes = new int[n];
        Arrays.fill(sizes, 1);
        Deque<Integer> chain = new ArrayDeque<>();
        List<Merge> found = new ArrayList<>();
        while (found.size() < n - 1) {
            if (chain.isEmpty()) {
                chain.push(IntStream.range(0, n).filter(i -> sizes[i] > 0).findFirst().orElseThrow());
            }
            int end = chain.pop();
            int before = chain.isEmpty() ? -1 : chain.peek();
            int nearest = nearest(apart[end], sizes, end, before);
            if (nearest != before) {
                chain.push(end);
                chain.push(nearest);
            } else {
                chain.pop();
                found.add(new Merge(Math.min(end, before), Math.max(end, before), apart[end][before], 0));
                join(apart, sizes, end, before);
            }
        }
        return new TopicHierarchy(n, numbered(n, found));
    }

    /** Ties go to the one the chain came from, so that it ends, else to the lower number. */
    private static int nearest(double[] distances, int[] sizes, int of, int before) {
        int nearest = before;
        for (int i = 0; i < distances.length; i++) {
            if (i != of && sizes[i] > 0 && (nearest < 0 || distances[i] < distances[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** The second takes the first in; the first is no more. */
    private static void join(double[][] apart, int[] sizes, int gone, int kept) {
        int both = sizes[gone] + sizes[kept];
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0 && i != gone && i != kept) {
                apart[kept][i] = (sizes[gone] * apart[gone][i] + sizes[kept] * apart[kept][i]) / both;
                apart[i][kept] = apart[kept][i];
            }
        }
        sizes[gone] = 0;
        sizes[kept] = both;
    }

    /** By rising height, clusters named by the merge that made them. */
    private static List<Merge> numbered(int n, List<Merge> found) {
        List<Merge> sorted = found.stream().sorted(Comparator.comparingDouble(Merge::height)).toList();
        int[] root = IntStream.range(0, n).toArray();
        int[] cluster = root.clone();
        int[] sizes = new int[n];
        Arrays.fill(sizes, 1);
        Merge[] merges = new Merge[sorted.size()];
        for (int m = 0; m < merges.length; m++) {
            int one = root(root, sorted.get(m).left());
            int other = root(root, sorted.get(m).right());
            sizes[one] += sizes[other];
            merges[m] = new Merge(Math.min(cluster[one], cluster[other]), Math.max(cluster[one], cluster[other]),
                    sorted.get(m).height(), sizes[one]);
            root[other] = one;
            cluster[one] = n + m;
        }
        return List.of(merges);
    }

    private static int root(int[] root, int of) {
        int at = of;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** Height of the last merge; 0 for one topic. */
    public double height() {
        return merges.isEmpty() ? 0 : merges.getLast().height();
    }

    /** The topics so that no two branches cross; of two branches the one with the lower first topic comes first. */
    public int[] order() {
        int[] order = new int[leaves];
        int[] next = {0};
        int[] least = new int[leaves + merges.size()];
        for (int i = 0; i < least.length; i++) {
            least[i] = i < leaves ? i : Math.min(least[merge(i).left()], least[merge(i).right()]);
        }
        Deque<Integer> open = new ArrayDeque<>(List.of(leaves + merges.size() - 1));
        while (!open.isEmpty()) {
            int cluster = open.pop();
            if (cluster < leaves) {
                order[next[0]++] = cluster;
            } else {
                Merge merge = merge(cluster);
                boolean leftFirst = least[merge.left()] < least[merge.right()];
                open.push(leftFirst ? merge.right() : merge.left());
                open.push(leftFirst ? merge.left() : merge.right());
            }
        }
        return order;
    }

    private Merge merge(int cluster) {
        return merges.get(cluster - leaves);
    }

    /**
     * The groups that hold together below a height.
     *
     * @return for each topic the number of its group, counted from 0 in the order of {@link #order()}
     */
    public int[] cut(double height) {
        int[] root = IntStream.range(0, leaves).toArray();
        int[] first = IntStream.range(0, leaves + merges.size()).toArray();
        for (int m = 0; m < merges.size(); m++) {
            Merge merge = merges.get(m);
            first[leaves + m] = first[merge.left()];
            if (merge.height() <= height) {
                root[root(root, first[merge.right()])] = root(root, first[merge.left()]);
            }
        }
        int[] groups = new int[leaves];
        int[] numbers = new int[leaves];
        Arrays.fill(numbers, -1);
        int count = 0;
        for (int topic : order()) {
            int of = root(root, topic);
            numbers[of] = numbers[of] < 0 ? count++ : numbers[of];
            groups[topic] = numbers[of];
        }
        return groups;
    }
}
