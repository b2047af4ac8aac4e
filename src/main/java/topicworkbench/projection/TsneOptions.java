package topicworkbench.projection;

import java.util.List;
import topicworkbench.failure.InvalidOptionException;

/**
 * How a map is laid out. {@link #DEFAULTS} are openTSNE's.
 *
 * @param perplexities      effective numbers of neighbours, each at least 1; several give multi-scale affinities
 * @param earlyExaggeration factor of the attraction in the first steps, at least 1
 * @param earlySteps        how many those are
 * @param exaggeration      factor of the attraction afterwards, at least 1; 1.5 to 4 holds very large maps together
 * @param steps             steps after the early ones
 * @param learningRate      length of a step; 0 for n / exaggeration, n / 12 in the first steps (Belkina et al. 2019)
 * @param exactNeighborsUpTo number of points above which neighbours are searched approximately
 * @param repulsion         how the repulsive half of the gradient is computed
 * @param stepsPerReport    how often the listener is shown the positions
 * @param seed              of the noise in the initial positions, and of the approximate search
 */
public record TsneOptions(List<Double> perplexities, double earlyExaggeration, int earlySteps, double exaggeration,
        int steps, double learningRate, int exactNeighborsUpTo, RepulsionMethod repulsion, int stepsPerReport,
        long seed) {

    public static final TsneOptions DEFAULTS = new TsneOptions(List.of(30.0), 12, 250, 1, 500, 0, 80_000,
            RepulsionMethod.AUTOMATIC, 50, 1);
    private static final int NEIGHBORS_PER_PERPLEXITY = 3;
    /** Places by which a row of affinities may be longer than its entries. */
    private static final int ROOM_FOR_PADDING = 64;

    public TsneOptions {
        perplexities = List.copyOf(perplexities);
        InvalidOptionException.unless(!perplexities.isEmpty() && perplexities.stream().allMatch(p -> p >= 1 && p < 1e6),
                "perplexity", perplexities, "Choose one or more numbers of at least 1, for example 30.");
        requireFactor("early_exaggeration", earlyExaggeration);
        requireFactor("exaggeration", exaggeration);
        InvalidOptionException.unless(earlySteps >= 0, "early_steps", earlySteps, "Choose 0 or more, usually 250.");
        InvalidOptionException.unless(steps >= 0, "steps", steps, "Choose 0 or more, usually 500.");
        InvalidOptionException.unless(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY, "learning_rate",
                learningRate, "Choose a positive number, or 0 to have it chosen.");
        InvalidOptionException.unless(exactNeighborsUpTo >= 0, "exact_neighbors_up_to", exactNeighborsUpTo,
                "Choose 0 or more.");
        InvalidOptionException.unless(stepsPerReport >= 1, "steps_per_report", stepsPerReport, "Choose 1 or more.");
    }

    private static void requireFactor(String option, double value) {
        InvalidOptionException.unless(value >= 1 && value <= 100, option, value, "Choose a number from 1 to 100.");
    }

    /** k of the neighbours whose affinities are computed: three for each unit of the greatest perplexity. */
    int neighbors() {
        return (int) Math.ceil(NEIGHBORS_PER_PERPLEXITY * perplexities.stream().max(Double::compare).orElseThrow());
    }

    int totalSteps() {
        return earlySteps + steps;
    }

    /** The greatest whole perplexity with which so many points can be laid out; 0 if they are too few for any. */
    public static int greatestPerplexity(int points) {
        return mostNeighbors(points) / NEIGHBORS_PER_PERPLEXITY;
    }

    /** All others, as long as the affinities of all pairs of neighbours, both ways, fit one array. */
    private static int mostNeighbors(int points) {
        return Math.clamp((Integer.MAX_VALUE / Math.max(1, points) - ROOM_FOR_PADDING) / 2, 0, Math.max(0, points - 1));
    }

    /** @throws InvalidOptionException if {@code points} are too few for the perplexity, or too many */
    void requireFor(int points) {
        if (neighbors() > mostNeighbors(points)) {
            throw new InvalidOptionException("perplexity", "A perplexity of " + perplexities + " asks for "
                    + neighbors() + " neighbors of each point, but of " + points + " points each can have "
                    + mostNeighbors(points) + ".", "Choose a perplexity of at most "
                    + Math.max(1, greatestPerplexity(points)) + ", or another number of points.");
        }
    }

    public TsneOptions withPerplexities(Double... values) {
        return new TsneOptions(List.of(values), earlyExaggeration, earlySteps, exaggeration, steps, learningRate,
                exactNeighborsUpTo, repulsion, stepsPerReport, seed);
    }

    public TsneOptions withSteps(int early, int late) {
        return new TsneOptions(perplexities, earlyExaggeration, early, exaggeration, late, learningRate,
                exactNeighborsUpTo, repulsion, stepsPerReport, seed);
    }

    public TsneOptions withEarlyExaggeration(double value) {
        return new TsneOptions(perplexities, value, earlySteps, exaggeration, steps, learningRate,
                exactNeighborsUpTo, repulsion, stepsPerReport, seed);
    }

    public TsneOptions withLearningRate(double value) {
        return new TsneOptions(perplexities, earlyExaggeration, earlySteps, exaggeration, steps, value,
                exactNeighborsUpTo, repulsion, stepsPerReport, seed);
    }

    public TsneOptions withExaggeration(double value) {
        return new TsneOptions(perplexities, earlyExaggeration, earlySteps, value, steps, learningRate,
                exactNeighborsUpTo, repulsion, stepsPerReport, seed);
    }

    public TsneOptions withExactNeighborsUpTo(int points) {
        return new TsneOptions(perplexities, earlyExaggeration, earlySteps, exaggeration, steps, learningRate, points,
                repulsion, stepsPerReport, seed);
    }

    public TsneOptions withRepulsion(RepulsionMethod method) {
        return new TsneOptions(perplexities, earlyExaggeration, earlySteps, exaggeration, steps, learningRate,
                exactNeighborsUpTo, method, stepsPerReport, seed);
    }

    public TsneOptions withStepsPerReport(int value) {
        return new TsneOptions(perplexities, earlyExaggeration, earlySteps, exaggeration, steps, learningRate,
                exactNeighborsUpTo, repulsion, value, seed);
    }

    public TsneOptions withSeed(long value) {
        return new TsneOptions(perplexities, earlyExaggeration, earlySteps, exaggeration, steps, learningRate,
                exactNeighborsUpTo, repulsion, stepsPerReport, value);
    }
}
