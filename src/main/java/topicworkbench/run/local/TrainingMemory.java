package topicworkbench.run.local;

import topicworkbench.run.Counts;
import topicworkbench.run.RunSpec;

/** How much memory runs take, roughly and rather too much, so that no more go on at once than there is room for. */
final class TrainingMemory {
    /** Share of Java's memory that models and maps may fill. */
    private static final double SHARE = 0.5;
    /** LDA keeps term and topic of every token. */
    private static final long BYTES_PER_TOKEN = 16;
    private static final long BYTES_PER_DOCUMENT = 300;
    /** Of single-precision numbers: weights, gradients and two moments, and the encoder's layers of a few times K. */
    private static final long BYTES_PER_WEIGHT = 64;
    /** Of the counts: term and number, at most once a token. */
    private static final long BYTES_PER_COUNT = 8;
    /** Neighbors, affinities and positions, as performance.md has them. */
    private static final long BYTES_PER_MAPPED_DOCUMENT = 3300;

    private TrainingMemory() { }

    /** How many trainings of a run's model fit at once beside its counts, at least 1. */
    static int trainingsAtOnce(RunSpec spec, Counts counts) {
        return Math.clamp((room() - BYTES_PER_COUNT * counts.tokens()) / ofOne(spec, counts), 1, Integer.MAX_VALUE);
    }

    /**
     * What a run takes of the room for all, in parts.
     *
     * @param threads trainings a run has at once, at most
     * @param parts   the whole room
     * @return 1 to {@code parts}
     */
    static int shareOf(RunSpec spec, Counts counts, int threads, int parts) {
        int trainings = Math.min(Math.min(spec.seeds(), threads), trainingsAtOnce(spec, counts));
        long bytes = BYTES_PER_COUNT * counts.tokens() + Math.max(trainings * ofOne(spec, counts),
                spec.map().wanted() ? BYTES_PER_MAPPED_DOCUMENT * counts.documents() : 0);
        return Math.clamp(Math.ceilDiv(bytes * parts, room()), 1, parts);
    }

    private static long ofOne(RunSpec spec, Counts counts) {
        int topics = spec.model().topics();
        return BYTES_PER_TOKEN * counts.tokens() + (BYTES_PER_DOCUMENT + 2L * Float.BYTES * topics) * counts.documents()
                + BYTES_PER_WEIGHT * topics * counts.terms();
    }

    private static long room() {
        return (long) (SHARE * Runtime.getRuntime().maxMemory());
    }
}
