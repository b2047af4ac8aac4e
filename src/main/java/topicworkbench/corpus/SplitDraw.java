package topicworkbench.corpus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import topicworkbench.math.RandomStream;

/** Draws which documents are held back. A review's lot depends on the seed and its number alone. */
final class SplitDraw {
    private SplitDraw() { }

    /**
     * Holds back the documents with the lowest lots, so that the shares are exact to rounding. A share above 0 gets at
     * least one document, and at least one is left for training.
     */
    static Split[] draw(int[] reviews, double validationShare, double testShare, long seed) {
        RandomStream stream = RandomStream.of(seed, "split");
        long[] lots = Arrays.stream(reviews).mapToLong(review -> stream.substream(review).nextLong()).toArray();
        Integer[] byLot = IntStream.range(0, reviews.length).boxed()
                .sorted(Comparator.<Integer>comparingLong(d -> lots[d]).thenComparing(d -> d)).toArray(Integer[]::new);
        int validation = heldBack(validationShare, reviews.length, reviews.length - 1);
        int test = heldBack(testShare, reviews.length, reviews.length - 1 - validation);
        Split[] splits = new Split[reviews.length];
        for (int rank = 0; rank < byLot.length; rank++) {
            splits[byLot[rank]] = rank < validation ? Split.VALIDATION
                    : rank < validation + test ? Split.TEST : Split.TRAIN;
        }
        return splits;
    }

    private static int heldBack(double share, int documents, int most) {
        return share == 0 ? 0 : Math.min(most, (int) Math.max(1, Math.round(share * documents)));
    }
}
