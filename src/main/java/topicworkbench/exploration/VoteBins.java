package topicworkbench.exploration;

/**
 * Documents by how many people found them helpful, in bins that widen as votes get rarer.
 *
 * @param votes of each document
 */
public record VoteBins(int[] votes) implements Bins {
    private static final int[] STARTS = {0, 1, 2, 5, 10, 20, 50, 100};

    @Override
    public Dimension dimension() {
        return Dimension.HELPFUL_VOTES;
    }

    @Override
    public int count() {
        return STARTS.length;
    }

    @Override
    public int of(int document) {
        int bin = STARTS.length - 1;
        while (bin > 0 && votes[document] < STARTS[bin]) {
            bin--;
        }
        return bin;
    }

    @Override
    public String name(int bin) {
        if (bin == STARTS.length - 1) {
            return STARTS[bin] + " or more";
        }
        int last = STARTS[bin + 1] - 1;
        return last == STARTS[bin] ? Integer.toString(last) : STARTS[bin] + "–" + last;
    }

    @Override
    public Filter filter(int first, int last) {
        return new Filter.HelpfulVotes(STARTS[first], last == STARTS.length - 1 ? Integer.MAX_VALUE : STARTS[last + 1] - 1);
    }
}
