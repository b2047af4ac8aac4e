package topicworkbench.exploration;

/**
 * Whether a topic's share of the reviews has grown of late.
 *
 * @param recent      documents of the topic in the recent stretch of time
 * @param allRecent   documents of any topic there
 * @param earlier     documents of the topic before
 * @param allEarlier  documents of any topic before
 */
public record Growth(long recent, long allRecent, long earlier, long allEarlier) {
    /** Added to each count, so that a topic that was never met before has a ratio too (Haldane 1940, Anscombe 1956). */
    private static final double HALF = 0.5;

    /** False where there is no earlier time to compare with. */
    public boolean isKnown() {
        return allRecent > 0 && allEarlier > 0;
    }

    /** The topic's share in recent time over its share before: 1 for no change; NaN if unknown. */
    public double ratio() {
        return isKnown() ? (recent + HALF) / (allRecent + HALF) / ((earlier + HALF) / (allEarlier + HALF)) : Double.NaN;
    }

    /** Of {@link #ratio()}, 95%. */
    public Interval interval() {
        return isKnown() ? Interval.ofRatio(ratio(), 1 / (recent + HALF) - 1 / (allRecent + HALF)
                + 1 / (earlier + HALF) - 1 / (allEarlier + HALF)) : Interval.UNKNOWN;
    }

    /** Whether the change is more than chance would make it. */
    public boolean isCertain() {
        return isKnown() && !interval().contains(1);
    }
}
