package topicworkbench.projection;

import java.util.Arrays;

/**
 * Things sorted by group, in their own order within one, and cut into pieces that lie in one group each.
 *
 * @param order      the things, group after group
 * @param cuts       where pieces begin in {@code order}, and its end
 * @param groupOfCut group of each piece
 */
record Groups(int[] order, int[] cuts, int[] groupOfCut) {

    /**
     * @param groupOf of each thing its group, 0 to {@code groups} - 1
     * @param longest greatest length of a piece
     */
    static Groups of(int[] groupOf, int groups, int longest) {
        int[] starts = new int[groups + 1];
        for (int group : groupOf) {
            starts[group + 1]++;
        }
        int pieces = 0;
        for (int g = 0; g < groups; g++) {
            pieces += Math.ceilDiv(starts[g + 1], longest);
            starts[g + 1] += starts[g];
        }
        int[] cuts = new int[pieces + 1];
        int[] groupOfCut = new int[pieces];
        int piece = 0;
        for (int g = 0; g < groups; g++) {
            for (int at = starts[g]; at < starts[g + 1]; at += longest) {
                groupOfCut[piece] = g;
                cuts[piece++] = at;
            }
        }
        cuts[pieces] = groupOf.length;
        int[] next = Arrays.copyOf(starts, groups);
        int[] order = new int[groupOf.length];
        for (int i = 0; i < groupOf.length; i++) {
            order[next[groupOf[i]]++] = i;
        }
        return new Groups(order, cuts, groupOfCut);
    }
}
