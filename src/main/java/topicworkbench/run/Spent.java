package topicworkbench.run;

/**
 * What a run took so far.
 *
 * @param seconds      wall-clock time of its finished stages
 * @param peakMemoryMb greatest resident memory of its process, 0 where unknown
 */
public record Spent(double seconds, long peakMemoryMb) {
    public static final Spent NOTHING = new Spent(0, 0);
}
