package topicworkbench.run;

/**
 * What a run took so far.
 *
 * @param seconds      wall-clock time of its finished stages
 * @param peakMemoryMb greatest resident memory of its process, 0 where unknown
 * @param cost         US dollars that AWS takes for it, as last told; 0 for a run on this computer, NaN where not known
 */
public record Spent(double seconds, long peakMemoryMb, double cost) {
    public static final Spent NOTHING = new Spent(0, 0, 0);
}
