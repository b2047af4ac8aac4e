package topicworkbench.math;

/**
 * Hears how far long work has come, often enough to cancel it within a moment. To stop the work it throws
 * {@link java.util.concurrent.CancellationException}; the work lets that through and leaves nothing half done.
 */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = (done, total) -> { };

    /**
     * @param done  units finished so far, in the work's own unit
     * @param total units in all, or 0 when not known
     */
    void progress(long done, long total);

    /** For a part of the work, which begins at {@code start} and is {@code share} of all of it, each 0 to 1. */
    default ProgressListener share(double start, double share) {
        long all = 10_000;
        return (done, total) -> progress(Math.round(all * (start + share * (total > 0 ? Math.min(1, (double) done / total) : 0))), all);
    }
}
