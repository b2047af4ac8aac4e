package topicworkbench.ui.compare;

import java.util.ArrayList;
import java.util.List;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.AlignedTopics.Pair;

/** A line of the table of topics: two that are the same, or one that only one run has, beside its nearest. */
record PairLine(Standing standing, Pair pair) {

    /** What became of a topic from the first run to the other. */
    enum Standing {
        SAME("Same"), VANISHED("Vanished"), APPEARED("Appeared");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The same topics first, then what vanished, then what appeared. */
    static List<PairLine> of(AlignedTopics aligned, int sameFrom) {
        List<PairLine> lines = new ArrayList<>();
        aligned.same(sameFrom).forEach(pair -> lines.add(new PairLine(Standing.SAME, pair)));
        aligned.vanished(sameFrom).forEach(pair -> lines.add(new PairLine(Standing.VANISHED, pair)));
        aligned.appeared(sameFrom).forEach(pair -> lines.add(new PairLine(Standing.APPEARED, pair)));
        return lines;
    }
}
